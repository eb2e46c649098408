package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.core.match.AlertReason;
import io.platelake.core.match.Listing;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Finds the hits: rows of {@code reads} and of {@code hotlist_entries}, both of one agency and
 * purpose, to rows of {@code hits}. Entries have one column more, {@code letter_o_as_zero}, from
 * their list.
 */
final class Matching {
  private Matching() {}

  /** One row per read and entry that agree, with the best of the tiers that apply. */
  static Dataset<Row> hits(
      Dataset<Row> reads, Dataset<Row> entries, MatchRules rules, Scoring scoring, Instant asOf) {
    Dataset<Row> wanted = allowed(entries, rules);
    Broadcast<WantedPlates> plates =
        JavaSparkContext.fromSparkContext(reads.sparkSession().sparkContext())
            .broadcast(WantedPlates.of(wanted, rules));
    Dataset<Row> pairs = pairs(matchable(reads, asOf), plates, rules);
    return ofPairs(pairs, wanted, rules, scoring, asOf);
  }

  /** Rows of {@link PlateSearch#PAIR}. */
  static Dataset<Row> pairs(Dataset<Row> reads, Broadcast<WantedPlates> plates, MatchRules rules) {
    JavaRDD<InternalRow> pairs =
        reads
            .selectExpr(PlateSearch.columns().toArray(String[]::new))
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new PlateSearch(plates, rules));
    SparkSession session = reads.sparkSession();
    return ((org.apache.spark.sql.classic.SparkSession) session)
        .internalCreateDataFrame(pairs.rdd(), PlateSearch.PAIR, false);
  }

  /** Pairs that agree, of an entry in force at the instant of capture, as hits. */
  static Dataset<Row> ofPairs(
      Dataset<Row> pairs, Dataset<Row> entries, MatchRules rules, Scoring scoring, Instant asOf) {
    Column inForce = col("e.expires").isNull().or(col("r.captured_at").lt(col("e.expires")));
    Dataset<Row> agreeing =
        broadcast(pairs)
            .as("r")
            .join(
                entries.as("e"),
                col("r.entry_id")
                    .equalTo(col("e.entry_id"))
                    .and(col("r.snapshot_id").equalTo(col("e.snapshot_id")))
                    .and(inForce));
    return hitRows(judged(agreeing, rules, scoring), rules, asOf);
  }

  /**
   * Drops reads without a plate, and reads that must be gone: they serve nothing any more. Without
   * an instant to be gone at, the policy sets none.
   */
  static Dataset<Row> matchable(Dataset<Row> reads, Instant asOf) {
    Column kept = col("delete_after").isNull().or(col("delete_after").gt(Timestamp.from(asOf)));
    return reads.where(col("plate_key").isNotNull().and(kept));
  }

  /** Drops entries of categories that the policy in force has stopped naming since their load. */
  static Dataset<Row> allowed(Dataset<Row> entries, MatchRules rules) {
    return entries.where(
        col("plate_key").isNotNull().and(col("category").isin(rules.categories().toArray())));
  }

  /** Pairs that agree, with the three verdicts, each on its own, and what they mean. */
  private static Dataset<Row> judged(Dataset<Row> pairs, MatchRules rules, Scoring scoring) {
    return pairs
        .withColumn("state_verdict", Judges.state())
        .withColumn("vehicle_verdict", Judges.vehicle())
        .withColumn("scored", Judges.score(scoring))
        .withColumn("alert_reason", Judges.alertReason(rules.alerts(), rules.purpose()));
  }

  private static Dataset<Row> hitRows(Dataset<Row> judged, MatchRules rules, Instant asOf) {
    return judged.select(
        // Of ids that do not change when a list is loaded again, so outcomes keep pointing at it.
        xxhash64(col("r.read_id"), col("e.entry_id")).as("hit_id"),
        col("r.read_id"),
        col("e.entry_id"),
        col("e.snapshot_id"),
        col("e.list_id"),
        col("r.agency_id"),
        col("r.camera_id"),
        col("r.captured_at"),
        lit(Timestamp.from(asOf)).as("matched_at"),
        col("tier"),
        col("substitutions"),
        col("near_evidence"),
        col("state_verdict"),
        col("vehicle_verdict"),
        col("scored.probability").as("score"),
        col("scored.plate").as("score_plate"),
        col("scored.state").as("score_state"),
        col("scored.vehicle").as("score_vehicle"),
        col("scored.support").as("score_support"),
        lit(Listing.LISTED.name()).as("listing"),
        col("e.instructions"),
        col("e.category"),
        col("alert_reason").equalTo(AlertReason.ALERT.name()).as("is_alert"),
        col("alert_reason"),
        lit(rules.policyVersion()).as("policy_version"),
        col("r.delete_after"),
        col("r.purpose"),
        col("r.date"));
  }
}
