package io.platelake.core.accesslog;

import java.util.Objects;

/**
 * Something outside the log that knows a row of it: a purge certificate, or the record of a run.
 *
 * @param name what it is, for people
 * @param head the row
 */
public record Witness(String name, LogHead head) {
  public Witness {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(head, "head");
  }
}
