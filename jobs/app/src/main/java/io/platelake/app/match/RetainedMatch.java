package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.app.match.search.EarlierFindings;
import io.platelake.app.match.search.HitSearch;
import io.platelake.app.match.search.KeySearch;
import io.platelake.app.match.search.MatchRules;
import io.platelake.app.match.search.ReadColumns;
import io.platelake.app.match.search.SearchResult;
import io.platelake.app.match.search.WantedEntries;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.lookup.KeyedRows;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Searches the retained reads for new or changed entries: where was a car seen that was reported
 * stolen today?
 *
 * <p>Searches whole plates for exact and equivalent agreement only: near plates have chance
 * neighbours in every page, so a search for them would read everything. Generates the plates that
 * are alike and reads the pages of {@code reads} that hold one. Where these would be too many, it
 * first searches all plates. New parts of plates and descriptions of vehicles have no plate to skip
 * pages by; if there are any, all retained reads pass once, as in {@link MatchJob}. In one commit,
 * rewrites the {@code hits} of these lists for every date with a new hit: existing hits plus the
 * new ones. A second run leaves the same hits.
 */
final class RetainedMatch {
  private static final String[] COMPARED_COLUMNS = {
    "list_id",
    "entry_id",
    "category",
    "offence_class",
    "state",
    "make",
    "model",
    "color",
    "body",
    "begins",
    "expires",
    "instructions",
    "letter_o_as_zero"
  };

  /** Above this, a look into the filters and indexes of all files costs more than the plates do. */
  private static final int WORTH_SPELLING = 200_000;

  private final MatchInput input;
  private final HitTable hits;
  private final Dataset<Row> fresh;
  private final Function<String, EarlierFindings> known;
  private final Instant asOf;
  private final int worthSpelling;

  private RetainedMatch(
      MatchInput input,
      Collection<Snapshot> before,
      Function<String, EarlierFindings> known,
      Instant asOf,
      int worthSpelling) {
    this.input = input;
    this.hits = new HitTable(input.lake(), input.group());
    this.fresh = fresh(input, before);
    this.known = known;
    this.asOf = asOf;
    this.worthSpelling = worthSpelling;
  }

  /**
   * @param before of the lists of the scopes the snapshots whose entries are known; none: all are
   *     new
   * @param known by agency
   * @return by agency, of every scope
   */
  static Map<String, MatchCounts> run(
      Lake lake,
      MatchGroup group,
      Collection<Snapshot> before,
      Function<String, EarlierFindings> known,
      Instant asOf) {
    return run(lake, group, before, known, asOf, WORTH_SPELLING);
  }

  /**
   * @param worthSpelling above so many plates that are alike, all plates of an agency are looked
   *     through first
   */
  static Map<String, MatchCounts> run(
      Lake lake,
      MatchGroup all,
      Collection<Snapshot> before,
      Function<String, EarlierFindings> known,
      Instant asOf,
      int worthSpelling) {
    Map<String, MatchCounts> counts = new TreeMap<>();
    all.agencies().forEach(agency -> counts.put(agency, MatchCounts.NONE));
    MatchGroup group = all.only(scope -> !scope.lists().isEmpty() && !scope.dates().isEmpty());
    if (!group.scopes().isEmpty()) {
      counts.putAll(
          new RetainedMatch(MatchInput.of(lake, group), before, known, asOf, worthSpelling).run());
    }
    return counts;
  }

  private Map<String, MatchCounts> run() {
    List<Found> searches =
        Stream.of(wholePlates(), otherEntries()).flatMap(Optional::stream).toList();
    try {
      searches.stream()
          .map(Found::summed)
          .filter(found -> !found.agencies().isEmpty())
          .map(FoundHits::rows)
          .reduce(Dataset::union)
          .ifPresent(hits::add);
      Map<String, MatchCounts> counts = new TreeMap<>();
      for (String agency : input.group().agencies()) {
        counts.put(
            agency,
            searches.stream()
                .map(found -> found.counts(agency))
                .reduce(MatchCounts.NONE, MatchCounts::together));
      }
      return counts;
    } finally {
      searches.forEach(found -> found.search().close());
    }
  }

  /**
   * What one of the two searches found.
   *
   * @param wanted how many entries of each agency it looked for
   * @param reads how many reads of each agency these are, and by what name they are counted
   * @param summed its hits
   */
  private record Found(
      SearchResult search,
      Map<String, Long> wanted,
      Map<MatchCount, Map<String, Long>> reads,
      FoundHits summed) {
    MatchCounts counts(String agency) {
      MatchCounts counts =
          MatchCounts.of(search, agency, summed)
              .with(MatchCount.ENTRIES, wanted.getOrDefault(agency, 0L));
      for (Map.Entry<MatchCount, Map<String, Long>> count : reads.entrySet()) {
        counts = counts.with(count.getKey(), count.getValue().getOrDefault(agency, 0L));
      }
      return counts;
    }
  }

