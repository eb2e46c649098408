package io.platelake.core.vendorlog;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two logs of the same searches held against each other. A search goes by its id, or where a row
 * has none by second, networks, organisation and time frame, or the same without the frame. Reason,
 * case, account and plate are never part of the key: what differs there is a finding, what agrees
 * is evidence.
 *
 * <p>Logs differ for good reasons. A search that spared one's own cameras is rightly absent from
 * their log, and a row of a portal stands for a group. So a single miss is no alarm.
 *
 * @param matched searches that both logs have
 * @param onlyFirst searches within the overlap that only the first log has
 * @param onlySecond searches within the overlap that only the second log has
 * @param ambiguous rows of either log with several candidates in the other, never decided
 * @param outside rows of either log before or after the time that both cover, or without a time
 * @param repeated rows of a log that repeat another of the same log, as where its files overlap
 * @param differing column to how many matched searches differ in it where both logs show it
 * @param missedByMonth month to the share of the first log's searches that the second lacks
 */
public record Reconciliation(
    long matched,
    long onlyFirst,
    long onlySecond,
    long ambiguous,
    long outside,
    long repeated,
    Map<String, Long> differing,
    Map<String, Double> missedByMonth) {

  public Reconciliation {
    differing = Collections.unmodifiableMap(new TreeMap<>(differing));
    missedByMonth = Collections.unmodifiableMap(new TreeMap<>(missedByMonth));
  }

  /**
   * Also tells each row of both logs what became of it.
   *
   * @param tolerance added to the time that both logs cover, at both ends: their clocks and the
   *     days of their exports differ
   */
  public static Reconciliation of(ComparedLog first, ComparedLog second, Duration tolerance) {
    return new LogComparison(first, second, tolerance).result();
  }

  /** The same of rows that are at hand. */
  public static Reconciliation of(List<LogRow> first, List<LogRow> second, Duration tolerance) {
    ComparedLog one = new ComparedLog();
    ComparedLog other = new ComparedLog();
    first.forEach(one::add);
    second.forEach(other::add);
    return of(one, other, tolerance);
  }
}
