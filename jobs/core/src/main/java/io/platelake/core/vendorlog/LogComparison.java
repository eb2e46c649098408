package io.platelake.core.vendorlog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Two logs that are being held against each other; see {@link Reconciliation}. */
final class LogComparison {
  private static final List<String> COMPARED =
      List.of("account", "organisation", "plate", "reason", "case_number", "type");
  private static final int MONTH = "2026-01".length();

  private final Map<String, Long> differing = new TreeMap<>();
  private final Map<String, long[]> months = new TreeMap<>();
  private List<LogRow> first;
  private List<LogRow> second;
  private long matched;
  private long ambiguous;
  private long outside;
  private long repeated;

  LogComparison(List<LogRow> first, List<LogRow> second, Duration tolerance) {
    Optional<Instant> from = later(bound(first, false), bound(second, false));
    Optional<Instant> to = earlier(bound(first, true), bound(second, true));
    this.first = within(distinct(first), from, to, tolerance);
    this.second = within(distinct(second), from, to, tolerance);
  }

  Reconciliation result() {
    first.forEach(row -> month(row)[1]++);
    settle(LogComparison::id, true);
    settle(row -> described(row, List.of("networks", "organisation", "frame")), false);
    settle(row -> described(row, List.of("networks", "organisation")), false);
    settle(row -> described(row, List.of("networks", "frame")), false);
    first.forEach(row -> month(row)[0]++);
    Map<String, Double> missed = new TreeMap<>();
    months.forEach((month, count) -> missed.put(month, count[0] / (double) count[1]));
    return new Reconciliation(
        matched, first.size(), second.size(), ambiguous, outside, repeated, differing, missed);
  }

  /** Searches of one log once each: its files overlap, and differ in what they show of a search. */
  private List<LogRow> distinct(List<LogRow> rows) {
    Map<Object, List<LogRow>> kept = new LinkedHashMap<>();
    for (LogRow row : rows) {
      Object key = id(row).map(Object.class::cast).orElseGet(() -> List.of(row.at(), row.cells()));
      List<LogRow> same = kept.computeIfAbsent(key, k -> new ArrayList<>(1));
      if (same.stream().anyMatch(other -> agree(row, other))) {
        repeated++;
      } else {
        same.add(row);
      }
    }
    return kept.values().stream().flatMap(List::stream).toList();
  }

  private static boolean agree(LogRow a, LogRow b) {
    return a.at().map(LogComparison::second).equals(b.at().map(LogComparison::second))
        && a.cells().keySet().stream().noneMatch(column -> differ(a, b, column));
  }

  private static boolean differ(LogRow a, LogRow b, String column) {
    LogCell one = a.cell(column);
    LogCell other = b.cell(column);
    return one.state().isSeen()
        && other.state().isSeen()
        && !plain(one.text(), column).equals(plain(other.text(), column));
  }

  private List<LogRow> within(
      List<LogRow> rows, Optional<Instant> from, Optional<Instant> to, Duration tolerance) {
    List<LogRow> inside = new ArrayList<>();
    for (LogRow row : rows) {
      boolean covered =
          row.at().isPresent()
              && from.isPresent()
              && !row.at().get().isBefore(from.get().minus(tolerance))
              && !row.at().get().isAfter(to.get().plus(tolerance));
      if (covered) {
        inside.add(row);
      } else {
        outside++;
      }
    }
    return inside;
  }

  /** Rows of both logs that have the same key. */
  private record Candidates(List<LogRow> first, List<LogRow> second) {
    Candidates() {
      this(new ArrayList<>(1), new ArrayList<>(1));
    }

    /** Whether every row has an id of its own, so that none of them is another. */
    boolean areNamed() {
      return first.stream().allMatch(row -> id(row).isPresent())
          && second.stream().allMatch(row -> id(row).isPresent());
    }

    /** Whether every pair shows another organisation or time frame, so that none is one search. */
    boolean contradict() {
      return first.stream()
          .allMatch(
              a ->
                  second.stream()
                      .allMatch(b -> differ(a, b, "organisation") || differ(a, b, "frame")));
    }
  }

  /** Settles what has a candidate by this key; the rest waits for the next key. */
  private void settle(Function<LogRow, Optional<String>> key, boolean byId) {
    Map<String, Candidates> byKey = new HashMap<>();
    List<LogRow> mine = new ArrayList<>();
    List<LogRow> theirs = new ArrayList<>();
    for (LogRow row : first) {
      key.apply(row)
          .map(k -> byKey.computeIfAbsent(k, n -> new Candidates()).first())
          .orElse(mine)
          .add(row);
    }
    for (LogRow row : second) {
      key.apply(row)
          .map(k -> byKey.computeIfAbsent(k, n -> new Candidates()).second())
          .orElse(theirs)
          .add(row);
    }
    for (Candidates found : byKey.values()) {
      boolean oneSided = found.first().isEmpty() || found.second().isEmpty();
      if (oneSided || !byId && (found.areNamed() || found.contradict())) {
        mine.addAll(found.first());
        theirs.addAll(found.second());
      } else if (found.first().size() > 1 || found.second().size() > 1) {
        ambiguous += found.first().size() + found.second().size();
      } else {
        matched++;
        LogRow own = found.first().get(0);
        LogRow other = found.second().get(0);
        COMPARED.stream()
            .filter(column -> differ(own, other, column))
            .forEach(column -> differing.merge(column, 1L, Long::sum));
      }
    }
    first = mine;
    second = theirs;
  }

  private static Optional<String> id(LogRow row) {
    return value(row, "id");
  }

  /** Second and these columns; a row that hides one of them has no such key. */
  private static Optional<String> described(LogRow row, List<String> columns) {
    StringBuilder key = new StringBuilder(second(row.at().orElseThrow()).toString());
    for (String column : columns) {
      Optional<String> value = value(row, column);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      key.append('\u0000').append(value.get());
    }
    return Optional.of(key.toString());
  }

  private static Optional<String> value(LogRow row, String column) {
    LogCell cell = row.cell(column);
    // Zero networks is a placeholder elsewhere, and tells searches apart as well as any number.
    boolean said =
        cell.state() == LogCell.State.VALUE
            || column.equals("networks") && cell.text().matches("0(\\.0+)?");
    return said ? Optional.of(plain(cell.text(), column)) : Optional.empty();
  }

  /** Without case and what spreadsheets and makers do to counts (412.0) and frames (a to b). */
  private static String plain(String text, String column) {
    String plain = text.toLowerCase(Locale.ROOT);
    return switch (column) {
      case "networks", "devices" -> plain.replaceAll("\\.0+$", "");
      case "frame" -> plain.replaceAll("\\s*(?:\\R|\\bto\\b)\\s*", "\n");
      default -> plain;
    };
  }

  /** Portals give milliseconds, audits do not. */
  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private long[] month(LogRow row) {
    return months.computeIfAbsent(
        row.at().orElseThrow().toString().substring(0, MONTH), m -> new long[2]);
  }

  private static Optional<Instant> bound(List<LogRow> rows, boolean last) {
    return rows.stream()
        .flatMap(row -> row.at().stream())
        .reduce((a, b) -> a.isBefore(b) == last ? b : a);
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return a.flatMap(x -> b.map(y -> x.isAfter(y) ? x : y));
  }

  private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
    return a.flatMap(x -> b.map(y -> x.isBefore(y) ? x : y));
  }
}
