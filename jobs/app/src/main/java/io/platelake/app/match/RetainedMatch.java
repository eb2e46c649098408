package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.core.list.Snapshot;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.KeyedRows;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import io.platelake.lake.table.Window;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

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
  private static final String[] SAID = {
    "list_id",
    "entry_id",
    "category",
    "offence_class",
    "state",
    "make",
    "model",
    "color",
    "body",
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
    StructType columns = lake.contracts().get(Table.HITS).schema();
    Dataset<Row> fresh = fresh(lake, scope, before);
    MatchRules rules = scope.rules().forWholePlates();
    ListedEntries wanted = ListedEntries.of(Matching.allowed(fresh, rules), rules);
    SearchResult whole =
        wholePlates(
            lake, scope, wanted, Matching.recipe(columns, rules, known, asOf), worthSpelling);
    SearchResult others = SearchResult.NOTHING;
    long entries = wanted.size();
    if (scope.rules().useOtherEntries()) {
      MatchRules other = scope.rules().forOtherEntries();
      ListedEntries unplated =
          ListedEntries.of(Matching.allowed(fresh.where(col("plate_key").isNull()), other), other);
      entries += unplated.size();
      if (unplated.size() > 0) {
        others =
            Matching.search(
                MatchJob.reads(lake, scope),
                unplated,
                other,
                Matching.recipe(columns, other, known, asOf));
      }
    }
    SearchResult found = whole.with(others, wanted.size() > 0 ? whole.reads() : others.reads());
    if (!found.hits().isEmpty()) {
      write(lake, scope, columns, found);
    }
    return MatchCounts.of(found, columns, entries, 0).scanning(others.reads());
  }

  private static SearchResult wholePlates(
      Lake lake, MatchScope scope, ListedEntries wanted, HitRow.Recipe recipe, int worthSpelling) {
    if (wanted.size() == 0) {
      return SearchResult.NOTHING;
    }
    MatchRules rules = scope.rules().forWholePlates();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<ListedEntries> plates = executors.broadcast(wanted);
    try {
      Places places = places(lake, scope, plates, worthSpelling);
      SearchResult found =
          SearchResult.all(
              KeyedRows.read(lake, ReadColumns.schema(lake), "plate_key", places.byFile())
                  .filter(
                      new AgencyWindowFilter(
                          rules.agency(),
                          Matching.micros(scope.window().from()),
                          Matching.micros(scope.window().to())))
                  .mapPartitions(new PlateSearch(plates, rules, recipe))
                  .collect(),
              recipe.hits());
      return found.ofReads(places.reads());
    } finally {
      plates.destroy();
    }
  }

  /** Entries that the snapshot before did not have, or described otherwise. */
  private static Dataset<Row> fresh(Lake lake, MatchScope scope, Map<String, Snapshot> before) {
    Object[] older = before.values().stream().map(Snapshot::id).toArray();
    Object[] withLetterOAsZero =
        before.values().stream().filter(Snapshot::letterOAsZero).map(Snapshot::id).toArray();
    Dataset<Row> now = MatchJob.entries(lake, scope);
    Dataset<Row> then =
        lake.read(Table.HOTLIST_ENTRIES)
            .where(col("snapshot_id").isin(older))
            .withColumn("letter_o_as_zero", col("snapshot_id").isin(withLetterOAsZero));
    Column same = lit(true);
    for (String column : SAID) {
      same = same.and(col("now." + column).eqNullSafe(col("then." + column)));
    }
    return now.as("now").join(then.as("then"), same, "left_anti");
  }

  private static Places places(
      Lake lake, MatchScope scope, Broadcast<ListedEntries> plates, int worthSpelling) {
    Object[] closed = scope.closed().stream().map(Date::valueOf).toArray();
    Dataset<Row> reads =
        ofWindow(lake.read(Table.READS, scope.rules().purpose()), scope.window())
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("date").isin(closed).equalTo(false));
    Optional<long[]> alike = plates.value().index().alike(worthSpelling);
    if (alike.isPresent()) {
      // What the plan leaves out, as other purposes, stays out.
      List<Row> files = reads.groupBy(col("_metadata.file_path")).count().collectAsList();
      return new Places(
          files.stream().mapToLong(file -> file.getLong(1)).sum(),
          files.stream().collect(Collectors.toMap(f -> f.getString(0), f -> alike.get())));
    }
    List<KeySearch.Keys> keys =
        reads
            .select(col("plate_key"), col("_metadata.file_path"))
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new KeySearch(plates))
            .collect();
    return new Places(
        keys.stream().mapToLong(KeySearch.Keys::reads).sum(), KeySearch.Keys.arrays(keys));
  }

  /** Reads of a window; the instants of whole dates are not looked at, as they take much space. */
  private static Dataset<Row> ofWindow(Dataset<Row> reads, Window window) {
    Column within =
        col("captured_at")
            .geq(Timestamp.from(window.from()))
            .and(col("captured_at").lt(Timestamp.from(window.to())));
    Dataset<Row> dated = reads.where(col("date").between(window.firstDate(), window.lastDate()));
    return window.isOfWholeDates() ? dated : dated.where(within);
  }

  /**
   * Replaces the hits of these dates by the same hits plus the new ones. A known hit of a changed
   * entry gets its new finding.
   */
  private static void write(Lake lake, MatchScope scope, StructType columns, SearchResult found) {
    int date = columns.fieldIndex("date");
    List<LocalDate> dates =
        found.hits().stream()
            .map(hit -> LocalDate.ofEpochDay(hit.getInt(date)))
            .distinct()
            .sorted()
            .toList();
    Dataset<Row> there =
        lake.read(Table.HITS, scope.rules().purpose())
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("list_id").isin(scope.listIds().toArray()))
            .where(col("date").isin(dates.stream().map(Date::valueOf).toArray()));
    lake.replace(
        Table.HITS,
        Matching.withOthers(there, Matching.rows(lake, columns, found)),
        Slice.all()
            .where("purpose", scope.rules().purpose())
            .where("agency_id", scope.rules().agency())
            .whereIn("list_id", scope.listIds())
            .whereDates("date", dates));
  }
}
