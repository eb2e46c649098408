package io.platelake.app.research;

import io.platelake.core.disclosure.Threshold;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One camera and hour of a release.
 *
 * @param camera camera id
 * @param hour start of the UTC hour of capture
 * @param reads reads of the hour; null when suppressed
 * @param vehicles distinct vehicles of the hour; null when suppressed
 */
public record Cell(String camera, Instant hour, Long reads, Long vehicles) {
  static final List<String> COLUMNS =
      List.of("camera_id", "hour", "reads", "distinct_vehicles", "status");

  /** The cell as it may be shown: both counts or, with too few vehicles, neither. */
  public static Cell of(
      String camera, Instant hour, long reads, long vehicles, Threshold threshold) {
    return threshold.suppresses(vehicles)
        ? new Cell(camera, hour, null, null)
        : new Cell(camera, hour, reads, vehicles);
  }

  boolean suppressed() {
    return reads == null;
  }

  /** Fields in the order of {@link #COLUMNS}. */
  public List<String> fields() {
    return Arrays.asList(
        camera,
        hour.toString(),
        suppressed() ? null : Long.toString(reads),
        suppressed() ? null : Long.toString(vehicles),
        suppressed() ? "suppressed" : "ok");
  }
}
