package io.platelake.app.audit.memo;

import java.util.List;

/** A table of a memo; every row has a cell a column. */
record MemoTable(String caption, String source, List<String> columns, List<List<String>> rows) {
  MemoTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("a row has a cell a column");
    }
  }
}
