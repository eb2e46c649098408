package io.platelake.core.policy.check;

import io.platelake.core.policy.retention.Clock;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.yaml.InvalidRule;
import java.util.Map;

/**
 * Clocks that the purge does not go by. A rule with another clock would be read, shown and not
 * kept, so it is refused.
 */
public final class ClockChecks {
  private static final Map<String, Clock> PURGED =
      Map.of(
          "hits", Clock.CAPTURE,
          "images", Clock.CAPTURE,
          "quarantine", Clock.LANDING,
          "hotlists", Clock.SUPERSEDED,
          "evidence", Clock.CASE_CLOSE);

  private ClockChecks() {}

  public static void check(Map<String, RetentionRule> retention, Map<String, RecordRule> records) {
    retention.forEach((purpose, rule) -> require("retention." + purpose, rule, Clock.CAPTURE));
    PURGED.forEach(
        (kind, clock) ->
            records.get(kind).own().ifPresent(own -> require("records." + kind, own, clock)));
  }

  private static void require(String path, RetentionRule rule, Clock clock) {
    if (rule.clock() != clock) {
      throw new InvalidRule(
          path + ".clock",
          "is " + Clock.word(rule.clock()) + ", and the purge goes by " + Clock.word(clock),
          "Write \"clock: " + Clock.word(clock) + "\"");
    }
  }
}
