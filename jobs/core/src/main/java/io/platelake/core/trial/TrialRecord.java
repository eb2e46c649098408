package io.platelake.core.trial;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.land.Fate;
import java.util.Objects;
import java.util.Optional;

/**
 * One record of a trial.
 *
 * @param line at which it starts, from 1
 * @param cause of its fate in a line, empty where it needs none
 * @param read what would land
 */
public record TrialRecord(long line, Fate fate, String cause, Optional<CanonicalRead> read) {
  public TrialRecord {
    Objects.requireNonNull(fate);
    Objects.requireNonNull(cause);
    Objects.requireNonNull(read);
  }

  /** The read in a line of names and values; fields that are unknown are left out. */
  public String line(boolean withPlate) {
    return read.map(r -> new ReadLine(r, withPlate).text()).orElse(cause);
  }

  /** States nothing of the record. */
  @Override
  public String toString() {
    return "TrialRecord[line=" + line + ", " + fate + ", " + cause + "]";
  }
}
