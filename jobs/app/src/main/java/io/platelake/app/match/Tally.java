package io.platelake.app.match;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run counted.
 *
 * @param reads reads of the window, matched or not
 * @param withoutPlate of these, reads without a plate
 * @param expired of these, reads with a plate that must be gone already
 * @param entries entries of the lists in force
 * @param exact hits with equal plates
 * @param equivalent hits with plates alike under the policy's classes
 * @param near hits with plates one character away, or another candidate of the reader's
 * @param alerts hits that are alerts
 * @param stale earlier hits that were marked because their entry is gone
 */
record Tally(
    long reads,
    long withoutPlate,
    long expired,
    long entries,
    long exact,
    long equivalent,
    long near,
    long alerts,
    long stale) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        reads + other.reads,
        withoutPlate + other.withoutPlate,
        expired + other.expired,
        entries + other.entries,
        exact + other.exact,
        equivalent + other.equivalent,
        near + other.near,
        alerts + other.alerts,
        stale + other.stale);
  }

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("reads", reads);
    counts.put("reads_without_plate", withoutPlate);
    counts.put("reads_expired", expired);
    counts.put("entries", entries);
    counts.put("hits", exact + equivalent + near);
    counts.put("exact", exact);
    counts.put("equivalent", equivalent);
    counts.put("near", near);
    counts.put("alerts", alerts);
    counts.put("marked_stale", stale);
    return counts;
  }
}
