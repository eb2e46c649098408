package io.platelake.core.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was asked, without a plate.
 *
 * @param kinds by what: plate, part, vehicle, place
 * @param plateTokens keyed token of each plate or part of a plate
 * @param vehicle what was said of the vehicle
 * @param area around which point; empty for none
 * @param cameras whose reads; empty for all
 * @param agencies whose reads are looked at
 * @param from first instant of capture, UTC
 * @param to first instant after it, UTC
 */
public record LoggedQuery(
    List<String> kinds,
    List<String> plateTokens,
    Vehicle vehicle,
    Optional<Area> area,
    List<String> cameras,
    List<String> agencies,
    Instant from,
    Instant to) {
  public LoggedQuery {
    kinds = List.copyOf(kinds);
    plateTokens = List.copyOf(plateTokens);
    Objects.requireNonNull(vehicle, "vehicle");
    Objects.requireNonNull(area, "area");
    cameras = List.copyOf(cameras);
    agencies = List.copyOf(agencies);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  /** What was said of a vehicle; empty parts say nothing. */
  public record Vehicle(
      Optional<String> make,
      Optional<String> color,
      Optional<String> body,
      Optional<String> state) {
    public static final Vehicle UNSAID =
        new Vehicle(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a word about the vehicle itself is said; the state is one about the plate. */
    public boolean isSaid() {
      return make.isPresent() || color.isPresent() || body.isPresent();
    }
  }

  /**
   * A circle.
   *
   * @param lat degrees north
   * @param lon degrees east
   * @param radiusMetres metres
   */
  public record Area(double lat, double lon, double radiusMetres) {
    public Area {
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && radiusMetres > 0)) {
        throw new IllegalArgumentException("no circle on the globe");
      }
    }
  }
}
