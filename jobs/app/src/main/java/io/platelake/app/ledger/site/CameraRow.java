package io.platelake.app.ledger.site;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a camera file: a camera at a place from an instant on.
 *
 * @param vendorCameraId id in the vendor's payload; null when it is the camera id
 * @param maker who made the reader; null when unknown
 * @param model the maker's model or engine; null when unknown
 * @param lat WGS 84 degrees
 * @param lon WGS 84 degrees
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
    double lat,
    double lon,
    Double heading,
    Instant from,
    Instant to) {

  public Optional<String> problem() {
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
      return Optional.of("lat or lon is out of range; lat comes first and is -90 to 90");
    }
    if (to != null && !from.isBefore(to)) {
      return Optional.of("to is not after from");
    }
    return Optional.empty();
  }
}
