package io.platelake.core.pass;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a plate that one camera read on one UTC date is not of a vehicle that passes.
 *
 * <p>Time in view counts and not the number of reads, which depends on the camera: a bus that stops
 * in view once an hour is read a hundred times in two minutes, and passes.
 *
 * @param stay in view at least this long...
 * @param away ...without being away for longer than this
 * @param hours seen in at least as many hours of the day...
 * @param minutes ...in at least as many minutes of each of them
 */
public record ParkedRule(Duration stay, Duration away, int hours, int minutes)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  /**
   * Two hours without ten minutes' absence, or ten minutes in each of six hours. No vehicle in
   * traffic does either, and a car parked for a working day does both.
   */
  public static final ParkedRule DEFAULT =
      new ParkedRule(Duration.ofHours(2), Duration.ofMinutes(10), 6, 10);

  public ParkedRule {
    if (stay.compareTo(away) <= 0 || hours < 1 || minutes < 1) {
      throw new IllegalArgumentException(
          "a stay is longer than an absence, and counts are above 0");
    }
  }

  /**
   * Judges one plate at one camera.
   *
   * @param times captures of one UTC date, earliest first
   */
  Optional<ParkedSign> judge(List<Instant> times) {
    if (stays(times)) {
      return Optional.of(ParkedSign.STAYS);
    }
    return allDay(times) ? Optional.of(ParkedSign.ALL_DAY) : Optional.empty();
  }

  private boolean stays(List<Instant> times) {
    Instant from = null;
    Instant last = null;
    for (Instant at : times) {
      if (last == null || Duration.between(last, at).compareTo(away) > 0) {
        from = at;
      }
      last = at;
      if (Duration.between(from, at).compareTo(stay) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean allDay(List<Instant> times) {
    Map<Long, Set<Long>> minutesOfHour = new HashMap<>();
    for (Instant at : times) {
      minutesOfHour
          .computeIfAbsent(at.getEpochSecond() / HOUR, h -> new HashSet<>())
          .add(at.getEpochSecond() / MINUTE);
    }
    return minutesOfHour.values().stream().filter(m -> m.size() >= minutes).count() >= hours;
  }
}
