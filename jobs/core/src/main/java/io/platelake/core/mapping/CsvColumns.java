package io.platelake.core.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What columns a file of rows turns out to have, and whether a row agrees. */
final class CsvColumns {
  /** A row with more cells than this is no row. */
  static final int MOST = 10_000;

  private enum Header {
    AWAITED,
    READ,
    LOST
  }

  private final Set<String> mapped;
  private final RowFormat rows;
  private Header header;
  private int width;
  private Map<String, Integer> indexes = Map.of();

  CsvColumns(FileMapping mapping) {
    this.mapped =
        mapping.fields().values().stream()
            .flatMap(Source::allPaths)
            .map(path -> path.get(0))
            .collect(Collectors.toSet());
    this.rows = mapping.rows();
    this.header = rows.header() == RowFormat.Header.PRESENT ? Header.AWAITED : Header.READ;
    this.width = rows.names().isEmpty() ? rows.width() : rows.names().size();
  }

  /** Whether a whole row would be the header, which is no read. */
  boolean isHeader(List<String> cells) {
    boolean first = indexes.isEmpty();
    return header == Header.AWAITED
        || first
            && rows.header() == RowFormat.Header.OPTIONAL
            && cells.stream().map(String::strip).toList().equals(rows.names());
  }

  /** The first row broke: no later row can be understood, and none may be taken for the header. */
  void headerIsLost() {
    header = header == Header.AWAITED ? Header.LOST : header;
  }

  Map<String, Integer> indexes() {
    return indexes;
  }

  /** What is wrong with this row, null when nothing is. The first row tells names or width. */
  String check(List<String> cells) {
    if (header == Header.LOST) {
      return "the file's header does not name the mapped columns";
    }
    if (width != 0 && cells.size() != width) {
      return "the row has another number of cells than the file";
    }
    if (indexes.isEmpty()) {
      boolean named = header == Header.AWAITED;
      Map<String, Integer> found =
          named
              ? byName(cells)
              : rows.names().isEmpty() ? byNumber(cells.size()) : byName(rows.names());
      if (!found.keySet().containsAll(mapped)) {
        return named ? "the header does not name the mapped columns" : "mapped columns are missing";
      }
      indexes = found;
      width = cells.size();
      header = Header.READ;
    }
    return null;
  }

  private static Map<String, Integer> byName(List<String> names) {
    Map<String, Integer> found = new HashMap<>();
    Map<String, Integer> once = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      // A name that comes twice does not say which column is meant.
      if (found.put(name, i) == null) {
        once.put(name, i);
      } else {
        once.remove(name);
      }
    }
    return Map.copyOf(once);
  }

  private static Map<String, Integer> byNumber(int width) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < width; i++) {
      found.put(Integer.toString(i + 1), i);
    }
    return Map.copyOf(found);
  }
}
