package io.platelake.app.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts of one ledger in a year, by some of its columns.
 *
 * @param source table
 * @param known whether a count can be given: the agency has rows, of whatever year, and those of
 *     this year are still kept
 * @param counts by the values of the key columns, sorted by them; a missing value is an empty text
 */
record LedgerCounts(String source, boolean known, Map<List<String>, Long> counts) {
  LedgerCounts {
    Map<List<String>, Long> sorted =
        new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\u0000", key)));
    sorted.putAll(counts);
    counts = Collections.unmodifiableMap(sorted);
  }

  /** A ledger without a row for the agency, or whose rows of the year are no longer kept. */
  static LedgerCounts unknown(String source) {
    return new LedgerCounts(source, false, Map.of());
  }

  static LedgerCounts known(String source, Map<List<String>, Long> counts) {
    return new LedgerCounts(source, true, counts);
  }

  /** Both together: the figure can be given if one of the two ledgers can give it. */
  LedgerCounts plus(LedgerCounts other) {
    Map<List<String>, Long> both = new HashMap<>(counts);
    other.counts.forEach((key, count) -> both.merge(key, count, Long::sum));
    return new LedgerCounts(source, known || other.known, both);
  }

  /** Sum of the counts whose first key is one of these; of all counts when none is given. */
  long sum(String... firstKeys) {
    List<String> some = List.of(firstKeys);
    return counts.entrySet().stream()
        .filter(e -> some.isEmpty() || some.contains(e.getKey().get(0)))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** {@link #sum} as a figure. */
  Figure figure(String metric, String label, String... firstKeys) {
    return figure(metric, label, Map.of(), known ? sum(firstKeys) : null);
  }

  /** The count of one key as a figure with a dimension; zero when there is none. */
  Figure figureAt(String metric, String label, Map<String, String> dimension, String... key) {
    return figure(metric, label, dimension, known ? counts.getOrDefault(List.of(key), 0L) : null);
  }

  /** Values of the first key, sorted, with these among them. */
  List<String> firstKeys(Stream<String> always) {
    return Stream.concat(counts.keySet().stream().map(k -> k.get(0)), always)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  private Figure figure(String metric, String label, Map<String, String> dimension, Long value) {
    return new Figure(
        metric,
        label,
        dimension,
        value,
        value == null ? FigureStatus.NO_DATA : FigureStatus.OK,
        source);
  }
}
