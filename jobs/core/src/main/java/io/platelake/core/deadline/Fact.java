package io.platelake.core.deadline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a register or table that something may have to follow.
 *
 * @param id its id there
 * @param values by field; instants as ISO 8601
 */
public record Fact(String id, Map<String, String> values) {
  public Fact {
    values = Map.copyOf(values);
  }

  Optional<Instant> instant(String field) {
    return Optional.ofNullable(values.get(field)).map(Instant::parse);
  }
}
