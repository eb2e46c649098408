package io.platelake.app.purge;

import java.time.Duration;

/**
 * When a file that no commit knows has settled: no job runs this long, so nobody will commit it. A
 * bound on our own jobs, not on what a policy allows: until then the file lies in the folder of its
 * date and goes with it.
 */
final class UncommittedFileAge {
  static final Duration AFTER = Duration.ofHours(24);

  private UncommittedFileAge() {}
}
