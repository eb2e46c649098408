package io.platelake.core.register;

import java.util.Objects;
import java.util.Set;

/**
 * What a load would do to one key.
 *
 * @param fields names of the fields that differ; empty unless it is changed
 */
public record RegisterChange(Kind kind, String key, Set<String> fields) {

  /** What becomes of the key at the instant of the load. */
  public enum Kind {
    /** It holds nothing then, or only later. */
    ADDED,
    /** Its values or its times are others. */
    CHANGED,
    /** It ends. */
    ENDED
  }

  public RegisterChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    fields = Set.copyOf(fields);
  }
}
