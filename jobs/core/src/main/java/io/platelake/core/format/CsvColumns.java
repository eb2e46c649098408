package io.platelake.core.format;

import io.platelake.core.text.HeaderNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What columns a file of rows turns out to have, and whether a row agrees. */
final class CsvColumns {
  private enum State {
    AWAITED,
    READ,
    LOST
  }

  private final NamedColumns mapped;
  private final RowFormat rows;
  private final boolean optional;
  private State header;
  private Size width;
  private Map<String, Integer> indexes = Map.of();

  CsvColumns(RecordFormat format, NamedColumns mapped) {
    this.mapped = mapped;
    this.rows = format.rows();
    this.optional = format.header().is(Header.Kind.OPTIONAL);
    this.header = format.header().is(Header.Kind.NAMES) ? State.AWAITED : State.READ;
    this.width = rows.stated().orElse(null);
  }

  /** Whether a whole row would be the header, which is no read. */
  boolean isHeader(List<String> cells) {
    return header == State.AWAITED || optional && indexes.isEmpty() && isMadeOfNames(cells);
  }

  /** A header may have another order than the definition, or more columns; a record has neither. */
  private boolean isMadeOfNames(List<String> cells) {
    HeaderNames header = new HeaderNames(cells);
    HeaderNames known = new HeaderNames(rows.names());
    return rows.names().stream().allMatch(name -> header.find(name) >= 0)
        || cells.size() > 1 && cells.stream().allMatch(cell -> known.find(cell) >= 0);
  }

  /** The first row broke: no later row can be understood, and none may be taken for the header. */
  void headerIsLost() {
    header = header == State.AWAITED ? State.LOST : header;
  }

  Map<String, Integer> indexes() {
    return indexes;
  }

  /** What is wrong with this row, null when nothing is. The first row tells names or width. */
  String check(List<String> cells) {
    if (header == State.LOST) {
      return "the file's header does not name the mapped columns";
    }
    boolean named = isHeader(cells);
    if (named && optional) {
      width = Size.of(cells.size());
    }
    if (width != null && !width.fits(cells.size())) {
      return "the row has another number of cells than the file";
    }
    if (indexes.isEmpty()) {
      Map<String, Integer> found =
          named
              ? byName(cells)
              : rows.names().isEmpty() ? byNumber(cells.size()) : byName(rows.names());
      String missing = mapped.missing(found.keySet());
      if (!missing.isEmpty()) {
        header = named ? State.LOST : header;
        String twice = named ? twice(cells) : "";
        return twice.isEmpty()
            ? (named ? "the header has no column " : "the file has no column ") + missing
            : "the header names more than once the column " + twice;
      }
      indexes = found;
      width = width == null ? Size.of(cells.size()) : width;
      header = State.READ;
    }
    return null;
  }

  /** Mapped columns that do not say which one is meant; empty without any. */
  private String twice(List<String> names) {
    HeaderNames header = new HeaderNames(names);
    return mapped.names().stream()
        .filter(name -> header.find(name) == HeaderNames.TWICE)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Map<String, Integer> byName(List<String> names) {
    HeaderNames header = new HeaderNames(names);
    Map<String, Integer> found = new HashMap<>();
    mapped.names().stream()
        .filter(name -> header.find(name) >= 0)
        .forEach(name -> found.put(name, header.find(name)));
    return Map.copyOf(found);
  }

  private static Map<String, Integer> byNumber(int width) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < width; i++) {
      found.put(Integer.toString(i + 1), i);
    }
    return Map.copyOf(found);
  }
}
