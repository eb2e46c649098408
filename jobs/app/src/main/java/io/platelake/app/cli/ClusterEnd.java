package io.platelake.app.cli;

import io.platelake.app.job.RunOutcome;
import java.io.IOException;
import java.util.Optional;

/**
 * Ends the process of {@code bin/platelake} as the driver in the cluster ended: prints what that
 * printed, and exits with its code.
 */
public final class ClusterEnd {
  private ClusterEnd() {}

  /**
   * @param args the file that the driver wrote
   */
  public static void main(String[] args) throws IOException {
    Optional<RunEnd> end = RunEnd.take(args[0]);
    if (end.isEmpty()) {
      System.err.println(
          "platelake: the driver in the cluster left no result. It did not start, was killed, or"
              + " cannot write to "
              + args[0]
              + ". Look at its stderr on the worker, and run it again.");
      System.exit(RunOutcome.FAILED.exitCode());
    }
    end.get().messages().forEach(System.err::println);
    System.out.print(end.get().out());
    System.out.flush();
    System.exit(end.get().exitCode());
  }
}
