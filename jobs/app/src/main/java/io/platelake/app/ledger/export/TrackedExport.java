package io.platelake.app.ledger.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An export and what became of it.
 *
 * @param failed whether its files were never written
 * @param destroyedAt when it was destroyed at its place, UTC
 * @param confirmedAt when the recipient outside confirmed the destruction, UTC
 */
public record TrackedExport(
    Export export, boolean failed, Optional<Instant> destroyedAt, Optional<Instant> confirmedAt) {

  /** Whether its files should be at their place. */
  public boolean isOut() {
    return !failed && destroyedAt.isEmpty();
  }

  /** Whether its day of destruction has come and it is at its place. */
  public boolean isDue(Instant asOf) {
    return isOut() && hasCome(asOf, 0);
  }

  /** Whether the day has passed and it is at its place. */
  public boolean isLate(Instant asOf) {
    return isOut() && hasCome(asOf, 1);
  }

  /** Whether somebody outside has to confirm the destruction, and the day has passed. */
  public boolean awaitsConfirmation(Instant asOf) {
    return !failed && export.to().outside() && confirmedAt.isEmpty() && hasCome(asOf, 1);
  }

  private boolean hasCome(Instant asOf, long daysAfter) {
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    return export.destroyOn().filter(day -> !today.isBefore(day.plusDays(daysAfter))).isPresent();
  }

  /** Its state in lists. */
  public String state(Instant asOf) {
    if (failed) {
      return "failed";
    }
    if (isLate(asOf)) {
      return "overdue";
    }
    if (awaitsConfirmation(asOf)) {
      return "unconfirmed";
    }
    return destroyedAt.isPresent() ? "destroyed" : "out";
  }
}
