package io.platelake.app.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of things that are named one by one, such as cameras or audits.
 *
 * @param id id, stable over the years
 * @param caption what it lists, for people
 * @param source table it comes from
 * @param keys how many of the first columns identify a row
 * @param columns columns
 * @param rows cells in the order of the columns: text, whole or decimal numbers, instants, or null
 */
public record ReportTable(
    String id,
    String caption,
    String source,
    int keys,
    List<Column> columns,
    List<List<Object>> rows) {

  /**
   * @param id id, stable over the years
   * @param label for people
   */
  public record Column(String id, String label) {}

  public ReportTable {
    columns = List.copyOf(columns);
    // Cells may be null, which List.copyOf refuses.
    rows = rows.stream().map(r -> Collections.unmodifiableList(r)).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(id + ": " + row.size() + " cells");
      }
    }
  }

  /** What identifies a row, as one text. */
  String key(List<Object> row) {
    return row.subList(0, keys).stream().map(ReportTable::text).collect(Collectors.joining(" "));
  }

  /** A cell as text; null stays null. */
  static String text(Object cell) {
    return cell == null ? null : cell.toString();
  }
}
