package io.platelake.core.trial;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.plate.PlateShape;
import java.util.Locale;

/**
 * A read as a line for the person whose file it is.
 *
 * @param withPlate whether the plate is shown; else only its {@link PlateShape}
 */
record ReadLine(CanonicalRead read, boolean withPlate) {
  String text() {
    StringBuilder line = new StringBuilder(read.capturedAt().toString());
    add(line, "camera", read.cameraId());
    add(line, "plate", withPlate ? read.plate() : PlateShape.of(read.plate()));
    add(line, "state", read.state());
    add(line, "confidence", rounded(read.confidence(), 2));
    add(line, "at", read.lat() == null ? null : position());
    add(line, "direction", rounded(read.direction(), 0));
    add(line, "make", read.make());
    add(line, "model", read.model());
    add(line, "color", read.color());
    add(line, "body", read.body());
    if (!read.candidates().isEmpty()) {
      add(line, "candidates", read.candidates().size());
    }
    return line.toString();
  }

  private String position() {
    return rounded(read.lat(), 5) + "," + rounded(read.lon(), 5);
  }

  private static String rounded(Double value, int decimals) {
    return value == null ? null : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static void add(StringBuilder line, String name, Object value) {
    if (value != null) {
      line.append("  ").append(name).append(' ').append(value);
    }
  }
}
