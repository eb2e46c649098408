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

  /** The stable name of the reason, as stored with the hit. */
  public String reasonCode() {
    return reason.name();
  }
}
