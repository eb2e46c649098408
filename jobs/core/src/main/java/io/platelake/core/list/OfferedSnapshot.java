package io.platelake.core.list;

import java.time.Instant;
import java.util.Objects;

/**
 * A parsed file that wants to become a snapshot.
 *
 * @param list id of the list, named in refusals
 * @param sourceTime when the source says it wrote the list, UTC
 * @param entries entries accepted from the file
 */
public record OfferedSnapshot(String list, Instant sourceTime, long entries) {
  public OfferedSnapshot {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(sourceTime, "sourceTime");
  }
}
