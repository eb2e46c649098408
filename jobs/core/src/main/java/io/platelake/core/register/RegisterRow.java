package io.platelake.core.register;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A row as a file has it.
 *
 * @param key values of the key fields, a blank between them
 * @param from first instant at which it holds; empty where the file does not say
 * @param to first instant at which it no longer holds; empty while it holds
 * @param values by field, without empty ones
 * @param ends whether the row says that the key ends
 * @param place file and line
 */
public record RegisterRow(
    String key,
    Optional<Instant> from,
    Optional<Instant> to,
    Map<String, String> values,
    boolean ends,
    String place) {
  public RegisterRow {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(place, "place");
    values = Map.copyOf(values);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException("a row must end after it begins");
    }
  }
}
