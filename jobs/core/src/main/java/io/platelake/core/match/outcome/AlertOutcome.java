package io.platelake.core.match.outcome;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that was done about an alert or came of it.
 *
 * @param id id in the source system, of one agency
 * @param hitId the hit; null only where the kind judges nothing
 * @param at when it happened, UTC
 * @param alertAt when the alert was there, UTC; null when unknown
 * @param confirmed of a check or result, whether it agreed; null for the others
 * @param cause why it did not agree; null when it did
 */
public record AlertOutcome(
    String id,
    Long hitId,
    OutcomeKind kind,
    Instant at,
    Instant alertAt,
    Boolean confirmed,
    FalseCause cause) {

  public AlertOutcome {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    if (kind.judges() != (confirmed != null) || (kind.judges() && hitId == null)) {
      throw new IllegalArgumentException(kind + " with hit " + hitId + ", confirmed " + confirmed);
    }
    if ((confirmed != null && !confirmed) != (cause != null)) {
      throw new IllegalArgumentException("confirmed " + confirmed + ", cause " + cause);
    }
  }

  public AlertOutcome withAlertAt(Instant at) {
    return new AlertOutcome(id, hitId, kind, this.at, at, confirmed, cause);
  }

  /** Whether a source that says this again says the same; it need not say when the alert was. */
  public boolean repeats(AlertOutcome known) {
    return equals(alertAt == null ? known.withAlertAt(null) : known);
  }
}
