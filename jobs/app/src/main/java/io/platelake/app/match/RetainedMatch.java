package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.core.list.Snapshot;
import io.platelake.lake.table.KeyedRows;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /**
   * Where to read.
   *
   * @param reads how many there are
   * @param byFile plates that agree, by file
   */
  private record Places(long reads, Map<String, long[]> byFile) {}

  private RetainedMatch() {}

  /**
   * @param before of each list of the scope the snapshot whose entries are known; none: all are new
   */
  static MatchCounts run(
      Lake lake,
      MatchScope scope,
      Map<String, Snapshot> before,
      EarlierFindings known,
      Instant asOf) {
    return run(lake, scope, before, known, asOf, WORTH_SPELLING);
  }

  /**
   * @param worthSpelling above so many plates that are alike, all plates are looked through first
   */
  static MatchCounts run(
      Lake lake,
      MatchScope scope,
      Map<String, Snapshot> before,
      EarlierFindings known,
      Instant asOf,
      int worthSpelling) {
    if (scope.lists().isEmpty()) {
      return MatchCounts.NONE;
    }
    MatchInput input = MatchInput.of(lake, scope);
    HitTable hits = new HitTable(lake, scope);
    Dataset<Row> fresh = fresh(input, before);
    HitSearch search = HitSearch.of(scope.rules().forWholePlates(), hits.columns(), known, asOf);
    ListedEntries wanted = search.listed(fresh);
    SearchResult whole = wholePlates(input, wanted, search, worthSpelling);
    SearchResult others = SearchResult.NOTHING;
    long entries = wanted.size();
    if (scope.rules().useOtherEntries()) {
      HitSearch otherSearch =
          HitSearch.of(scope.rules().forOtherEntries(), hits.columns(), known, asOf);
      ListedEntries unplated = otherSearch.listed(fresh.where(col("plate_key").isNull()));
      entries += unplated.size();
      if (unplated.size() > 0) {
        others = otherSearch.search(input.reads(), unplated);
      }
    }
    SearchResult found =
        hits.keepAlerts(whole.with(others, wanted.size() > 0 ? whole.reads() : others.reads()));
    hits.add(found);
    return MatchCounts.of(found, hits.columns())
        .with(MatchCount.ENTRIES, entries)
        .with(MatchCount.READS_SCANNED, others.reads());
  }

  private static SearchResult wholePlates(
      MatchInput input, ListedEntries wanted, HitSearch search, int worthSpelling) {
    if (wanted.size() == 0) {
      return SearchResult.NOTHING;
    }
    Lake lake = input.lake();
    Window window = input.scope().window();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<ListedEntries> plates = executors.broadcast(wanted);
    try {
      Places places = places(input, plates, worthSpelling);
      SearchResult found =
          search.search(
              KeyedRows.read(lake, ReadColumns.schema(lake), "plate_key", places.byFile())
                  .filter(
                      new AgencyWindowFilter(
                          input.scope().rules().agency(),
                          window.from(),
                          window.to(),
                          input.replaced())),
              plates);
      return found.ofReads(places.reads());
    } finally {
      plates.destroy();
    }
  }

  /** Entries that the snapshot before did not have, or described otherwise. */
  private static Dataset<Row> fresh(MatchInput input, Map<String, Snapshot> before) {
    Dataset<Row> now = input.entries();
    Dataset<Row> then = input.entries(before.values());
    Column same = lit(true);
    for (String column : COMPARED_COLUMNS) {
      same = same.and(col("now." + column).eqNullSafe(col("then." + column)));
    }
    return now.as("now").join(then.as("then"), same, "left_anti");
  }

  private static Places places(
      MatchInput input, Broadcast<ListedEntries> plates, int worthSpelling) {
    Dataset<Row> reads = input.retainedReads();
    Optional<long[]> alike = plates.value().index().alike(worthSpelling);
    if (alike.isPresent()) {
      // What the plan leaves out, as other purposes, stays out.
      List<NamedRow> files =
          NamedRow.all(reads.groupBy(col("_metadata.file_path").as("file")).count());
      return new Places(
          files.stream().mapToLong(file -> file.number("count")).sum(),
          files.stream().collect(Collectors.toMap(f -> f.text("file"), f -> alike.get())));
    }
    List<KeySearch.Keys> keys =
        reads
            .select(KeySearch.columns(col("_metadata.file_path")))
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new KeySearch(plates))
            .collect();
    return new Places(
        keys.stream().mapToLong(KeySearch.Keys::reads).sum(), KeySearch.Keys.arrays(keys));
  }
}
