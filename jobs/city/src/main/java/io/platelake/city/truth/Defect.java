package io.platelake.city.truth;

import io.platelake.city.option.Shares;
import java.util.Locale;

/** What was planted in a record; at most one. {@code truth.jsonl} holds its {@link #key()}. */
public enum Defect {
  NONE,
  RESENT,
  RESENT_NEXT_DAY,
  LATE,
  EXPIRED,
  CLOCK_BEHIND,
  CLOCK_AHEAD,
  UNKNOWN_CAMERA,
  BROKEN,
  WRONG_TYPE,
  NO_PLATE,
  HEARTBEAT;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Deals out the defects in their shares.
   *
   * <p>Multiples of the golden ratio fill [0, 1) evenly, so each kind comes at nearly regular
   * distances: in twenty thousand records even the rarest occurs.
   */
  public static Defect of(long event, Shares shares) {
    double u = (event * 0x9E3779B97F4A7C15L >>> 11) * 0x1.0p-53;
    double[] byOrdinal = {
      0,
      shares.resent(),
      shares.resentNextDay(),
      shares.late(),
      shares.expired(),
      shares.clockBehind(),
      shares.clockAhead(),
      shares.unknownCamera(),
      shares.broken(),
      shares.wrongType(),
      shares.noPlate(),
      shares.heartbeat()
    };
    for (Defect defect : values()) {
      u -= byOrdinal[defect.ordinal()];
      if (u < 0) {
        return defect;
      }
    }
    return NONE;
  }
}
