package io.platelake.core.hotlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a delimited text with the line each one starts at; blank lines are skipped.
 *
 * <p>Line ends may be LF, CRLF or CR; a quoted cell may hold line ends and delimiters.
 */
final class CsvRows implements AutoCloseable {
  /** One row; {@code line} counts from 1. */
  record Row(int line, List<String> cells) {}

  private final CsvParser csv;
  private final String fileName;

  CsvRows(String text, char delimiter, String fileName) {
    this.fileName = fileName;
    try {
      csv = new CsvFactory().createParser(text);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
    csv.setSchema(CsvSchema.emptySchema().withColumnSeparator(delimiter));
    csv.enable(CsvParser.Feature.WRAP_AS_ARRAY);
    try {
      csv.nextToken();
    } catch (IOException e) {
      throw malformed();
    }
  }

  /** The next row, null after the last one. */
  Row next() {
    try {
      while (csv.nextToken() == JsonToken.START_ARRAY) {
        int line = csv.currentLocation().getLineNr();
        List<String> cells = new ArrayList<>();
        while (csv.nextToken() != JsonToken.END_ARRAY) {
          cells.add(csv.getText());
        }
        if (cells.size() > 1 || (cells.size() == 1 && !cells.get(0).isBlank())) {
          return new Row(line, cells);
        }
      }
      return null;
    } catch (JsonProcessingException e) {
      // Not as the cause: its message quotes the text.
      throw malformed();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  private BadInput malformed() {
    return new BadInput(
        fileName + ", line " + csv.currentLocation().getLineNr(),
        "a quoted cell is not closed, or text follows its closing quote",
        "Fetch the file again; if it came like this, ask its source to quote cells correctly.");
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a text in memory", e);
    }
  }
}
