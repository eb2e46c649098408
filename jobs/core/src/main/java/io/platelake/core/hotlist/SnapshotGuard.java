package io.platelake.core.hotlist;

import io.platelake.core.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares a parsed file with the list in force. An old, empty or cut file is no update, and the
 * list in force stays until it is too old itself.
 */
public final class SnapshotGuard {
  private SnapshotGuard() {}

  /**
   * Returns when the snapshot may replace the one in force.
   *
   * @param listId named in the refusal
   * @param sourceTime when the source says it wrote the list
   * @param asOf the now of the run
   * @param maxAge oldest age that may be used; exactly this age still may
   * @param acceptedEntries entries accepted from the new file
   * @param lastGoodEntries entries of the snapshot in force, empty for a first load
   * @param minShareOfLast smallest share of {@code lastGoodEntries} the new one must have, 0 to 1
   * @param lastSourceTime source time of the newest snapshot, in force or not; an equal one is
   *     accepted, whether the content differs is the caller's question
   * @param clockTolerance how far the source's clock may run ahead of ours
   * @throws Refusal for a source time in the future, too old or before the one in force, and for an
   *     empty or shrunken list
   */
  public static void check(
      String listId,
      Instant sourceTime,
      Instant asOf,
      Duration maxAge,
      long acceptedEntries,
      OptionalLong lastGoodEntries,
      double minShareOfLast,
      Optional<Instant> lastSourceTime,
      Duration clockTolerance) {
    if (!(minShareOfLast >= 0 && minShareOfLast <= 1)) {
      throw new IllegalArgumentException("minShareOfLast is 0 to 1, not " + minShareOfLast);
    }
    String what = "hot list " + listId;
    Duration age = Duration.between(sourceTime, asOf);
    if (age.negated().compareTo(clockTolerance) > 0) {
      throw new Refusal(
          what,
          "its source time "
              + sourceTime
              + " lies "
              + text(age.negated())
              + " after "
              + asOf
              + ", tolerated are "
              + text(clockTolerance),
          "Correct the source time or the clock that wrote it.");
    }
    if (!Freshness.usable(sourceTime, asOf, maxAge)) {
      throw new Refusal(
          what,
          "its source time "
              + sourceTime
              + " is "
              + text(age)
              + " before "
              + asOf
              + ", the policy allows "
              + text(maxAge),
          "Fetch a newer file from the source.");
    }
    if (lastSourceTime.isPresent() && sourceTime.isBefore(lastSourceTime.get())) {
      throw new Refusal(
          what,
          "its source time "
              + sourceTime
              + " is before "
              + lastSourceTime.get()
              + " of the list's newest snapshot",
          "Load files in the order in which the source wrote them.");
    }
    if (acceptedEntries <= 0) {
      throw new Refusal(
          what,
          "the file holds no entry that the policy accepts",
          "An empty list is no update: fetch the file again and look at the refusal counts.");
    }
    if (lastGoodEntries.isPresent()
        && isShrunken(acceptedEntries, lastGoodEntries.getAsLong(), minShareOfLast)) {
      throw new Refusal(
          what,
          acceptedEntries
              + " entries where the snapshot in force has "
              + lastGoodEntries.getAsLong()
              + ", at least the share "
              + BigDecimal.valueOf(minShareOfLast).toPlainString()
              + " is needed",
          "The file may be cut: fetch it again, or ask the source why so many entries went.");
    }
  }

  private static boolean isShrunken(long accepted, long lastGood, double minShare) {
    // Decimal, so that 0.07 of 100 is 7: in binary it is a little more and would refuse 7 entries.
    BigDecimal least = BigDecimal.valueOf(minShare).multiply(BigDecimal.valueOf(lastGood));
    return BigDecimal.valueOf(accepted).compareTo(least) < 0;
  }

  private static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
