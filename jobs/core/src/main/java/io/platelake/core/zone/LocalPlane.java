package io.platelake.core.zone;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Metres east and north of a point on the WGS 84 ellipsoid, by its radii of curvature there.
 *
 * <p>The map is affine, so an edge that is straight in longitude and latitude, as GeoJSON means it,
 * stays straight. Distances are off by about {@code tan(latitude) × d / 6400 km} at {@code d}
 * kilometres north or south of the point: 0.02 % per kilometre in Washington.
 */
final class LocalPlane {
  private static final double EQUATOR_RADIUS = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

  private final double lon;
  private final double lat;
  private final double metresPerLonDegree;
  private final double metresPerLatDegree;

  LocalPlane(Coordinate origin) {
    lon = origin.x;
    lat = origin.y;
    metresPerLonDegree = metresPerLonDegree(lat);
    metresPerLatDegree = metresPerLatDegree(lat);
  }

  /** Length of a degree of longitude at a latitude. */
  static double metresPerLonDegree(double lat) {
    double crossRadius = EQUATOR_RADIUS / Math.sqrt(flattening(lat));
    return Math.toRadians(crossRadius * Math.cos(Math.toRadians(lat)));
  }

  /** Length of a degree of latitude at a latitude. */
  static double metresPerLatDegree(double lat) {
    double meridianRadius =
        EQUATOR_RADIUS * (1 - ECCENTRICITY_SQUARED) / Math.pow(flattening(lat), 1.5);
    return Math.toRadians(meridianRadius);
  }

  /** The point in metres, on the side of the 180th meridian where it is nearer to the origin. */
  Coordinate toMetres(double pointLon, double pointLat) {
    double east = pointLon - lon;
    if (east > 180) {
      east -= 360;
    } else if (east < -180) {
      east += 360;
    }
    return new Coordinate(east * metresPerLonDegree, (pointLat - lat) * metresPerLatDegree);
  }

  Geometry toMetres(Geometry degrees) {
    return AffineTransformation.translationInstance(-lon, -lat)
        .scale(metresPerLonDegree, metresPerLatDegree)
        .transform(degrees);
  }

  private static double flattening(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return 1 - ECCENTRICITY_SQUARED * sine * sine;
  }
}
