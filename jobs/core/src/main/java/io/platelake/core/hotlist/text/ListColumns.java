package io.platelake.core.hotlist.text;

import io.platelake.core.BadInput;
import io.platelake.core.format.Size;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.mapping.Source;
import io.platelake.core.text.HeaderNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a list of rows.
 *
 * @param indexes position of each mapped column, counted from 0, by its name or number
 * @param width cells of a row; null for any
 */
record ListColumns(Map<String, Integer> indexes, Size width) {
  ListColumns {
    indexes = Map.copyOf(indexes);
  }

  /** The columns as the layout lists them, or by their numbers. */
  static ListColumns stated(ListLayout layout) {
    List<String> names = layout.format().rows().names();
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      indexes.put(names.get(i), i);
    }
    if (names.isEmpty()) {
      LineRecords.paths(layout)
          .map(path -> path.get(0))
          .filter(column -> column.matches("\\d{1,6}"))
          .forEach(column -> indexes.put(column, Integer.parseInt(column) - 1));
    }
    return new ListColumns(indexes, layout.format().rows().stated().orElse(null));
  }

  /**
   * The columns as the file's header names them.
   *
   * @param place of the header, for messages
   */
  static ListColumns named(ListLayout layout, List<String> names, String place) {
    HeaderNames header = new HeaderNames(names);
    layout.fields().forEach((field, source) -> require(field, source, header, place));
    Map<String, Integer> indexes = new HashMap<>();
    LineRecords.paths(layout)
        .map(path -> path.get(0))
        .filter(name -> header.find(name) >= 0)
        .forEach(name -> indexes.put(name, header.find(name)));
    return new ListColumns(indexes, layout.format().rows().stated().orElse(Size.of(names.size())));
  }

  /** One of the places of a field is in the file. */
  private static void require(ListField field, Source source, HeaderNames header, String place) {
    for (Source s = source; s != null; s = s.otherwise()) {
      if (s.paths().stream().allMatch(path -> header.find(path.get(0)) >= 0)) {
        return;
      }
    }
    for (List<String> path : source.paths()) {
      int found = header.find(path.get(0));
      if (found < 0) {
        throw new BadInput(
            place + ", column " + path.get(0),
            found == HeaderNames.TWICE
                ? "the header has it twice"
                : "the header has no such column",
            "Correct the column of "
                + field.key()
                + " in the definition, or its delimiter, or fetch the file again.");
      }
    }
  }

  /** Whether a row is made of the names that the layout lists. */
  boolean areNamedBy(List<String> cells) {
    HeaderNames header = new HeaderNames(cells);
    return cells.size() == indexes.size()
        && indexes.entrySet().stream().allMatch(e -> header.find(e.getKey()) == e.getValue());
  }
}
