package io.platelake.app.night;

import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a night did.
 *
 * @param stepsBefore steps that an earlier run of this night had done
 * @param reads kept reads of the night
 * @param problems why steps did not do their work or what they found, by name
 */
record NightResult(
    long steps,
    long stepsDone,
    long stepsBefore,
    long stepsFailed,
    long stepsRefused,
    long stepsWithFindings,
    long feeds,
    long reads,
    String window,
    Map<String, String> outcomes,
    Map<String, String> problems,
    List<String> lines)
    implements RunResult {

  @Override
  public RunOutcome outcome() {
    if (stepsFailed > 0) {
      return RunOutcome.FAILED;
    }
    return problems.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
  }

  /** As the night leaves them, a line a step. */
  static List<String> lines(List<StepEnd> ends, Map<String, String> problems, String asOf) {
    List<String> lines = new ArrayList<>();
    for (StepEnd end : ends) {
      String why = problems.getOrDefault(end.step().name(), "");
      lines.add(
          String.format(
              "%-8s  %s%s%s",
              end.outcome().label(),
              end.step().name(),
              end.isBefore() ? " (done before)" : "",
              why.isEmpty() ? "" : ": " + why));
    }
    problems.forEach(
        (name, why) -> {
          if (ends.stream().noneMatch(end -> end.step().name().equals(name))) {
            lines.add(String.format("%-8s  %s: %s", "finding", name, why));
          }
        });
    if (ends.stream().anyMatch(end -> end.outcome() == RunOutcome.FAILED)) {
      lines.add("Go on with what failed: platelake night --as-of " + asOf + " …");
    }
    return lines;
  }
}
