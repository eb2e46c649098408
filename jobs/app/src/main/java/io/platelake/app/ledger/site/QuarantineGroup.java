package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.platelake.core.land.QuarantineCause;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records of a feed that wait in quarantine for the same cause.
 *
 * @param files that hold them
 * @param withText records whose text is whole, so that they can land without their file
 * @param oldest landing of the oldest, UTC
 * @param newest landing of the newest, UTC
 * @param firstGone when the first of them must be gone, UTC; empty without a limit
 */
public record QuarantineGroup(
    String agency,
    String feed,
    String purpose,
    QuarantineCause cause,
    long records,
    long files,
    long withText,
    Instant oldest,
    Instant newest,
    Optional<Instant> firstGone) {

  /** Whether a row waits: no later run has judged its record again. */
  public static Column waits() {
    return col("judged_again_by").isNull();
  }

  /**
   * The groups of these rows of {@code quarantine}, the largest of a feed first. A byte of one
   * record is not a place that others share.
   */
  public static List<QuarantineGroup> of(Dataset<Row> rows) {
    Column place = coalesce(col("place"), lit(""));
    return NamedRow.all(
            rows.where(waits())
                .groupBy(
                    col("agency_id"),
                    col("feed_id"),
                    col("purpose"),
                    col("reason"),
                    coalesce(col("field"), lit("")).as("field"),
                    when(place.startsWith("byte "), "").otherwise(place).as("place"),
                    coalesce(col("why"), lit("")).as("why"))
                .agg(
                    count(lit(1)).as("records"),
                    count_distinct(col("file_digest")).as("files"),
                    sum(when(col("payload_whole"), 1L).otherwise(0L)).as("with_text"),
                    min("landed_at").as("oldest"),
                    max("landed_at").as("newest"),
                    min("delete_after").as("first_gone"))
                .orderBy(
                    col("feed_id"),
                    col("records").desc(),
                    col("reason"),
                    col("field"),
                    col("place"),
                    col("why")))
        .stream()
        .map(QuarantineGroup::group)
        .toList();
  }

  private static QuarantineGroup group(NamedRow row) {
    return new QuarantineGroup(
        row.text("agency_id"),
        row.text("feed_id"),
        row.text("purpose"),
        new QuarantineCause(
            row.text("reason"), row.text("field"), row.text("place"), row.text("why")),
        row.number("records"),
        row.number("files"),
        row.number("with_text"),
        row.instant("oldest"),
        row.instant("newest"),
        row.findInstant("first_gone"));
  }

  /** The groups by feed, in the order of its id. */
  public static Map<String, List<QuarantineGroup>> byFeed(List<QuarantineGroup> groups) {
    return groups.stream()
        .collect(Collectors.groupingBy(QuarantineGroup::feed, TreeMap::new, Collectors.toList()));
  }

  /** Records by cause. */
  public static Map<QuarantineCause, Long> causes(List<QuarantineGroup> groups) {
    return groups.stream()
        .collect(Collectors.toMap(QuarantineGroup::cause, QuarantineGroup::records, Long::sum));
  }
}
