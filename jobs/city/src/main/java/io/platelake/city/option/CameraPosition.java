package io.platelake.city.option;

import io.platelake.core.BadInput;

/**
 * The position of a camera.
 *
 * @param lat WGS 84 degrees
 * @param lon WGS 84 degrees
 * @param heading degrees clockwise from north, 0 inclusive to 360 exclusive
 */
public record CameraPosition(double lat, double lon, int heading) {
  public CameraPosition {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || heading < 0 || heading >= 360) {
      throw new BadInput(
          "camera position",
          "latitude, longitude or heading is out of range",
          "GeoJSON writes the longitude first, in degrees.");
    }
  }
}
