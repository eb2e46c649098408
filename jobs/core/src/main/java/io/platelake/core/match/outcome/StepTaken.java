package io.platelake.core.match.outcome;

import java.time.Instant;
import java.util.Objects;

/**
 * One step of a person about an alert.
 *
 * @param at when, UTC
 * @param confirmed whether a check agreed with the alert; without meaning for a stop or result
 */
public record StepTaken(Step step, Instant at, boolean confirmed) {
  public StepTaken {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(at, "at");
  }
}
