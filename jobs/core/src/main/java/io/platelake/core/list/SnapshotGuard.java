package io.platelake.core.list;

import io.platelake.core.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses files that are no update: old, empty or cut ones. The list in force then stays until it
 * is too old itself.
 *
 * @param limits what the policy asks
 * @param asOf the now of the run, UTC
 */
public record SnapshotGuard(UpdateLimits limits, Instant asOf) {
  /**
   * Returns when the offer may replace the snapshot in use.
   *
   * @throws Refusal for a source time in the future, too old or before the newest snapshot, and for
   *     an empty or shrunken list
   */
  public void check(OfferedSnapshot offer, CurrentSnapshots current) {
    refuseFromTheFuture(offer);
    refuseTooOld(offer);
    refuseOutOfOrder(offer, current.newest());
    refuseEmpty(offer);
    refuseShrunken(offer, current.used());
  }

  private void refuseFromTheFuture(OfferedSnapshot offer) {
    Duration ahead = Duration.between(asOf, offer.sourceTime());
    if (ahead.compareTo(limits.clockTolerance()) > 0) {
      throw refusal(
          offer,
          "its source time "
              + offer.sourceTime()
              + " lies "
              + text(ahead)
              + " after "
              + asOf
              + ", tolerated are "
              + text(limits.clockTolerance()),
          "Correct the source time or the clock that wrote it.");
    }
  }

  private void refuseTooOld(OfferedSnapshot offer) {
    if (!Freshness.usable(offer.sourceTime(), asOf, limits.maxAge())) {
      throw refusal(
          offer,
          "its source time "
              + offer.sourceTime()
              + " is "
              + text(Duration.between(offer.sourceTime(), asOf))
              + " before "
              + asOf
              + ", the policy allows "
              + text(limits.maxAge()),
          "Fetch a newer file from the source.");
    }
  }

  /** An equal source time passes; whether the content differs is the caller's question. */
  private static void refuseOutOfOrder(OfferedSnapshot offer, Optional<Snapshot> newest) {
    if (newest.isPresent() && offer.sourceTime().isBefore(newest.get().sourceTime())) {
      throw refusal(
          offer,
          "its source time "
              + offer.sourceTime()
              + " is before "
              + newest.get().sourceTime()
              + " of the list's newest snapshot",
          "Load files in the order in which the source wrote them.");
    }
  }

  private static void refuseEmpty(OfferedSnapshot offer) {
    if (offer.entries() <= 0) {
      throw refusal(
          offer,
          "the file holds no entry that the policy accepts",
          "An empty list is no update: fetch the file again and look at the refusal counts.");
    }
  }

  private void refuseShrunken(OfferedSnapshot offer, Optional<Snapshot> used) {
    if (used.isPresent() && isShrunken(offer.entries(), used.get().entries())) {
      throw refusal(
          offer,
          offer.entries()
              + " entries where the snapshot in force has "
              + used.get().entries()
              + ", at least the share "
              + BigDecimal.valueOf(limits.minShareOfLast()).toPlainString()
              + " is needed",
          "The file may be cut: fetch it again, or ask the source why so many entries went.");
    }
  }

  private boolean isShrunken(long accepted, long before) {
    // Decimal, so that 0.07 of 100 is 7: in binary it is a little more and would refuse 7 entries.
    BigDecimal least =
        BigDecimal.valueOf(limits.minShareOfLast()).multiply(BigDecimal.valueOf(before));
    return BigDecimal.valueOf(accepted).compareTo(least) < 0;
  }

  private static Refusal refusal(OfferedSnapshot offer, String why, String what) {
    return new Refusal("hot list " + offer.list(), why, what);
  }

  private static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
