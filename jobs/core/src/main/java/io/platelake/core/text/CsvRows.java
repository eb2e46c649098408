package io.platelake.core.text;

import io.platelake.core.BadInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads a small CSV file that a person or an office system wrote, such as cameras or outcomes. */
public final class CsvRows {
  /** Bytes of the longest row. */
  private static final int LONGEST = 1 << 20;

  private final String what;
  private final RecordBuffer in;
  private final CellReader reader;
  private int next = 1;
  private int line;

  private CsvRows(String text, String what) {
    this.what = what;
    this.in =
        new RecordBuffer(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LONGEST);
    this.reader = new CellReader(in, Quotes.RFC4180, ',');
    SepLine.take(in)
        .ifPresent(
            delimiter -> {
              reader.delimitBy(delimiter);
              next++;
            });
  }

  /**
   * Gives every row by column name, in lower case, to {@code take}, with its place for messages. A
   * place is {@code what}, a comma and the line where the row starts: blank lines and line breaks
   * within a cell count as lines. Cells lose the spaces around them, and an empty cell is null.
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
    CsvRows rows = new CsvRows(text, what);
    List<String> header = rows.header(columns);
    boolean empty = true;
    for (List<String> row = rows.row(); row != null; row = rows.row()) {
      if (row.size() > header.size()) {
        throw rows.notCsv();
      }
      empty = false;
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i).strip();
        cells.put(header.get(i), cell.isEmpty() ? null : cell);
      }
      take.accept(cells, what + ", line " + rows.line);
    }
    if (empty) {
      throw rows.withoutRows();
    }
  }

  private List<String> header(List<String> columns) {
    List<String> cells = row();
    if (cells == null) {
      throw withoutRows();
    }
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      names.add(cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT));
    }
    for (String name : columns) {
      if (!names.contains(name)) {
        throw new BadInput(
            what + ", header",
            name + " is missing",
            "Give the columns " + String.join(",", columns) + ".");
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new BadInput(what + ", header", "it has a column twice", "Keep one of the two.");
    }
    return names;
  }

  /** The next row that is not blank, null after the last one. */
  private List<String> row() {
    while (true) {
      in.begin();
      if (in.peek() == RecordBuffer.END) {
        return null;
      }
      line = next;
      CellReader.End end = reader.read();
      next += (int) reader.lines();
      if (end != CellReader.End.WHOLE || in.isTooLarge()) {
        throw notCsv();
      }
      List<String> cells = reader.cells();
      if (cells.size() > 1 || !cells.get(0).isBlank()) {
        return cells;
      }
    }
  }

  private BadInput notCsv() {
    return new BadInput(
        what + ", line " + line,
        "it is not CSV",
        "Give a header line, commas, and no more cells than the header has.");
  }

  private BadInput withoutRows() {
    return new BadInput(what, "it has no rows", "Give a header line and at least one row.");
  }
}
