package io.platelake.core.mapping;

import java.io.Serializable;
import java.util.List;

/**
 * How the rows of a delimited file are written.
 *
 * @param delimiter between the cells of a row, one ASCII character
 * @param header whether the first row of a file names the columns
 * @param width cells a row has to have; 0 when the first row of the file tells
 * @param names of the columns of a file that does not name them itself; without these they are
 *     named 1, 2, 3 and so on
 * @param pythonCells cells with structure hold Python literals
 */
public record RowFormat(
    char delimiter, Header header, int width, List<String> names, boolean pythonCells)
    implements Serializable {
  /** Commas, and a header. */
  static final RowFormat PLAIN = new RowFormat(',', Header.PRESENT, 0, List.of(), false);

  public RowFormat {
    names = List.copyOf(names);
  }

  /** The first row of a file: key {@code header}. */
  public enum Header {
    /** It names the columns. */
    PRESENT,
    /** It is a read like the others. */
    ABSENT,
    /** It names the columns where it is made of their names, and is a read otherwise. */
    OPTIONAL
  }
}
