package io.platelake.core.mapping.time;

/** How a mapped feed writes the instant of capture: key {@code captured_at.format}. */
public enum TimeFormat {
  /** ISO 8601, with {@code T} or a blank in the middle; without an offset it is local time. */
  ISO(0),
  /** Seconds since 1970-01-01 UTC, a fraction allowed. */
  EPOCH_S(0),
  /** Milliseconds since 1970-01-01 UTC. */
  EPOCH_MS(3),
  /** Microseconds since 1970-01-01 UTC. */
  EPOCH_US(6),
  /** Nanoseconds since 1970-01-01 UTC: 19 digits, more than a double holds. */
  EPOCH_NS(9),
  /**
   * Seconds since 1970-01-01 00:00 on the wall clock of the feed's zone: what some makers call UTC
   * and is not.
   */
  LOCAL_EPOCH_S(0),
  /** A {@link java.time.format.DateTimeFormatter} pattern, read strictly. */
  PATTERN(0);

  private final int decimals;

  TimeFormat(int decimals) {
    this.decimals = decimals;
  }

  /** A number that is an instant whatever the zone. */
  boolean isEpoch() {
    return this != ISO && this != PATTERN && this != LOCAL_EPOCH_S;
  }

  /** Power of ten by which the number is larger than seconds. */
  int decimals() {
    return decimals;
  }
}
