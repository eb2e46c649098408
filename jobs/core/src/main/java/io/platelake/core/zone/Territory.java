package io.platelake.core.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the protected places of an agency can be: rectangles in WGS 84 degrees.
 *
 * <p>Longitude and latitude written the wrong way round stay within 85 degrees for much of the
 * United States. Such a place would protect a spot of the ocean, so the territory has to tell.
 */
public final class Territory {
  /** About 25 km: a place across the border still has surroundings on this side. */
  private static final double STATE_MARGIN_DEGREES = 0.25;

  /** About 100 km around the cameras, for a policy of a country or of an unknown state. */
  private static final double CAMERA_MARGIN_DEGREES = 1;

  private static final double FULL_CIRCLE = 360;

  /** Bounds of states and territories: west, south, east, north; rounded outward. */
  private static final String STATES =
      """
      AL -88.5 30.1 -84.8 35.1
      AK -180 51.0 -129.9 71.5
      AK 172 51.0 180 54.0
      AZ -114.9 31.3 -109.0 37.1
      AR -94.7 33.0 -89.6 36.6
      CA -124.6 32.4 -114.1 42.1
      CO -109.1 36.9 -102.0 41.1
      CT -73.8 40.9 -71.7 42.1
      DE -75.8 38.4 -74.9 39.9
      DC -77.2 38.7 -76.9 39.0
      FL -87.7 24.3 -79.9 31.1
      GA -85.7 30.3 -80.7 35.1
      HI -178.5 18.8 -154.7 28.6
      ID -117.3 41.9 -111.0 49.1
      IL -91.6 36.9 -87.4 42.6
      IN -88.2 37.7 -84.7 41.8
      IA -96.7 40.3 -90.1 43.6
      KS -102.1 36.9 -94.5 40.1
      KY -89.7 36.4 -81.9 39.2
      LA -94.1 28.8 -88.7 33.1
      ME -71.2 42.9 -66.8 47.5
      MD -79.6 37.8 -74.9 39.8
      MA -73.6 41.1 -69.8 42.9
      MI -90.5 41.6 -82.1 48.4
      MN -97.3 43.4 -89.4 49.5
      MS -91.7 30.1 -88.0 35.1
      MO -95.8 35.9 -89.0 40.7
      MT -116.1 44.3 -103.9 49.1
      NE -104.1 39.9 -95.2 43.1
      NV -120.1 34.9 -113.9 42.1
      NH -72.6 42.6 -70.5 45.4
      NJ -75.6 38.8 -73.8 41.4
      NM -109.1 31.3 -102.9 37.1
      NY -79.8 40.4 -71.7 45.1
      NC -84.4 33.7 -75.3 36.7
      ND -104.1 45.9 -96.5 49.1
      OH -84.9 38.3 -80.4 42.4
      OK -103.1 33.6 -94.4 37.1
      OR -124.8 41.9 -116.4 46.4
      PA -80.6 39.6 -74.6 42.4
      RI -71.9 41.1 -71.0 42.1
      SC -83.4 32.0 -78.4 35.3
      SD -104.1 42.4 -96.4 46.0
      TN -90.4 34.9 -81.6 36.8
      TX -106.7 25.8 -93.4 36.6
      UT -114.1 36.9 -109.0 42.1
      VT -73.5 42.7 -71.4 45.1
      VA -83.7 36.5 -75.1 39.5
      WA -124.9 45.5 -116.8 49.1
      WV -82.7 37.1 -77.6 40.7
      WI -93.0 42.4 -86.2 47.4
      WY -111.1 40.9 -104.0 45.1
      PR -68.0 17.8 -65.1 18.6
      VI -65.2 17.6 -64.5 18.5
      GU 144.5 13.2 145.0 13.7
      MP 144.8 14.0 146.1 20.6
      AS -171.2 -14.6 -168.1 -11.0
      """;

  private static final Map<String, List<Envelope>> BY_STATE = byState();

  private final String name;
  private final List<Envelope> boxes;

  private Territory(String name, List<Envelope> boxes) {
    this.name = name;
    this.boxes = List.copyOf(boxes);
  }

  /** The whole earth: every position is within. */
  public static Territory earth() {
    return new Territory("the earth", List.of(new Envelope(-180, 180, -90, 90)));
  }

  /**
   * The territory of a jurisdiction, such as {@code US-WA} or {@code US}; empty where it is not
   * known.
   */
  public static Optional<Territory> ofJurisdiction(String jurisdiction) {
    if (jurisdiction.equals("US")) {
      return Optional.of(
          new Territory("US", BY_STATE.values().stream().flatMap(List::stream).toList()));
    }
    return Optional.ofNullable(
            BY_STATE.get(jurisdiction.startsWith("US-") ? jurisdiction.substring(3) : ""))
        .map(boxes -> new Territory(jurisdiction, boxes));
  }

  /** The surroundings of cameras; empty where there is none. Longitude is {@code x}. */
  public static Optional<Territory> around(Collection<Coordinate> cameras) {
    return cameras.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Territory(
                "the surroundings of the cameras",
                cameras.stream()
                    .map(at -> grown(new Envelope(at), CAMERA_MARGIN_DEGREES))
                    .distinct()
                    .toList()));
  }

  /** Refuses a shape of which a position is outside. */
  void check(Geometry shape) {
    for (Coordinate at : shape.getCoordinates()) {
      if (!holds(at.x, at.y)) {
        throw holds(at.y, at.x)
            ? new InvalidPlace(
                "has a position outside " + name + ", as if longitude and latitude were swapped",
                "Give longitude first")
            : new InvalidPlace(
                "has a position outside " + name,
                "Give WGS 84 degrees, longitude first, west and south negative");
      }
    }
  }

  private boolean holds(double lon, double lat) {
    return boxes.stream()
        .anyMatch(
            box ->
                box.contains(lon, lat)
                    || box.contains(lon - FULL_CIRCLE, lat)
                    || box.contains(lon + FULL_CIRCLE, lat));
  }

  private static Envelope grown(Envelope box, double degrees) {
    box.expandBy(degrees);
    return box;
  }

  private static Map<String, List<Envelope>> byState() {
    Map<String, List<Envelope>> states = new HashMap<>();
    STATES
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            cells -> {
              Envelope box =
                  new Envelope(
                      Double.parseDouble(cells[1]),
                      Double.parseDouble(cells[3]),
                      Double.parseDouble(cells[2]),
                      Double.parseDouble(cells[4]));
              states
                  .computeIfAbsent(cells[0], state -> new ArrayList<>())
                  .add(grown(box, STATE_MARGIN_DEGREES));
            });
    return Map.copyOf(states);
  }
}
