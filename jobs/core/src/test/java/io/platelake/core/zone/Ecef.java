package io.platelake.core.zone;

import org.locationtech.jts.geom.Coordinate;

/**
 * The oracle of distances: straight lines through the WGS 84 ellipsoid, in Cartesian metres from
 * its centre. At a few kilometres they equal the way over the ground to a millimetre.
 */
final class Ecef {
  private static final double A = 6_378_137.0;
  private static final double E2 = 0.006_694_379_990_14;

  private Ecef() {}

  static double metres(double lon, double lat, double otherLon, double otherLat) {
    double[] p = xyz(lon, lat);
    double[] q = xyz(otherLon, otherLat);
    return Math.sqrt(square(p[0] - q[0]) + square(p[1] - q[1]) + square(p[2] - q[2]));
  }

  /** Least distance to the corners and 400 points between each two. */
  static double metresToLine(double lon, double lat, Coordinate... corners) {
    double least = Double.MAX_VALUE;
    for (int i = 1; i < corners.length; i++) {
      for (int step = 0; step <= 400; step++) {
        double share = step / 400.0;
        double x = corners[i - 1].x + share * (corners[i].x - corners[i - 1].x);
        double y = corners[i - 1].y + share * (corners[i].y - corners[i - 1].y);
        least = Math.min(least, metres(lon, lat, x, y));
      }
    }
    return least;
  }

  private static double[] xyz(double lon, double lat) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    double n = A / Math.sqrt(1 - E2 * square(Math.sin(phi)));
    return new double[] {
      n * Math.cos(phi) * Math.cos(lambda),
      n * Math.cos(phi) * Math.sin(lambda),
      n * (1 - E2) * Math.sin(phi)
    };
  }

  private static double square(double value) {
    return value * value;
  }
}
