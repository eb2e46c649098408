package io.platelake.core.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarliestKeptTest {
  @ParameterizedTest
  @CsvSource({
    "criminal, 2026-06-22T10:00:00Z, 2026-06-01T10:00:00.000001Z",
    "traffic,  2026-07-01T00:00:00Z, 2026-06-01T00:00:00.000001Z",
    "cve,      2026-07-15T10:00:00Z, 2026-01-15T10:00:00.000001Z",
    "cve,      2026-08-31T10:00:00Z, 2026-03-01T00:00:00Z",
    "cve,      2027-02-28T12:00:00Z, 2026-08-28T12:00:00.000001Z",
  })
  void shouldBeTheFirstCaptureThatIsStillKept(String purpose, Instant asOf, Instant expected) {
    RetentionRule rule = PolicyFiles.waCityPolicy().retention(purpose);
    Instant first = EarliestKept.of(rule, asOf).orElseThrow();
    assertTrue(kept(rule, first, asOf));
    assertFalse(kept(rule, first.minusSeconds(1), asOf));
    assertEquals(
        Optional.of(true),
        Optional.of(Math.abs(java.time.Duration.between(expected, first).toNanos()) <= 1000),
        "expected " + expected + ", was " + first);
  }

  private static boolean kept(RetentionRule rule, Instant capture, Instant asOf) {
    return rule.expiresAt(capture).orElse(Instant.MAX).isAfter(asOf);
  }
}
