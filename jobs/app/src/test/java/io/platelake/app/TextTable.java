package io.platelake.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a person writes it: a head, a line a row, cells parted by bars. Blank lines count
 * nothing.
 *
 * @param columns names in the head
 * @param rows cells, as many a row as there are columns
 */
public record TextTable(List<String> columns, List<List<String>> rows) {

  public static TextTable parse(String text) {
    List<List<String>> lines =
        text.lines()
            .filter(line -> !line.isBlank())
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    List<String> head = lines.get(0);
    for (List<String> line : lines) {
      if (line.size() != head.size()) {
        throw new IllegalArgumentException(line + " has other cells than the head " + head);
      }
    }
    return new TextTable(head, lines.subList(1, lines.size()));
  }

  /** Rows sorted, columns aligned: equal tables have equal texts. */
  public String text() {
    List<List<String>> all = new ArrayList<>();
    all.add(columns);
    rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).forEach(all::add);
    int[] widths = new int[columns.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return all.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : " | ").append(row.get(i));
      line.append(" ".repeat(widths[i] - row.get(i).length()));
    }
    return line.toString().stripTrailing();
  }
}
