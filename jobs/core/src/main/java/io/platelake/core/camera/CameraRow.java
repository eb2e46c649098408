package io.platelake.core.camera;

import io.platelake.core.land.Deployment;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a camera file: a camera at a place from an instant on, or a mobile camera.
 *
 * @param vendorCameraId id in the vendor's payload; null when it is the camera id
 * @param maker who made the reader; null when unknown
 * @param model the maker's model or engine; null when unknown
 * @param lat WGS 84 degrees; null where a mobile camera has no position of its own
 * @param lon WGS 84 degrees; null with {@code lat}
 * @param heading degrees clockwise from north, null when unknown
 * @param from first instant at this place, UTC
 * @param to first instant no longer there, UTC; null while it stands
 */
public record CameraRow(
    String cameraId,
    String vendorCameraId,
    String siteName,
    String siteType,
    String maker,
    String model,
    Double lat,
    Double lon,
    Double heading,
    Instant from,
    Instant to) {
  /** The site of a camera in a vehicle. */
  static final String MOBILE = "mobile";

  public CameraRow {
    Objects.requireNonNull(cameraId, "cameraId");
    Optional<String> problem = problem(siteType, lat, lon, from, to);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
  }

  /** What is wrong with a line as a whole. */
  static Optional<String> problem(
      String siteType, Double lat, Double lon, Instant from, Instant to) {
    if ((lat == null) != (lon == null)) {
      return Optional.of("lat or lon is missing; give both");
    }
    if (lat == null && !siteType.equals(MOBILE)) {
      return Optional.of("lat and lon are missing; only a mobile camera has no position");
    }
    if (lat != null && !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
      return Optional.of("lat or lon is out of range; lat comes first and is -90 to 90");
    }
    if (to != null && !from.isBefore(to)) {
      return Optional.of("to is not after from");
    }
    return Optional.empty();
  }

  /** The camera at its place, as landing knows it. */
  public Deployment deployment() {
    return new Deployment(cameraId, siteType, lat, lon, from, to == null ? Deployment.OPEN : to);
  }
}
