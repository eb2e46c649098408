package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.table.ColumnRows;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the hits: rows of {@code reads} and of {@code hotlist_entries}, both of one agency and
 * purpose, to rows of {@code hits}. Entries have one column more, {@code letter_o_as_zero}, from
 * their list.
 *
 * <p>The entries become an index that every task gets, and the reads pass it once. No plate stands
 * in a plan, and no read travels.
 */
final class Matching {
  private Matching() {}

  /** One hit per read and entry that agree, with the best of the tiers that apply. */
  static SearchResult search(
      Dataset<Row> reads, ListedEntries wanted, MatchRules rules, HitRow.Recipe recipe) {
    JavaSparkContext executors =
        JavaSparkContext.fromSparkContext(reads.sparkSession().sparkContext());
    Broadcast<ListedEntries> plates = executors.broadcast(wanted);
    try {
      return SearchResult.all(
          ColumnRows.of(
                  reads.selectExpr(
                      ReadColumns.names(rules.near().isPresent() || wanted.others().hasPatterns())))
              .mapPartitions(new PlateSearch(plates, rules, recipe))
              .collect(),
          recipe.hits());
    } finally {
      plates.destroy();
    }
  }

  /** What hits are made by. */
  static HitRow.Recipe recipe(
      StructType columns, MatchRules rules, EarlierFindings known, Instant asOf) {
    return new HitRow.Recipe(
        columns,
        rules.alerts(),
        rules.purpose(),
        rules.policyVersion(),
        known.scoring(),
        new FalseMatches(known.suppressions(), asOf),
        micros(asOf));
  }

  /** Microseconds since 1970. */
  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The hits as rows of their table. */
  static Dataset<Row> rows(Lake lake, StructType columns, SearchResult searched) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    // A night has few hits: one task writes one file a date.
    return lake.rows(columns, executors.parallelize(searched.hits(), 1));
  }

  /** These hits, and of others those that are not among them. */
  static Dataset<Row> withOthers(Dataset<Row> others, Dataset<Row> hits) {
    return others
        .as("others")
        .join(
            hits.select(col("hit_id").as("found")),
            col("others.hit_id").equalTo(col("found")),
            "left_anti")
        .unionByName(hits)
        .coalesce(1);
  }

  /**
   * Drops entries of categories and kinds that the policy in force has stopped naming since their
   * load.
   */
  static Dataset<Row> allowed(Dataset<Row> entries, MatchRules rules) {
    Column kind = col("plate_key").isNotNull();
    if (rules.partial().isPresent()) {
      kind = kind.or(col("pattern").isNotNull());
    }
    if (rules.vehicleOnly().isPresent()) {
      kind = kind.or(col("plate_key").isNull().and(col("pattern").isNull()));
    }
    return entries.where(kind.and(col("category").isin(rules.categories().toArray())));
  }
}
