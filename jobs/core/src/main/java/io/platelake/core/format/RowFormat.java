package io.platelake.core.format;

import io.platelake.core.text.Quotes;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a delimited file are written.
 *
 * @param delimiter between the cells of a row, one character
 * @param quotes meaning of a quote
 * @param width cells that a row has to have; null when the first row of the file tells
 * @param names of the columns of a file that does not name them itself; without these they are
 *     named 1, 2, 3 and so on
 * @param pythonCells cells with structure hold Python literals
 */
public record RowFormat(
    char delimiter, Quotes quotes, Size width, List<String> names, boolean pythonCells)
    implements Serializable {
  /** Commas. */
  static final RowFormat PLAIN = new RowFormat(',', Quotes.RFC4180, null, List.of(), false);

  public RowFormat {
    names = List.copyOf(names);
  }

  /** The width that every row of the file has to have, where the definition states it. */
  public Optional<Size> stated() {
    return names.isEmpty() ? Optional.ofNullable(width) : Optional.of(Size.of(names.size()));
  }
}
