package io.platelake.core.register;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds of a key for a time.
 *
 * @param key values of the key fields
 * @param from first instant, UTC
 * @param to first instant after it, UTC; empty while it holds
 * @param values by field, without empty ones
 */
public record RegisterEntry(
    String key, Instant from, Optional<Instant> to, Map<String, String> values) {
  public RegisterEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(from, "from");
    values = Map.copyOf(values);
  }

  /** Whether it holds at an instant. */
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
  }

  /** The value of a field. */
  public Optional<String> find(String field) {
    return Optional.ofNullable(values.get(field));
  }

  RegisterEntry from(Instant start) {
    return new RegisterEntry(key, start, to, values);
  }

  RegisterEntry until(Instant end) {
    return new RegisterEntry(key, from, Optional.of(end), values);
  }

  Instant end() {
    return to.orElse(Instant.MAX);
  }
}
