package io.platelake.core.vendorlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two logs of the same searches held against each other. A search goes by its id, or where a log
 * has none by organisation, second, networks and time frame. Reason, case, account and plate are
 * never part of the key: what differs there is a finding, what agrees is evidence.
 *
 * <p>Logs differ for good reasons. A search that spared one's own cameras is rightly absent from
 * their log, and a row of a portal stands for a group. So a single miss is no alarm.
 *
 * @param matched searches that both logs have
 * @param onlyFirst searches within the overlap that only the first log has
 * @param onlySecond searches within the overlap that only the second log has
 * @param ambiguous rows of either log with several candidates in the other, never decided
 * @param outside rows of either log before or after the time that both cover, or without a time
 * @param differing column to how many matched searches differ in it where both logs show it
 * @param missedByMonth month to the share of the first log's searches that the second lacks
 */
public record Reconciliation(
    long matched,
    long onlyFirst,
    long onlySecond,
    long ambiguous,
    long outside,
    Map<String, Long> differing,
    Map<String, Double> missedByMonth) {
  private static final List<String> COMPARED =
      List.of("account", "organisation", "plate", "reason", "case_number", "type");
  private static final int MONTH = "2026-01".length();

  public Reconciliation {
    differing = Collections.unmodifiableMap(new TreeMap<>(differing));
    missedByMonth = Collections.unmodifiableMap(new TreeMap<>(missedByMonth));
  }

  /**
   * @param tolerance added to the time that both logs cover, at both ends: their clocks and the
   *     days of their exports differ
   */
  public static Reconciliation of(List<LogRow> first, List<LogRow> second, Duration tolerance) {
    return new Comparison(first, second, tolerance).result();
  }

  /** One comparison, while it runs. */
  private static final class Comparison {
    private final List<LogRow> first;
    private final List<LogRow> second;
    private final Map<String, Long> differing = new TreeMap<>();
    private final Map<String, long[]> months = new TreeMap<>();
    private long matched;
    private long onlyFirst;
    private long onlySecond;
    private long ambiguous;
    private long outside;

    Comparison(List<LogRow> first, List<LogRow> second, Duration tolerance) {
      Optional<Instant> from = later(bound(first, false), bound(second, false));
      Optional<Instant> to = earlier(bound(first, true), bound(second, true));
      this.first = within(first, from, to, tolerance);
      this.second = within(second, from, to, tolerance);
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

    private Reconciliation result() {
      Map<String, List<LogRow>> mine = byKey(first);
      Map<String, List<LogRow>> theirs = byKey(second);
      mine.forEach((key, rows) -> compare(rows, theirs.getOrDefault(key, List.of())));
      theirs.forEach(
          (key, rows) -> {
            if (!mine.containsKey(key)) {
              onlySecond += rows.size();
            }
          });
      Map<String, Double> missed = new TreeMap<>();
      months.forEach((month, count) -> missed.put(month, count[0] / (double) count[1]));
      return new Reconciliation(
          matched, onlyFirst, onlySecond, ambiguous, outside, differing, missed);
    }

    private void compare(List<LogRow> rows, List<LogRow> others) {
      if (others.isEmpty()) {
        onlyFirst += rows.size();
      } else if (rows.size() > 1 || others.size() > 1) {
        ambiguous += rows.size() + others.size();
      } else {
        matched++;
        COMPARED.forEach(column -> differ(column, rows.get(0), others.get(0)));
      }
      for (LogRow row : rows) {
        long[] month =
            months.computeIfAbsent(
                row.at().orElseThrow().toString().substring(0, MONTH), m -> new long[2]);
        month[0] += others.isEmpty() ? 1 : 0;
        month[1]++;
      }
    }

    private void differ(String column, LogRow a, LogRow b) {
      LogCell one = a.cell(column);
      LogCell other = b.cell(column);
      boolean seen = one.state().isSeen() && other.state().isSeen();
      if (seen && !one.text().equalsIgnoreCase(other.text())) {
        differing.merge(column, 1L, Long::sum);
      }
    }

    /** Keys of rows; where one log of the two has no ids, both go by the other columns. */
    private Map<String, List<LogRow>> byKey(List<LogRow> rows) {
      boolean ids = hasIds(first) && hasIds(second);
      Map<String, List<LogRow>> byKey = new HashMap<>();
      for (LogRow row : rows) {
        byKey.computeIfAbsent(ids ? id(row) : other(row), k -> new ArrayList<>(1)).add(row);
      }
      return byKey;
    }

    private static boolean hasIds(List<LogRow> rows) {
      return rows.stream().anyMatch(row -> row.cell("id").state() == LogCell.State.VALUE);
    }

    private static String id(LogRow row) {
      LogCell id = row.cell("id");
      // A row without an id meets nothing: its number keeps it apart from others.
      return id.state() == LogCell.State.VALUE ? id.text() : "row " + row.number();
    }

    private static String other(LogRow row) {
      return String.join(
          "\n",
          row.at().orElseThrow().toString(),
          row.cell("organisation").text().toLowerCase(Locale.ROOT),
          row.cell("networks").text().replaceAll("\\.0+$", ""),
          row.cell("frame").text());
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
}
