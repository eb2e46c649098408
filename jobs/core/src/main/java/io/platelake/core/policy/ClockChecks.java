package io.platelake.core.policy;

import java.util.Map;

/**
 * Clocks that the purge does not go by. A rule with another clock would be read, shown and not
 * kept, so it is refused.
 */
final class ClockChecks {
  private static final Map<String, Clock> PURGED =
      Map.of(
          "hits", Clock.CAPTURE,
          "images", Clock.CAPTURE,
          "quarantine", Clock.LANDING,
          "hotlists", Clock.SUPERSEDED,
          "evidence", Clock.CASE_CLOSE);

  private ClockChecks() {}

  static void check(Map<String, RetentionRule> retention, Map<String, RecordRule> records) {
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
