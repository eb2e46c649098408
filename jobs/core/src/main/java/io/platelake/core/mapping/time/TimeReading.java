package io.platelake.core.mapping.time;

import java.time.Instant;
import java.util.Optional;

/** What a text says of an instant. */
public sealed interface TimeReading {
  /**
   * It is one.
   *
   * @param repeated its local time comes twice, and a rule of the mapping chose one of the two
   */
  record At(Instant instant, boolean repeated) implements TimeReading {}

  /** It is none. */
  record None(TimeProblem problem) implements TimeReading {}

  /** The instant, where there is one. */
  default Optional<Instant> find() {
    return this instanceof At at ? Optional.of(at.instant()) : Optional.empty();
  }
}
