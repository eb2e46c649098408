package io.platelake.app.match;

import io.platelake.app.match.LimitedHits.TooWide;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * What a run counted. What {@code tooWide} implies is counted from it.
 *
 * @param numbers every {@link MatchCount}; one that is not given is 0
 * @param tooWide entries that fit more reads than describe one vehicle
 */
record MatchCounts(Map<MatchCount, Long> numbers, List<TooWide> tooWide) {
  static final MatchCounts NONE = new MatchCounts(Map.of(), List.of());

  MatchCounts {
    Map<MatchCount, Long> all = new EnumMap<>(MatchCount.class);
    for (MatchCount count : MatchCount.values()) {
      all.put(count, numbers.getOrDefault(count, 0L));
    }
    tooWide = List.copyOf(tooWide);
    all.put(MatchCount.ENTRIES_TOO_WIDE, (long) tooWide.size());
    all.put(
        MatchCount.HITS_BEYOND_LIMIT,
        tooWide.stream().mapToLong(wide -> wide.found() - wide.limit()).sum());
    numbers = Collections.unmodifiableMap(all);
  }

  /**
   * @param columns of the hits
   */
  static MatchCounts of(SearchResult searched, StructType columns) {
    int tier = columns.fieldIndex("tier");
    int alert = columns.fieldIndex("is_alert");
    Map<MatchCount, Long> numbers = new EnumMap<>(MatchCount.class);
    numbers.put(MatchCount.READS, searched.reads());
    numbers.put(MatchCount.READS_WITHOUT_PLATE, searched.withoutPlate());
    numbers.put(MatchCount.READS_EXPIRED, searched.expired());
    numbers.put(MatchCount.HITS, (long) searched.hits().size());
    for (InternalRow hit : searched.hits()) {
      // Every tier is a count of its own.
      numbers.merge(MatchCount.valueOf(hit.getUTF8String(tier).toString()), 1L, Long::sum);
      numbers.merge(MatchCount.ALERTS, hit.getBoolean(alert) ? 1L : 0L, Long::sum);
    }
    return new MatchCounts(numbers, searched.tooWide());
  }

  /** The same with another number. */
  MatchCounts with(MatchCount count, long number) {
    Map<MatchCount, Long> changed = new EnumMap<>(numbers);
    changed.put(count, number);
    return new MatchCounts(changed, tooWide);
  }

  MatchCounts plus(MatchCounts other) {
    Map<MatchCount, Long> sum = new EnumMap<>(numbers);
    other.numbers.forEach((count, number) -> sum.merge(count, number, Long::sum));
    return new MatchCounts(sum, Stream.concat(tooWide.stream(), other.tooWide.stream()).toList());
  }

  long get(MatchCount count) {
    return numbers.get(count);
  }
}
