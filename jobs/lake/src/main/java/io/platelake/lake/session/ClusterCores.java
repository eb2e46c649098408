package io.platelake.lake.session;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.apache.spark.SparkContext;

/**
 * Cores of the executors of a cluster. Executors come after the session has started, so whoever
 * asks at once sees too few of them.
 */
final class ClusterCores {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Executors of one request come within a second or two of each other. */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private static final Duration STEP = Duration.ofMillis(200);

  private ClusterCores() {}

  /**
   * Waits until as many cores came as were asked for, or no more come.
   *
   * @throws NoExecutors if no executor came within two minutes
   */
  static int await(SparkContext context) {
    int wanted = context.conf().getInt("spark.cores.max", Integer.MAX_VALUE);
    return await(() -> arrived(context), wanted, LONGEST, SETTLED, STEP);
  }

  /** Cores in use; zero while only the driver is there. */
  private static int arrived(SparkContext context) {
    return context.statusTracker().getExecutorInfos().length > 1 ? context.defaultParallelism() : 0;
  }

  static int await(
      IntSupplier arrived, int wanted, Duration longest, Duration settled, Duration step) {
    int before = 0;
    long unchanged = 0;
    for (long waited = 0; waited < longest.toMillis(); waited += step.toMillis()) {
      int now = arrived.getAsInt();
      unchanged = now == before ? unchanged + step.toMillis() : 0;
      before = now;
      if (now >= wanted || now > 0 && unchanged >= settled.toMillis()) {
        return now;
      }
      sleep(step);
    }
    if (before == 0) {
      throw new NoExecutors(longest);
    }
    return before;
  }

  private static void sleep(Duration step) {
    try {
      Thread.sleep(step.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while executors were awaited", e);
    }
  }
}
