package io.platelake.lake.session;

import java.time.Duration;

/** A cluster that gave no executor in time. Its message names no value of a row. */
public final class NoExecutors extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoExecutors(Duration waited) {
    super(
        "Cluster: no worker gave an executor within "
            + waited.toSeconds()
            + " s. Start workers with free cores and memory, or ask for less, and run it again.");
  }
}
