package io.platelake.app.job;

import io.platelake.lake.table.Lake;
import java.time.Instant;

/**
 * Says who runs a command. One implementation is on the class path, found by {@link
 * java.util.ServiceLoader}; without it no command runs.
 */
public interface Gate {
  /**
   * @param asOf now of the run, UTC
   * @throws io.platelake.core.Refusal if no account is meant, or nothing attests it
   */
  Standing identify(Lake lake, Claim claim, Instant asOf);
}
