package io.platelake.core.policy;

import java.util.Optional;

/** Finds the policy that another one extends, by its id. */
@FunctionalInterface
public interface ParentPolicies {
  /** For a text that must say everything itself. */
  ParentPolicies NONE = id -> Optional.empty();

  /** The file of that policy; empty when there is none. */
  Optional<Source> find(String id);

  /**
   * @param file its name, for messages
   * @param text its content
   */
  record Source(String file, String text) {}
}
