package io.platelake.lake.table;

import java.util.Objects;

/**
 * Makes a commit happen once: Delta drops a commit whose key the table has already seen.
 *
 * <p>Use one application id for each thing that is done once (a landing batch, a purge run), not a
 * lane with growing versions: Delta skips every version at or below the highest it saw, so two
 * batches of one lane that commit out of order would lose the earlier one.
 *
 * @param app what is done once; holds ids and digests, never a value of a row
 * @param version step within it, from 0
 */
public record CommitKey(String app, long version) {
  public CommitKey {
    Objects.requireNonNull(app, "app");
    if (version < 0) {
      throw new IllegalArgumentException("version: " + version);
    }
  }
}
