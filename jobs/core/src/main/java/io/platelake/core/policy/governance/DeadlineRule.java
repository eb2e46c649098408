package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that has to follow a recorded fact within a time.
 *
 * @param title what has to be done, for people
 * @param of register or table whose rows are the facts
 * @param where values that a field has to have for the rule to apply; empty for every row
 * @param from field with the instant from which the time runs
 * @param until field with the instant at which it was done; empty where a notice says so
 * @param notice kind of notice in the register {@code notices} that says so
 * @param within the time
 * @param authority where it comes from
 */
public record DeadlineRule(
    String title,
    String of,
    Map<String, Set<String>> where,
    String from,
    Optional<String> until,
    Optional<String> notice,
    Period within,
    Authority authority) {

  public DeadlineRule {
    where = Map.copyOf(where);
    if (until.isPresent() == notice.isPresent()) {
      throw new InvalidRule(
          "until", "and notice are both there or both missing", "Give exactly one of them");
    }
  }

  public static DeadlineRule read(YamlMap fields) {
    return new DeadlineRule(
        fields.text("title"),
        fields.name("of"),
        fields.optional("where", DeadlineRule::values).orElse(Map.of()),
        fields.name("from"),
        fields.optionalName("until"),
        fields.optionalName("notice"),
        fields.read("within", Period::read),
        Authority.of(fields));
  }

  private static Map<String, Set<String>> values(YamlMap map) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    map.names().forEach(name -> values.put(name, Set.copyOf(map.words(name))));
    return values;
  }

  /** First instant at which it is late. */
  public Instant due(Instant start) {
    return Retention.expiresAt(start, within);
  }
}
