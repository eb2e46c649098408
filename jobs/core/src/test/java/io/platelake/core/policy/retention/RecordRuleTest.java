package io.platelake.core.policy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordRuleTest {
  private final Policy policy = PolicyFiles.waCityPolicy();

  @ParameterizedTest
  @CsvSource({
    // captured, landed, expires: a week after landing, or with the read it would have been
    "2026-06-01T10:00:00Z, 2026-06-01T12:00:00Z, 2026-06-08T12:00:00Z",
    "2026-06-01T10:00:00Z, 2026-06-21T12:00:00Z, 2026-06-22T10:00:00Z",
    ", 2026-06-01T12:00:00Z, 2026-06-08T12:00:00Z"
  })
  void shouldLetQuarantineExpireByTheEarlierLimit(
      Instant capturedAt, Instant landedAt, Instant expires) {
    assertEquals(
        Optional.of(expires),
        policy
            .recordClass("quarantine")
            .expiresAt(policy.retention("criminal"), Optional.ofNullable(capturedAt), landedAt));
  }

  @Test
  void shouldLetHitsExpireWithTheirRead() {
    Instant capturedAt = Instant.parse("2026-08-31T23:59:59Z");
    assertEquals(
        Optional.of(Instant.parse("2027-02-28T23:59:59Z")),
        policy
            .recordClass("hits")
            .expiresAt(
                policy.retention("cve"),
                Optional.of(capturedAt),
                Instant.parse("2026-09-02T00:00:00Z")));
  }

  @Test
  void shouldKeepTheAccessLogForTwoYearsAndNoLonger() {
    RetentionRule rule = policy.recordClass("access_log").own().orElseThrow();
    Instant accessed = Instant.parse("2024-02-29T08:00:00Z");
    Optional<Instant> twoYears = Optional.of(Instant.parse("2026-02-28T08:00:00Z"));
    assertEquals(twoYears, rule.keptUntil(accessed));
    assertEquals(twoYears, rule.expiresAt(accessed));
  }

  @Test
  void shouldKeepAuditsWithoutAMaximum() {
    RetentionRule rule = policy.recordClass("audits").own().orElseThrow();
    assertEquals(Optional.empty(), rule.expiresAt(Instant.EPOCH));
    assertEquals(Optional.of(Instant.parse("1973-01-01T00:00:00Z")), rule.keptUntil(Instant.EPOCH));
  }
}
