package io.platelake.lake.erase;

import java.time.Duration;

/**
 * The age at which an uncommitted file counts as abandoned: no job runs this long. It is a bound on
 * our own jobs, not a limit of a policy: until then the file stays in the folder of its date and
 * goes with it.
 */
public final class UncommittedFileAge {
  public static final Duration AFTER = Duration.ofHours(24);

  private UncommittedFileAge() {}
}
