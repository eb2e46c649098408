package io.platelake.core.zone;

import java.io.Serializable;
import java.time.Instant;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A place where nothing may be collected, for as long as it is in effect.
 *
 * <p>Shape: the premises with their parking areas as polygons, a facility known only by its point,
 * or an access route as a line; the buffer around it is not part of it. Key: {@code zoneId}.
 *
 * @param zoneId 1 to 64 letters, digits and {@code . _ : -}
 * @param kind kind of facility, as the policy names it
 * @param name name for people; not published
 * @param shape in WGS 84 degrees, longitude first; each part at most 50 km across and within 85
 *     degrees of the equator. Callers must not change it.
 * @param bufferMetres distance from the shape that still counts as the place, 0 to 5,000
 * @param effectiveFrom first instant in effect, UTC; null means always before
 * @param effectiveTo first instant no longer in effect, UTC; null means still
 */
public record ProtectedPlace(
    String zoneId,
    String kind,
    String name,
    Geometry shape,
    double bufferMetres,
    Instant effectiveFrom,
    Instant effectiveTo)
    implements Serializable {
  /** Kind of a place that is protected while something goes on there: a rally, a service. */
  public static final String EVENT = "event";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final double MAX_BUFFER_METRES = 5_000;

  /**
   * Checks the place.
   *
   * @throws InvalidPlace if it cannot be
   */
  public ProtectedPlace {
    if (!ID.matcher(zoneId).matches()) {
      throw new InvalidPlace(
          "has an unusable zone_id", "Use 1 to 64 letters, digits and the characters . _ : -");
    }
    if (!(bufferMetres >= 0 && bufferMetres <= MAX_BUFFER_METRES)) {
      throw new InvalidPlace("has a buffer outside 0 to 5000 metres", "Give the buffer in metres");
    }
    if (effectiveFrom != null && effectiveTo != null && !effectiveFrom.isBefore(effectiveTo)) {
      throw new InvalidPlace(
          "has an effective_to that is not after effective_from", "Correct one of the two");
    }
    PlaceShape.check(shape);
  }

  /** Whether the place is in effect: from {@code effectiveFrom} on, before {@code effectiveTo}. */
  public boolean isEffective(Instant at) {
    return (effectiveFrom == null || !at.isBefore(effectiveFrom))
        && (effectiveTo == null || at.isBefore(effectiveTo));
  }

  /** The shape as well-known text in degrees, exact to the last digit. */
  public String toWkt() {
    return shape.toText();
  }

  /**
   * The place with a shape from {@link #toWkt()}.
   *
   * @throws InvalidPlace if the text is no shape or the place cannot be
   */
  public static ProtectedPlace fromWkt(
      String zoneId,
      String kind,
      String name,
      String wkt,
      double bufferMetres,
      Instant effectiveFrom,
      Instant effectiveTo) {
    return new ProtectedPlace(
        zoneId, kind, name, shape(wkt), bufferMetres, effectiveFrom, effectiveTo);
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException | IllegalArgumentException e) {
      throw new InvalidPlace("has a shape that is not well-known text", "Load the zones again");
    }
  }
}
