package io.platelake.city.option;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A protected facility.
 *
 * @param kind one of {@link #KINDS} in generated places; a given one is passed on as it is
 * @param polygon in degrees, longitude first
 * @param from when it becomes protected, null always was
 * @param to when it stops to be, null never
 */
public record Facility(
    String id, String kind, String name, Geometry polygon, Instant from, Instant to) {
  /** The seven kinds of Washington's policy, section 2.4. */
  public static final List<String> KINDS =
      List.of(
          "elementary_school",
          "place_of_worship",
          "food_bank",
          "secondary_school",
          "court",
          "protected_health_care",
          "immigration_matters");

  public Facility {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(polygon);
    if (id == null || id.isBlank()) {
      throw new BadInput("place", "it has no zone_id", "Give every feature an own zone_id.");
    }
  }

  /** Whether the place is protected at this moment, the end excluded. */
  public boolean inForce(Instant at) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }
}
