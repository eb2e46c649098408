package io.platelake.core.feed.variant;

import java.util.Set;

/**
 * A record as text.
 *
 * @param removed names of what it lacks
 */
record Draft(String text, Set<String> removed) {
  Draft(String text) {
    this(text, Set.of());
  }
}
