package io.platelake.core.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of a CSV file with a header that people write: a constant of the enum of the file's
 * columns. Other columns are not read.
 */
public interface FileColumn {
  /** Name of the constant. */
  String name();

  /** Whether the header must have it. */
  boolean isRequired();

  /** Its meaning, in Markdown. */
  String meaning();

  /** Its name in the header. */
  default String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of the columns that the header must have. */
  static List<String> required(FileColumn... columns) {
    return Stream.of(columns).filter(FileColumn::isRequired).map(FileColumn::header).toList();
  }
}
