package io.platelake.app.ledger.hold;

import java.time.Instant;
import java.util.Optional;

/**
 * A hold as the ledger knows it; its selectors stay in the table.
 *
 * @param id id
 * @param agency owner of the reads it reaches
 * @param kind kind, as the policy names it
 * @param openedAt UTC
 * @param closedAt UTC; empty while it is open
 * @param reviewDue when a person must ask whether it is still needed, UTC
 */
public record Hold(
    String id,
    String agency,
    String kind,
    Instant openedAt,
    Optional<Instant> closedAt,
    Optional<Instant> reviewDue) {

  /** Whether it keeps reads at an instant. */
  public boolean openAt(Instant at) {
    return !openedAt.isAfter(at) && closedAt.map(c -> c.isAfter(at)).orElse(true);
  }
}
