package io.platelake.core.feed;

/**
 * Where a vendor says that a read was made, filled by an adapter: WGS 84 degrees, null for unknown.
 */
final class VendorPosition {
  private static final double EARTH_RADIUS_M = 6_371_000;
  private static final double FARTHEST_READ_M = 1_000;

  Double lat;
  Double lon;

  /** Position of the reader, for a maker that gives it and the position of the vehicle. */
  Double observerLat;

  Double observerLon;

  /** No reader stands at 0, 0 or -1, -1 or outside a coordinate: makers write these for unknown. */
  boolean isUnknown() {
    if (lat == null || lon == null) {
      return lat == null && lon == null;
    }
    // Compared as numbers: -0 is 0.
    double both = lat;
    return both == lon && (both == 0 || both == -1);
  }

  /** Whether it is unknown, or a point of the area. */
  boolean isUsable(Area area) {
    if (isUnknown()) {
      return true;
    }
    return lat != null && lon != null && area.contains(lat, lon);
  }

  boolean isLatitudeWrong() {
    return lat == null || !(Math.abs(lat) <= 90);
  }

  boolean isLongitudeWrong() {
    return lon == null || !(Math.abs(lon) <= 180);
  }

  /** No camera reads a plate a kilometre away: of two such positions one is wrong. */
  boolean isFarFromObserver() {
    if (isUnknown() || observerLat == null || observerLon == null) {
      return false;
    }
    double north = Math.toRadians(lat - observerLat);
    double east = Math.toRadians(lon - observerLon) * Math.cos(Math.toRadians(lat));
    return !(Math.hypot(north, east) * EARTH_RADIUS_M < FARTHEST_READ_M);
  }
}
