package io.platelake.core.match;

import java.util.Objects;

/** Whether a match is an alert, and the one reason that decided it. */
public record AlertDecision(AlertReason reason) {
  public AlertDecision {
    Objects.requireNonNull(reason, "reason");
  }

  public boolean alert() {
    return reason == AlertReason.ALERT;
  }

  /**
   * This decision, unless it is an alert and the match is stale or suppressed; a match that is no
   * alert anyway keeps its reason.
   */
  public AlertDecision withdrawn(Listing listing, boolean suppressed) {
    if (alert() && listing == Listing.STALE) {
      return new AlertDecision(AlertReason.STALE);
    }
    return alert() && suppressed ? new AlertDecision(AlertReason.SUPPRESSED) : this;
  }

  /** The stable name of the reason, as stored with the hit. */
  public String reasonCode() {
    return reason.name();
  }
}