  private Found found(
      SearchResult search, WantedEntries wanted, Map<MatchCount, Map<String, Long>> reads) {
    Map<String, Long> entries = new TreeMap<>();
    input.group().agencies().forEach(agency -> entries.put(agency, wanted.size(agency)));
    return new Found(search, entries, reads, hits.keepAlerts(search.hits(input.lake())));
  }

  private HitSearch search(UnaryOperator<MatchRules> part) {
    Map<String, MatchRules> rules = new TreeMap<>(input.group().rules());
    rules.replaceAll((agency, own) -> part.apply(own));
    return new HitSearch(rules, hits.columns(), known, asOf);
  }

  private Optional<Found> wholePlates() {
    HitSearch search = search(MatchRules::forWholePlates);
    WantedEntries wanted = search.listed(fresh);
    if (wanted.size() == 0) {
      return Optional.empty();
    }
    Broadcast<WantedEntries> plates = executors().broadcast(wanted);
    Places places = places(plates);
    SearchResult found =
        search.search(
            KeyedRows.read(
                    input.lake(), ReadColumns.schema(input.lake()), "plate_key", places.byFile())
                .filter(new WindowFilter(input.group(), input.replaced())),
            plates);
    return Optional.of(found(found, wanted, Map.of(MatchCount.READS, places.reads())));
  }

  private Optional<Found> otherEntries() {
    HitSearch search = search(MatchRules::forOtherEntries);
    WantedEntries wanted = search.listed(fresh.where(col("plate_key").isNull()));
    if (wanted.size() == 0) {
      return Optional.empty();
    }
    MatchGroup looking = input.group().only(s -> wanted.size(s.rules().agency()) > 0);
    SearchResult found = search.search(input.reads(looking), wanted);
    Map<String, Long> reads = new TreeMap<>();
    found.byAgency().forEach((agency, seen) -> reads.put(agency, seen.reads()));
    return Optional.of(found(found, wanted, Map.of(MatchCount.READS_SCANNED, reads)));
  }

  /** Entries that the snapshot before did not have, or described otherwise. */
  private static Dataset<Row> fresh(MatchInput input, Collection<Snapshot> before) {
    Dataset<Row> now = input.entries();
    Dataset<Row> then = input.entries(before);
    Column same = lit(true);
    for (String column : COMPARED_COLUMNS) {
      same = same.and(col("now." + column).eqNullSafe(col("then." + column)));
    }
    return now.as("now").join(then.as("then"), same, "left_anti");
  }

  /**
   * Where to read.
   *
   * @param reads how many there are, by agency
   * @param byFile plates that agree, by file
   */
  private record Places(Map<String, Long> reads, Map<String, long[]> byFile) {}

  /** Of agencies that look for a whole plate. */
  private Places places(Broadcast<WantedEntries> plates) {
    Map<String, long[]> spelled = new TreeMap<>();
    Map<String, Long> reads = new TreeMap<>();
    Map<String, long[]> byFile = new HashMap<>();
    plates
        .value()
        .byAgency()
        .forEach(
            (agency, own) ->
                own.entries()
                    .index()
                    .alike(worthSpelling)
                    .filter(keys -> own.entries().size() > 0)
                    .ifPresent(keys -> spelled.put(agency, keys)));
    MatchGroup looking = input.group().only(s -> plates.value().size(s.rules().agency()) > 0);
    MatchGroup spelling = looking.only(s -> spelled.containsKey(s.rules().agency()));
    MatchGroup searching = looking.only(s -> !spelled.containsKey(s.rules().agency()));
    if (!spelling.scopes().isEmpty()) {
      // What the plan leaves out, as other purposes, stays out.
      NamedRow.all(
              input
                  .retainedReads(spelling)
                  .groupBy(col("agency_id"), col("_metadata.file_path").as("file"))
                  .count())
          .forEach(
              row -> {
                reads.merge(row.text("agency_id"), row.number("count"), Long::sum);
                byFile.merge(
                    row.text("file"), spelled.get(row.text("agency_id")), RetainedMatch::both);
              });
    }
    if (!searching.scopes().isEmpty()) {
      List<KeySearch.Keys> keys =
          input
              .retainedReads(searching)
              .select(KeySearch.columns(col("_metadata.file_path")))
              .queryExecution()
              .toRdd()
              .toJavaRDD()
              .mapPartitions(new KeySearch(plates))
              .collect();
      keys.forEach(task -> task.reads().forEach((agency, n) -> reads.merge(agency, n, Long::sum)));
      KeySearch.Keys.arrays(keys)
          .forEach((file, found) -> byFile.merge(file, found, RetainedMatch::both));
    }
    return new Places(reads, byFile);
  }

  /** In a file that agencies share, the plates of each are looked for. */
  private static long[] both(long[] some, long[] others) {
    return some == others
        ? some
        : LongStream.concat(Arrays.stream(some), Arrays.stream(others))
            .sorted()
            .distinct()
            .toArray();
  }

  private JavaSparkContext executors() {
    return JavaSparkContext.fromSparkContext(input.lake().spark().sparkContext());
  }
}
