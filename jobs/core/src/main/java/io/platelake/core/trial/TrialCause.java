package io.platelake.core.trial;

import java.util.Objects;

/**
 * Records of a trial that share their fate and its reason.
 *
 * @param reason code, with field, place and words where it has any
 * @param records how many
 * @param file name of the file that has the first of them
 * @param line at which the first of them starts, from 1; in a container, its number
 */
public record TrialCause(String reason, long records, String file, long line) {
  public TrialCause {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(file);
  }

  TrialCause plusOne() {
    return new TrialCause(reason, records + 1, file, line);
  }
}
