package io.platelake.app.job;

import java.util.List;

/**
 * What a command did, as a record. {@link ResultShape} reads its components.
 *
 * <p>A {@code long} or {@code OptionalLong} is a count, and so is every constant of an enum in a
 * {@code Map<Enum, Long>}. The component {@code lines} is for people. Every other component is a
 * detail. The keys are the names of the components in snake case.
 */
public interface RunResult {
  /** How it ended. A refusal is thrown, unless there is more to say than one sentence. */
  default RunOutcome outcome() {
    return RunOutcome.DONE;
  }

  /** What a person sees instead of the record; the counts when it is empty. */
  default List<String> lines() {
    return List.of();
  }
}
