package io.platelake.core.detect;

import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was on duty when. A person without a shift in the weeks around an instant is not on the
 * roster, so nothing can be said.
 */
final class DutyRoster {
  private static final Duration COVERED = Duration.ofDays(14);

  private final Map<String, TreeMap<Instant, Instant>> shifts = new HashMap<>();

  DutyRoster(RegisterHistory history) {
    for (String key : history.keys()) {
      for (RegisterEntry entry : history.entries(key)) {
        if (entry.to().isPresent()) {
          shifts
              .computeIfAbsent(entry.values().get("person_id"), k -> new TreeMap<>())
              .merge(entry.from(), entry.to().get(), (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
  }

  /** Whether a person was off duty, with a tolerance before and after each shift. */
  RowVerdict offDuty(String person, Instant at, Duration tolerance) {
    TreeMap<Instant, Instant> own = shifts.get(person);
    if (own == null || own.subMap(at.minus(COVERED), true, at.plus(COVERED), true).isEmpty()) {
      return RowVerdict.UNSEEN;
    }
    boolean onDuty =
        own.subMap(at.minus(COVERED), true, at.plus(tolerance), true).values().stream()
            .anyMatch(end -> at.isBefore(end.plus(tolerance)));
    return RowVerdict.of(!onDuty);
  }
}
