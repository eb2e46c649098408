package io.platelake.app.match;

import io.platelake.app.match.LimitedHits.TooWide;
import io.platelake.core.match.rule.PlateTier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

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
 * @param partial hits of entries that know a part of their plate
 * @param vehicle hits of descriptions without a plate
 * @param alerts hits that are alerts
 * @param stale earlier hits that were marked because their entry is gone
 * @param scanned of a look at retained reads, those read whole because entries without a whole
 *     plate are among the new ones
 * @param tooWide entries that fit more reads than describe one vehicle
 */
record MatchCounts(
    long reads,
    long withoutPlate,
    long expired,
    long entries,
    long exact,
    long equivalent,
    long near,
    long partial,
    long vehicle,
    long alerts,
    long stale,
    long scanned,
    List<TooWide> tooWide) {
  static final MatchCounts NONE = new MatchCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

  MatchCounts {
    tooWide = List.copyOf(tooWide);
  }

  /**
   * @param columns of the hits
   * @param stale earlier hits that were marked
   */
  static MatchCounts of(SearchResult searched, StructType columns, long entries, long stale) {
    int tier = columns.fieldIndex("tier");
    int alert = columns.fieldIndex("is_alert");
    Map<PlateTier, Long> byTier = new EnumMap<>(PlateTier.class);
    long alerts = 0;
    for (InternalRow hit : searched.hits()) {
      byTier.merge(PlateTier.valueOf(hit.getUTF8String(tier).toString()), 1L, Long::sum);
      alerts += hit.getBoolean(alert) ? 1 : 0;
    }
    return new MatchCounts(
        searched.reads(),
        searched.withoutPlate(),
        searched.expired(),
        entries,
        byTier.getOrDefault(PlateTier.EXACT, 0L),
        byTier.getOrDefault(PlateTier.EQUIVALENT, 0L),
        byTier.getOrDefault(PlateTier.NEAR, 0L),
        byTier.getOrDefault(PlateTier.PARTIAL, 0L),
        byTier.getOrDefault(PlateTier.VEHICLE, 0L),
        alerts,
        stale,
        0,
        searched.tooWide());
  }

  /** The same, with so many reads read whole. */
  MatchCounts scanning(long number) {
    return new MatchCounts(
        reads,
        withoutPlate,
        expired,
        entries,
        exact,
        equivalent,
        near,
        partial,
        vehicle,
        alerts,
        stale,
        number,
        tooWide);
  }

  MatchCounts plus(MatchCounts other) {
    return new MatchCounts(
        reads + other.reads,
        withoutPlate + other.withoutPlate,
        expired + other.expired,
        entries + other.entries,
        exact + other.exact,
        equivalent + other.equivalent,
        near + other.near,
        partial + other.partial,
        vehicle + other.vehicle,
        alerts + other.alerts,
        stale + other.stale,
        scanned + other.scanned,
        Stream.concat(tooWide.stream(), other.tooWide.stream()).toList());
  }

  Map<MatchCount, Long> counts() {
    Map<MatchCount, Long> counts = new EnumMap<>(MatchCount.class);
    for (MatchCount count : MatchCount.values()) {
      counts.put(count, count.of(this));
    }
    return counts;
  }
}
