package io.platelake.app.facts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * What is counted, one row of {@code daily_facts} a count (without {@code computed_at}). Times are
 * UTC; a day without rows has no counts, which is not the same as zero.
 */
final class Facts {
  private Facts() {}

  /**
   * From rows of {@code reads}: reads kept and distinct vehicles, per camera and for all cameras.
   */
  static Dataset<Row> ofReads(Dataset<Row> reads) {
    RelationalGroupedDataset perCamera = reads.groupBy("date", "agency_id", "purpose", "camera_id");
    Dataset<Row> kept = perCamera.agg(count(lit(1)).as("value"));
    Dataset<Row> vehicles = perCamera.agg(countDistinct("plate_key").as("value"));
    // Distinct vehicles do not add up over cameras, so the sum over all is a count of its own.
    Dataset<Row> allCameras =
        reads
            .groupBy("date", "agency_id", "purpose")
            .agg(countDistinct("plate_key").as("value"))
            .withColumn("camera_id", lit(null).cast("string"));
    return fact(kept, "reads_kept", null)
        .union(fact(vehicles, "distinct_vehicles", null))
        .union(fact(allCameras, "distinct_vehicles", null));
  }

  /**
   * From rows of {@code passes}: number of passes, and of passes of standing plates, per camera.
   */
  static Dataset<Row> ofPasses(Dataset<Row> passes) {
    return fact(perCamera(passes), "passes", null)
        .union(fact(perCamera(passes.where(col("standing").isNotNull())), "passes_standing", null));
  }

  private static Dataset<Row> perCamera(Dataset<Row> rows) {
    return rows.groupBy("date", "agency_id", "purpose", "camera_id").agg(count(lit(1)).as("value"));
  }

  /** From rows of {@code exclusions}: reads not collected at protected places, per camera. */
  static Dataset<Row> ofExclusions(Dataset<Row> exclusions) {
    return fact(
        exclusions
            .groupBy("date", "agency_id", "purpose", "camera_id")
            .agg(sum("reads").as("value")),
        "excluded",
        null);
  }

  /** From rows of {@code hits}: hits and alerts, per camera and list. */
  static Dataset<Row> ofHits(Dataset<Row> hits) {
    Dataset<Row> all = perList(hits);
    Dataset<Row> alerts = perList(hits.where(col("is_alert")));
    return fact(all, "hits", "list_id").union(fact(alerts, "alerts", "list_id"));
  }

  private static Dataset<Row> perList(Dataset<Row> hits) {
    return hits.groupBy("date", "agency_id", "purpose", "camera_id", "list_id")
        .agg(count(lit(1)).as("value"));
  }

  private static Dataset<Row> fact(Dataset<Row> counts, String metric, String listColumn) {
    return counts.select(
        col("date"),
        col("agency_id"),
        col("purpose"),
        col("camera_id"),
        listColumn == null ? lit(null).cast("string").as("list_id") : col(listColumn),
        lit(metric).as("metric"),
        col("value").cast("bigint"));
  }
}
