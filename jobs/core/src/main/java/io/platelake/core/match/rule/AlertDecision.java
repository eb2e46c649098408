package io.platelake.core.match.rule;

import java.util.Objects;

/** Whether a match is an alert, and the one reason that decided it. */
public record AlertDecision(AlertReason reason) {
  public AlertDecision {
    Objects.requireNonNull(reason, "reason");
  }

  public boolean alert() {
    return reason == AlertReason.ALERT;
  }

  /** This decision; for a reason against an alert that holds, the reason, if it is one. */
  public AlertDecision unless(boolean holds, AlertReason against) {
    return alert() && holds ? new AlertDecision(against) : this;
  }

  /** The stable name of the reason, as stored with the hit. */
  public String reasonCode() {
    return reason.name();
  }
}
