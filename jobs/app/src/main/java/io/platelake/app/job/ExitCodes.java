package io.platelake.app.job;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.lake.erase.NotErased;
import io.platelake.lake.journal.JournalNotWritten;
import io.platelake.lake.proof.files.Unprovable;
import io.platelake.lake.session.NoExecutors;
import io.platelake.lake.table.ClosedMeanwhile;
import io.platelake.lake.wall.PurposeViolation;

/** Turns what was thrown into an exit code and a sentence without a value of a row. */
public final class ExitCodes {
  private ExitCodes() {}

  public static RunOutcome of(Throwable e) {
    Throwable known = known(e);
    if (known instanceof BadInput) {
      return RunOutcome.USAGE;
    }
    return isRefusal(known) ? RunOutcome.REFUSED : RunOutcome.FAILED;
  }

  /**
   * The message of our own kinds; of others only the type, because messages of Spark and Delta can
   * quote the row they stumbled over.
   */
  public static String message(Throwable e) {
    Throwable known = known(e);
    if (known instanceof BadInput || isRefusal(known) || isTold(known)) {
      return known.getMessage();
    }
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return "failed unexpectedly ("
        + root.getClass().getSimpleName()
        + "). Nothing is half done: run it again; --verbose shows where it stopped.";
  }

  /** Whether the purpose wall refused: a job asked for what it did not declare. */
  static boolean isViolation(Throwable e) {
    return known(e) instanceof PurposeViolation;
  }

  private static Throwable known(Throwable e) {
    Throwable at = e;
    while (at != null && !(at instanceof BadInput) && !isRefusal(at) && !isTold(at)) {
      at = at.getCause() == at ? null : at.getCause();
    }
    return at == null ? e : at;
  }

  /** Failures that say what happened, where and what to do, and name no value. */
  private static boolean isTold(Throwable e) {
    return e instanceof Unprovable
        || e instanceof NotErased
        || e instanceof ClosedMeanwhile
        || e instanceof JournalNotWritten
        || e instanceof NoExecutors;
  }

  /** By a policy or guard of core, or by the purpose wall, which knows no core. */
  private static boolean isRefusal(Throwable e) {
    return e instanceof Refusal || e instanceof PurposeViolation;
  }
}
