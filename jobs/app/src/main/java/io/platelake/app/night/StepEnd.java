package io.platelake.app.night;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.job.RunOutcome;

/**
 * How a step ended.
 *
 * @param details of its run record
 * @param counts of its run record
 * @param message why it did not do its work; empty where it did
 * @param isBefore whether an earlier run of the same night did it
 */
record StepEnd(
    NightStep step,
    RunOutcome outcome,
    JsonNode details,
    JsonNode counts,
    String message,
    boolean isBefore) {
  /** Whether the step did its work, with a finding or without. */
  boolean isDone() {
    return outcome == RunOutcome.DONE || outcome == RunOutcome.FINDING;
  }
}
