package io.platelake.app.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is counted, one row of {@code daily_facts} a count (without {@code computed_at}). Times are
 * UTC; a day without rows has no counts, which is not the same as zero.
 */
final class Facts {
  private static final Column NO_LIST = lit(null).cast("string");

  /** What did not happen has no row. A camera whose reads have no plate keeps its count of 0. */
  private static final Column SOME = col("value").gt(0);

  private Facts() {}

  /**
   * From rows of {@code reads}: reads kept and distinct vehicles, per camera and for all cameras.
   */
  static Dataset<Row> ofReads(Dataset<Row> reads) {
    Dataset<Row> perCamera =
        reads
            .groupBy("date", "agency_id", "purpose", "camera_id")
            .agg(
                count(lit(1)).as("reads_kept"), countDistinct("plate_key").as("distinct_vehicles"));
    // Distinct vehicles do not add up over cameras, so the sum over all is a count of its own.
    Dataset<Row> allCameras =
        reads
            .groupBy("date", "agency_id", "purpose")
            .agg(countDistinct("plate_key").as("distinct_vehicles"))
            .withColumn("camera_id", lit(null).cast("string"));
    return facts(perCamera, NO_LIST, "reads_kept", "distinct_vehicles")
        .union(facts(allCameras, NO_LIST, "distinct_vehicles"));
  }

  /**
   * From rows of {@code passes}: number of passes, and of passes of standing plates, per camera.
   */
  static Dataset<Row> ofPasses(Dataset<Row> passes) {
    Dataset<Row> counts =
        passes
            .groupBy("date", "agency_id", "purpose", "camera_id")
            .agg(
                count(lit(1)).as("passes"),
                count_if(col("standing").isNotNull()).as("passes_standing"));
    return facts(counts, NO_LIST, "passes", "passes_standing").where(SOME);
  }

  /** From rows of {@code exclusions}: reads not collected at protected places, per camera. */
  static Dataset<Row> ofExclusions(Dataset<Row> exclusions) {
    Dataset<Row> counts =
        exclusions
            .groupBy("date", "agency_id", "purpose", "camera_id")
            .agg(sum("reads").as("excluded"));
    return facts(counts, NO_LIST, "excluded");
  }

  /** From rows of {@code hits}: hits and alerts, per camera and list. */
  static Dataset<Row> ofHits(Dataset<Row> hits) {
    Dataset<Row> counts =
        hits.groupBy("date", "agency_id", "purpose", "camera_id", "list_id")
            .agg(count(lit(1)).as("hits"), count_if(col("is_alert")).as("alerts"));
    return facts(counts, col("list_id"), "hits", "alerts").where(SOME);
  }

  /**
   * A row for each of these columns of counts. One look at the data gives all of them.
   *
   * @param counts one row a date, agency, purpose and camera
   */
  private static Dataset<Row> facts(Dataset<Row> counts, Column list, String... metrics) {
    Column[] each =
        Arrays.stream(metrics)
            .map(m -> struct(lit(m).as("metric"), col(m).cast("bigint").as("value")))
            .toArray(Column[]::new);
    return counts
        .withColumn("list_of", list)
        .withColumn("fact", explode(array(each)))
        .select(
            col("date"),
            col("agency_id"),
            col("purpose"),
            col("camera_id"),
            col("list_of").as("list_id"),
            col("fact.metric"),
            col("fact.value"));
  }
}
