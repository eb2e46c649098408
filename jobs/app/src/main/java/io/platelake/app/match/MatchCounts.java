package io.platelake.app.match;

import io.platelake.app.match.search.LimitedHits.TooWide;
import io.platelake.app.match.search.SearchResult;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** What a search found of an agency. */
  static MatchCounts of(SearchResult searched, String agency, FoundHits found) {
    Map<MatchCount, Long> numbers = new EnumMap<>(MatchCount.class);
    numbers.putAll(found.of(agency));
    SearchResult.Seen seen = searched.byAgency().get(agency);
    if (seen != null) {
      numbers.put(MatchCount.READS, seen.reads());
      numbers.put(MatchCount.READS_WITHOUT_PLATE, seen.withoutPlate());
      numbers.put(MatchCount.READS_EXPIRED, seen.expired());
    }
    return new MatchCounts(numbers, searched.tooWide(agency));
  }

  /** Counts of two searches among the same reads, which have no hit in common. */
  MatchCounts together(MatchCounts other) {
    Map<MatchCount, Long> both = new EnumMap<>(plus(other).numbers);
    for (MatchCount same :
        List.of(MatchCount.READS, MatchCount.READS_WITHOUT_PLATE, MatchCount.READS_EXPIRED)) {
      both.put(same, Math.max(get(same), other.get(same)));
    }
    return new MatchCounts(both, plus(other).tooWide);
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
