package io.platelake.core.purge;

import java.time.Instant;

/**
 * When the clocks of some rows started, UTC.
 *
 * @param oldest first capture
 * @param newest last capture
 * @param landed first landing, for kinds that count from it; otherwise the first capture
 */
public record RowAges(Instant oldest, Instant newest, Instant landed) {
  public RowAges {
    if (newest.isBefore(oldest)) {
      throw new IllegalArgumentException("the newest row is older than the oldest");
    }
  }

  /** Of a single row that landed at its capture. */
  static RowAges of(Instant captured) {
    return new RowAges(captured, captured, captured);
  }
}
