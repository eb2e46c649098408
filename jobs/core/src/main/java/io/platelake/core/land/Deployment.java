package io.platelake.core.land;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One camera at one place for a time, or a mobile camera.
 *
 * @param siteType type of the site as the policies name it; {@code mobile} for a vehicle
 * @param lat WGS 84 degrees; null where a mobile camera has no position of its own
 * @param lon WGS 84 degrees; null with {@code lat}
 * @param from first instant, UTC
 * @param until first instant no longer there, UTC; {@link #OPEN} while it stands
 */
public record Deployment(
    String cameraId, String siteType, Double lat, Double lon, Instant from, Instant until)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MOBILE = "mobile";

  /** The end of a deployment that goes on. */
  public static final Instant OPEN = Instant.MAX;

  public Deployment {
    Objects.requireNonNull(cameraId);
    Objects.requireNonNull(siteType);
    Objects.requireNonNull(from);
    Objects.requireNonNull(until);
    if ((lat == null) != (lon == null) || lat == null && !siteType.equals(MOBILE)) {
      throw new IllegalArgumentException("only a mobile camera has no position");
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** Whether the camera reads from this very place, and not from a vehicle. */
  public boolean isFixed() {
    return !siteType.equals(MOBILE);
  }
}
