package io.platelake.app.job;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads a small CSV file that a person or an office system wrote, such as cameras or outcomes. */
public final class CsvRows {
  private CsvRows() {}

  /**
   * Gives every row by column name to {@code take}, with its place for messages. A place is {@code
   * what}, a comma and the line where the row starts: blank lines and line breaks within a cell
   * count as lines. Cells lose the spaces around them, and an empty cell is null.
   *
   * @param what kind and name of the file, such as "Camera file c.csv"
   * @param columns names that the header must have
   * @throws BadInput if the text is not CSV, lacks a column or has no rows; it quotes no cell
   */
  public static void read(
      String text,
      String what,
      List<String> columns,
      BiConsumer<Map<String, String>, String> take) {
    int line = 1;
    boolean empty = true;
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .with(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .readValues(text)) {
      for (; rows.hasNextValue(); empty = false) {
        if (empty) {
          checkHeader((CsvSchema) rows.getParserSchema(), what, columns);
        }
        // The parser is at the first line of the row, behind the blank ones.
        line = rows.getParser().currentLocation().getLineNr();
        take.accept(rows.nextValue(), what + ", line " + line);
      }
    } catch (IOException e) {
      throw new BadInput(
          what + ", line " + line,
          "it is not CSV",
          "Give a header line, commas, and no more cells than the header has.");
    }
    if (empty) {
      throw new BadInput(what, "it has no rows", "Give a header line and at least one row.");
    }
  }

  private static void checkHeader(CsvSchema header, String what, List<String> columns) {
    for (String name : columns) {
      if (header.column(name) == null) {
        throw new BadInput(
            what + ", header",
            name + " is missing",
            "Give the columns " + String.join(",", columns) + ".");
      }
    }
  }
}
