package io.platelake.app.research;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;

import io.platelake.core.disclosure.Threshold;
import io.platelake.lake.table.NamedRow;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The product {@code camera-hour}: reads and distinct vehicles per camera and UTC hour. Hours
 * without a read do not appear. A vehicle is a distinct plate text; a read without one counts as a
 * read and not as a vehicle.
 */
final class CameraHour {
  static final String PRODUCT = "camera-hour";

  private CameraHour() {}

  /**
   * Cells of these reads, by camera and hour, with small ones suppressed.
   *
   * @param reads rows of {@code reads} of one agency, purpose and window
   * @param threshold distinct vehicles a cell needs to be shown
   */
  static List<Cell> cells(Dataset<Row> reads, Threshold threshold) {
    return reads
        .groupBy(col("camera_id"), date_trunc("hour", col("captured_at")).as("hour"))
        .agg(count(lit(1)).as("reads"), countDistinct("plate_key").as("vehicles"))
        .orderBy("camera_id", "hour")
        .collectAsList()
        .stream()
        .map(NamedRow::new)
        .map(
            r ->
                Cell.of(
                    r.text("camera_id"),
                    r.instant("hour"),
                    r.number("reads"),
                    r.number("vehicles"),
                    threshold))
        .toList();
  }
}
