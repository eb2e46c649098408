package io.platelake.core.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.retention.PurgeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanAgeTest {
  private static final Instant PLANNED = Instant.parse("2026-06-21T02:00:00Z");

  /** One agency purges every day, another every week. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-21T02:00:00Z, true",
    "2026-06-22T02:00:00Z, true",
    "2026-06-22T02:00:01Z, false",
    "2026-06-21T01:59:59Z, false",
  })
  void shouldEndWithTheIntervalOfTheAgencyThatPurgesMostOften(Instant asOf, boolean mayRun) {
    PurgeRules daily = every(Duration.ofDays(1));
    PurgeRules weekly = every(Duration.ofDays(7));
    assertEquals(mayRun, PlanAge.mayRun(PLANNED, asOf, List.of(weekly, daily)));
    assertEquals(mayRun, PlanAge.mayRun(PLANNED, asOf, List.of(daily, weekly)));
  }

  private static PurgeRules every(Duration interval) {
    PurgeRules rules = PolicyFiles.waCityPolicy().purgeRules();
    return new PurgeRules(
        interval,
        rules.grace(),
        rules.scheduleAuthority(),
        rules.maxShareOfRows(),
        rules.maxAgeBeyondLimit(),
        rules.guardAuthority());
  }
}
