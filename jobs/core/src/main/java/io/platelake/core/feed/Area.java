package io.platelake.core.feed;

import java.io.Serializable;

/**
 * The rectangle in which a feed's reads can be: key {@code area}, WGS 84 degrees.
 *
 * <p>Latitude and longitude written the wrong way round stay in the range of both for half of the
 * world; only the agency's own area tells.
 */
public record Area(double west, double south, double east, double north) implements Serializable {
  /** The whole earth. */
  public static final Area EARTH = new Area(-180, -90, 180, 90);

  public Area {
    boolean valid =
        west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
    if (!valid) {
      throw new IllegalArgumentException(
          "an area needs -180 <= west < east <= 180 and -90 <= south < north <= 90");
    }
  }

  boolean contains(double lat, double lon) {
    return lat >= south && lat <= north && lon >= west && lon <= east;
  }
}
