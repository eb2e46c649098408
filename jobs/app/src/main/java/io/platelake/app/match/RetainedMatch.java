package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.app.cli.Sha256;
import io.platelake.app.hotlist.Snapshot;
import io.platelake.lake.CommitKey;
import io.platelake.lake.KeyedRows;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Date;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Looks for entries that are new, or say something new, among the reads that are retained: where
 * has a car been that was reported stolen today?
 *
 * <p>Exact and equivalent plates only: near ones have chance neighbours in every page, and looking
 * for them means reading everything. Reads the plates of {@code reads}, then of the files with such
 * plates the pages that hold them; appends to {@code hits} those it does not have. Run again it
 * appends nothing.
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
    "instructions"
  };

  private RetainedMatch() {}

  /**
   * @param before of each list of the scope the snapshot whose entries are known; none: all are new
   */
  static Tally run(
      Lake lake, MatchScope scope, Map<String, Snapshot> before, Knowledge known, Instant asOf) {
    if (scope.lists().isEmpty()) {
      return Tally.NONE;
    }
    MatchRules rules = scope.rules().withoutNear();
    WantedPlates wanted =
        WantedPlates.of(Matching.allowed(fresh(lake, scope, before), rules), rules);
    if (wanted.size() == 0) {
      return Tally.NONE;
    }
    StructType columns = lake.contracts().get(Table.HITS).schema();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<WantedPlates> plates = executors.broadcast(wanted);
    try {
      KeySearch.Keys keys = keys(lake, scope, plates);
      PlateSearch search =
          new PlateSearch(plates, rules, Matching.recipe(columns, rules, known, asOf));
      Searched found =
          KeyedRows.read(lake, ReadColumns.schema(lake), "plate_key", keys.arrays())
              .filter(
                  new OfAgency(
                      rules.agency(),
                      Matching.micros(scope.window().from()),
                      Matching.micros(scope.window().to())))
              .mapPartitions(search)
              .collect()
              .stream()
              .reduce(Searched.NONE, Searched::plus);
      Searched unknown = found.withHits(unknown(lake, scope, columns, found.hits()));
      if (!unknown.hits().isEmpty()) {
        lake.append(
            Table.HITS, Matching.rows(lake, columns, unknown), key(columns, unknown.hits()));
      }
      return Tally.of(unknown.ofReads(keys.reads()), columns, wanted.size(), 0);
    } finally {
      plates.destroy();
    }
  }

  /** Entries that the snapshot before did not have, or described otherwise. */
  private static Dataset<Row> fresh(Lake lake, MatchScope scope, Map<String, Snapshot> before) {
    Object[] older = before.values().stream().map(Snapshot::id).toArray();
    Dataset<Row> now = MatchJob.entries(lake, scope);
    Dataset<Row> then = lake.read(Table.HOTLIST_ENTRIES).where(col("snapshot_id").isin(older));
    Column same = lit(true);
    for (String column : SAID) {
      same = same.and(col("now." + column).eqNullSafe(col("then." + column)));
    }
    return now.as("now").join(then.as("then"), same, "left_anti");
  }

  private static KeySearch.Keys keys(Lake lake, MatchScope scope, Broadcast<WantedPlates> plates) {
    Object[] closed = scope.closed().stream().map(Date::valueOf).toArray();
    return lake
        .read(Table.READS, scope.rules().purpose())
        .where(col("date").between(scope.window().firstDate(), scope.window().lastDate()))
        .where(col("date").isin(closed).equalTo(false))
        .select(col("plate_key"), col("_metadata.file_path"))
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(new KeySearch(plates))
        .collect()
        .stream()
        .reduce(KeySearch.Keys.NONE, KeySearch.Keys::plus);
  }

  /** Hits that the table does not have. */
  private static ArrayList<InternalRow> unknown(
      Lake lake, MatchScope scope, StructType columns, List<InternalRow> hits) {
    int id = columns.fieldIndex("hit_id");
    Object[] lists = scope.lists().stream().map(Snapshot::list).toArray();
    Set<Long> known = new HashSet<>();
    if (!hits.isEmpty()) {
      lake.read(Table.HITS, scope.rules().purpose())
          .where(col("list_id").isin(lists))
          .select("hit_id")
          .collectAsList()
          .forEach(row -> known.add(row.getLong(0)));
    }
    return hits.stream()
        .filter(hit -> known.add(hit.getLong(id)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static CommitKey key(StructType columns, List<InternalRow> hits) {
    int id = columns.fieldIndex("hit_id");
    String ids =
        hits.stream()
            .map(hit -> hit.getLong(id))
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    return new CommitKey("match-retained:" + Sha256.of(ids).substring(0, 16), 0);
  }
}
