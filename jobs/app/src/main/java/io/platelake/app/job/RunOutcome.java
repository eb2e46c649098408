package io.platelake.app.job;

/** How a run ended, and the exit code that says so. */
public enum RunOutcome {
  /** Did what it was asked. */
  DONE(0),
  /** Failed; trying again may help. */
  FAILED(1),
  /** Could not start: wrong usage or input that cannot be used. */
  USAGE(2),
  /** A policy or a guard said no; trying again cannot help. */
  REFUSED(3),
  /** Did what it was asked, and found a violation or something overdue. */
  FINDING(4);

  private final int exitCode;

  RunOutcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The outcome with an exit code; of a code that none has, a failure. */
  public static RunOutcome of(int exitCode) {
    for (RunOutcome outcome : values()) {
      if (outcome.exitCode == exitCode) {
        return outcome;
      }
    }
    return FAILED;
  }

  public int exitCode() {
    return exitCode;
  }

  /** Name in the run record. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
