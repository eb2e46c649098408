package io.platelake.core.mapping;

import io.platelake.core.format.Header;
import io.platelake.core.format.Layout;
import io.platelake.core.format.RecordFormat;

/** How a definition writes the place of a value in a record of a format. */
enum PlaceStyle {
  /** The names from the record down, {@code a.b.0}. */
  PATH,
  /** The name of a column. */
  NAME,
  /** The number of a column, from 1. */
  NUMBER,
  /** Characters {@code from:to} of a line, counted from 0. */
  SPAN;

  static PlaceStyle of(RecordFormat format) {
    if (format.layout() == Layout.FIXED) {
      return SPAN;
    }
    if (format.layout() != Layout.CSV || format.rows().pythonCells()) {
      return PATH;
    }
    boolean named = format.header().is(Header.Kind.NAMES) || !format.rows().names().isEmpty();
    return named ? NAME : NUMBER;
  }
}
