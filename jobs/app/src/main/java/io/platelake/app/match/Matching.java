package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.core.match.AlertReason;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the hits: rows of {@code reads} and of {@code hotlist_entries}, both of one agency and
 * purpose, to rows of {@code hits}. Entries have one column more, {@code letter_o_as_zero}, from
 * their list.
 */
final class Matching {
  /** Most entries that every task gets a copy of; about 100 MB in memory. */
  static final long BROADCAST_LIMIT = 500_000;

  private Matching() {}

  /**
   * One row per read and entry that agree; exact where both tiers apply.
   *
   * @param few whether there are few enough entries to hand every task all of them
   */
  static Dataset<Row> hits(
      Dataset<Row> reads,
      Dataset<Row> entries,
      MatchRules rules,
      JoinKey key,
      boolean few,
      Instant asOf) {
    Dataset<Row> wanted = key.on(allowed(entries, rules));
    Dataset<Row> candidates =
        candidates(key.on(matchable(reads, asOf)), few ? broadcast(wanted) : wanted);
    return hitRows(judged(candidates, rules), rules, asOf);
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

  /** Pairs that may agree, of an entry in force at the instant of capture. */
  private static Dataset<Row> candidates(Dataset<Row> reads, Dataset<Row> entries) {
    Column inForce = col("e.expires").isNull().or(col("r.captured_at").lt(col("e.expires")));
    return reads
        .as("r")
        .join(
            entries.as("e"),
            col("r." + JoinKey.COLUMN).equalTo(col("e." + JoinKey.COLUMN)).and(inForce));
  }

  /** Pairs that agree, with the three verdicts, each on its own, and what they mean. */
  private static Dataset<Row> judged(Dataset<Row> candidates, MatchRules rules) {
    return candidates
        .withColumn("tier", Judges.tier(rules.equivalence(), rules.classes()))
        .where(col("tier").isNotNull())
        .withColumn("substitutions", Judges.substitutions(rules.classes()))
        .withColumn("state_verdict", Judges.state())
        .withColumn("vehicle_verdict", Judges.vehicle())
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
        col("state_verdict"),
        col("vehicle_verdict"),
        col("e.category"),
        col("alert_reason").equalTo(AlertReason.ALERT.name()).as("is_alert"),
        col("alert_reason"),
        lit(rules.policyVersion()).as("policy_version"),
        col("r.delete_after"),
        col("r.purpose"),
        col("r.date"));
  }
}
