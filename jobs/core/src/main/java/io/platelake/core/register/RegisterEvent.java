package io.platelake.core.register;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a load has changed in a register. Events are only ever added.
 *
 * @param key values of the key fields
 * @param kind whether values hold from {@code from} to {@code to}, or nothing does from {@code
 *     from}
 * @param from first instant of the change, UTC
 * @param to first instant after it, UTC; empty while it holds
 * @param values by field; empty for an end
 * @param recordedAt now of the load, UTC; later loads have later ones
 * @param order within the load
 */
public record RegisterEvent(
    String key,
    Kind kind,
    Instant from,
    Optional<Instant> to,
    Map<String, String> values,
    Instant recordedAt,
    int order) {

  /** What is said about the key. */
  public enum Kind {
    PUT,
    END
  }

  public RegisterEvent {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(recordedAt, "recordedAt");
    values = Map.copyOf(values);
    if (to.isPresent() && !from.isBefore(to.get())) {
      throw new IllegalArgumentException("an event must end after it begins");
    }
    if (kind == Kind.END && (to.isPresent() || !values.isEmpty())) {
      throw new IllegalArgumentException("an end has neither values nor an end");
    }
  }
}
