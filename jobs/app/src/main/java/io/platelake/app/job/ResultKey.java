package io.platelake.app.job;

import java.util.Objects;

/**
 * A key that the run record of a command can have.
 *
 * @param name in snake case; {@code *} for keys that the data name
 * @param place where the record has it
 * @param presence whether every record has it
 */
public record ResultKey(String name, Place place, Presence presence) {
  /** Part of the run record. */
  public enum Place {
    COUNTS,
    DETAILS
  }

  /** Whether a key is in a record. */
  public enum Presence {
    ALWAYS,
    SOMETIMES
  }

  public ResultKey {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(presence, "presence");
  }

  /** Whether the data name the keys. */
  public boolean isOpen() {
    return name.equals("*");
  }
}
