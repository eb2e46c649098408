package io.platelake.app.night;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.job.RunOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How a step ended.
 *
 * @param details of its run record
 * @param counts of its run record
 * @param message why it did not do its work; empty where it did
 * @param isBefore whether an earlier run of the same night did it
 * @param earlier other attempts of the same night, which may have done a part
 */
record StepEnd(
    NightStep step,
    RunOutcome outcome,
    JsonNode details,
    JsonNode counts,
    String message,
    boolean isBefore,
    List<StepEnd> earlier) {
  StepEnd {
    earlier = List.copyOf(earlier);
  }

  StepEnd after(List<StepEnd> attempts) {
    return new StepEnd(step, outcome, details, counts, message, isBefore, attempts);
  }

  /** All attempts of the night. */
  List<StepEnd> withEarlier() {
    List<StepEnd> all = new ArrayList<>(earlier);
    all.add(this);
    return all;
  }

  /** Whether the step did its work and left nothing of it. */
  boolean isWhole() {
    return isDone() && counts.path(step.leftCount()).asLong(0) == 0;
  }

  /** Whether the step did its work, with a finding or without. */
  boolean isDone() {
    return outcome == RunOutcome.DONE || outcome == RunOutcome.FINDING;
  }
}
