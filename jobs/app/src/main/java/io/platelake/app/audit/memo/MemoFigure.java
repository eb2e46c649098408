package io.platelake.app.audit.memo;

import java.util.Locale;
import java.util.Objects;

/**
 * One figure of a memo.
 *
 * @param label what it counts
 * @param value as it is printed; "not recorded" is no zero
 * @param source table or file that it comes from, and which rows
 */
record MemoFigure(String label, String value, String source) {
  MemoFigure {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }

  static MemoFigure of(String label, long count, String source) {
    return new MemoFigure(label, String.format(Locale.ROOT, "%,d", count), source);
  }

  /** A share with its numerator and denominator. */
  static MemoFigure share(String label, long part, long whole, String source) {
    String value =
        whole == 0
            ? "none of 0"
            : String.format(Locale.ROOT, "%,d of %,d (%.1f %%)", part, whole, 100.0 * part / whole);
    return new MemoFigure(label, value, source);
  }
}
