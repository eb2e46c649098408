package io.platelake.core.feed;

import io.platelake.core.feed.rule.EventRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * One plate read in the units of table {@code reads}, whatever maker it came from.
 *
 * @param eventKey what the event is, beside camera and instant: the vendor's event id (with the
 *     index of the plate in it), or the plate where the vendor gives no id
 * @param vendorCameraId the camera as the vendor calls it
 * @param cameraId the camera as the agency calls it, by the feed's camera rule
 * @param capturedAt UTC, cut to microseconds, which is what the tables hold
 * @param plateRaw the reading exactly as sent
 * @param plate the reading normalised, see {@link io.platelake.core.plate.PlateText}
 * @param state two letters upper case, null unknown
 * @param stateConfidence 0 to 1, null unknown; null when {@code state} is
 * @param confidence of the plate's characters, 0 to 1, null unknown
 * @param candidates all alternative readings in the vendor's order, without repetition
 * @param make lower case, null unknown; so are {@code model}, {@code color} and {@code body}
 * @param direction of travel in degrees, 0 inclusive to 360 exclusive, null unknown
 * @param lat WGS 84 degrees, null unknown, in which case {@code lon} is null too
 * @param lon WGS 84 degrees, null unknown
 * @param imageRef where the vendor keeps the picture, null when unknown or when the reference
 *     itself spells the plate
 */
public record CanonicalRead(
    String eventKey,
    String vendorCameraId,
    String cameraId,
    Instant capturedAt,
    String plateRaw,
    String plate,
    String state,
    Double stateConfidence,
    Double confidence,
    List<Candidate> candidates,
    String make,
    String model,
    String color,
    String body,
    Double direction,
    Double lat,
    Double lon,
    String imageRef) {

  public CanonicalRead {
    Objects.requireNonNull(eventKey, "eventKey");
    Objects.requireNonNull(vendorCameraId, "vendorCameraId");
    Objects.requireNonNull(cameraId, "cameraId");
    capturedAt = capturedAt.truncatedTo(ChronoUnit.MICROS);
    Objects.requireNonNull(plateRaw, "plateRaw");
    Objects.requireNonNull(plate, "plate");
    candidates = List.copyOf(candidates);
    stateConfidence = state == null ? null : stateConfidence;
    requireUnit(stateConfidence, "stateConfidence");
    requireUnit(confidence, "confidence");
    if ((lat == null) != (lon == null)) {
      throw new IllegalArgumentException("a position needs both lat and lon");
    }
  }

  /** Event key of a read to which the vendor gives no event id: the plate at its instant. */
  static String withoutEvent(String plate) {
    return "plate " + plate;
  }

  /** Whether the vendor names the event. */
  boolean hasEvent() {
    return !eventKey.equals(withoutEvent(plate));
  }

  /** What the read is, by the rule of its feed. */
  public ReadIdentity identity(String agencyId, EventRule rule) {
    return ReadIdentity.of(this, agencyId, rule);
  }

  /** States neither plate nor place, nor the camera: in a damaged record that may be the plate. */
  @Override
  public String toString() {
    return "CanonicalRead[]";
  }

  private static void requireUnit(Double value, String name) {
    if (value != null && !(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " has to lie between 0 and 1");
    }
  }
}
