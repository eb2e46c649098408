package io.platelake.app.match;

import io.platelake.app.match.LimitedHits.TooWide;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * What a run counted.
 *
 * @param numbers every {@link Count}; one that is not given is 0
 * @param tooWide entries that fit more reads than describe one vehicle
 */
record MatchCounts(Map<Count, Long> numbers, List<TooWide> tooWide) {
  static final MatchCounts NONE = new MatchCounts(Map.of(), List.of());

  /** What is counted, in the order and, in lower case, under the names of the run record. */
  enum Count {
    /** Reads of the window, matched or not. */
    READS,
    /** Of these, reads without a plate. */
    READS_WITHOUT_PLATE,
    /** Of these, reads with a plate that must be gone already. */
    READS_EXPIRED,
    /** Entries of the lists in force. */
    ENTRIES,
    /** Hits of all tiers. */
    HITS,
    /** Hits with equal plates. */
    EXACT,
    /** Hits with plates alike under the policy's classes. */
    EQUIVALENT,
    /** Hits with plates one character away, or another candidate of the reader's. */
    NEAR,
    /** Hits of entries that know a part of their plate. */
    PARTIAL,
    /** Hits of descriptions without a plate. */
    VEHICLE,
    /** Hits that are alerts. */
    ALERTS,
    /** Earlier hits that were marked because their entry is gone. */
    MARKED_STALE,
    /** Retained reads that were read whole, because a new entry has no whole plate. */
    READS_SCANNED
  }

  MatchCounts {
    Map<Count, Long> all = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      all.put(count, numbers.getOrDefault(count, 0L));
    }
    numbers = Collections.unmodifiableMap(all);
    tooWide = List.copyOf(tooWide);
  }

  /**
   * @param columns of the hits
   */
  static MatchCounts of(SearchResult searched, StructType columns) {
    int tier = columns.fieldIndex("tier");
    int alert = columns.fieldIndex("is_alert");
    Map<Count, Long> numbers = new EnumMap<>(Count.class);
    numbers.put(Count.READS, searched.reads());
    numbers.put(Count.READS_WITHOUT_PLATE, searched.withoutPlate());
    numbers.put(Count.READS_EXPIRED, searched.expired());
    numbers.put(Count.HITS, (long) searched.hits().size());
    for (InternalRow hit : searched.hits()) {
      // Every tier is a count of its own.
      numbers.merge(Count.valueOf(hit.getUTF8String(tier).toString()), 1L, Long::sum);
      numbers.merge(Count.ALERTS, hit.getBoolean(alert) ? 1L : 0L, Long::sum);
    }
    return new MatchCounts(numbers, searched.tooWide());
  }

  /** The same with another number. */
  MatchCounts with(Count count, long number) {
    Map<Count, Long> changed = new EnumMap<>(numbers);
    changed.put(count, number);
    return new MatchCounts(changed, tooWide);
  }

  MatchCounts plus(MatchCounts other) {
    Map<Count, Long> sum = new EnumMap<>(numbers);
    other.numbers.forEach((count, number) -> sum.merge(count, number, Long::sum));
    return new MatchCounts(sum, Stream.concat(tooWide.stream(), other.tooWide.stream()).toList());
  }

  long get(Count count) {
    return numbers.get(count);
  }

  /** The counts of the run record. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    numbers.forEach((count, n) -> counts.put(count.name().toLowerCase(Locale.ROOT), n));
    counts.put("entries_too_wide", (long) tooWide.size());
    counts.put(
        "hits_beyond_limit", tooWide.stream().mapToLong(wide -> wide.found() - wide.limit()).sum());
    return counts;
  }
}
