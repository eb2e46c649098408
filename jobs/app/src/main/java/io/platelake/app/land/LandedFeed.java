package io.platelake.app.land;

import io.platelake.app.job.RunOutcome;
import java.util.Optional;

/**
 * How one of several feeds landed.
 *
 * @param name of its definition
 * @param problem why it did not land; empty where it did
 * @param result what its run gives; empty where it did not land
 */
record LandedFeed(String name, RunOutcome outcome, String problem, Optional<LandResult> result) {

  static LandedFeed of(String name, LandResult result) {
    return new LandedFeed(name, result.outcome(), "", Optional.of(result));
  }

  static LandedFeed broken(String name, RunOutcome outcome, String problem) {
    return new LandedFeed(name, outcome, problem, Optional.empty());
  }

  /** What a person has to look at; empty where nothing is. */
  String toLookAt() {
    return result
        .map(
            landed ->
                landed.changedFiles() > 0
                    ? landed.changedFiles() + " file(s) changed and wait"
                    : landed.unusual().isEmpty()
                        ? ""
                        : "unusual: " + String.join(", ", landed.unusual()).toLowerCase())
        .orElse(problem);
  }
}
