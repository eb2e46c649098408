package io.platelake.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Unit;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRhythmTest {
  private static AuditRules rules(String policy) {
    return PolicyFiles.pack(policy).rules().auditRules().orElseThrow();
  }

  /** Each policy in its own rhythm, from the last audit to the second. */
  @ParameterizedTest
  @CsvSource({
    "wa-city,            2026-03-15T10:00:00Z, 2027-03-15T10:00:00Z",
    "ca-westmorland-462, 2026-03-15T10:00:00Z, 2026-06-15T10:00:00Z",
    "ca-ag-429,          2026-03-15T10:00:00Z, 2027-03-15T10:00:00Z",
    "ky-model,           2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
    "guidelines,         2026-03-15T10:00:00Z, 2026-04-15T10:00:00Z",
    "ca-westmorland-462, '',                   2026-04-01T00:00:00Z",
  })
  void shouldBeOverdueFromTheSecondThatThePolicySays(String policy, String last, Instant due) {
    AuditDue next =
        AuditDue.of(
            rules(policy),
            last.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(last)),
            Instant.parse("2026-01-01T00:00:00Z"));
    assertEquals(due, next.by());
    assertTrue(next.isOverdue(due));
    assertTrue(!next.isOverdue(due.minusSeconds(1)));
  }

  @Test
  void shouldNameAuditorReviewerAndThreeYearsInCalifornia() {
    Policy city =
        PolicyFiles.load(PolicyFiles.text("policies/examples/ca-city.yaml"), "city.yaml")
            .activatable();
    AuditRules rules = city.auditRules().orElseThrow();
    assertEquals(Optional.of("Lieutenant of Professional Standards"), rules.auditor());
    assertEquals(Optional.of("Chief of Police"), rules.reviewer());
    assertEquals(
        Optional.of(new Period(3, Unit.YEARS)),
        city.recordClass("audits").own().flatMap(r -> r.min()));
  }

  @Test
  void shouldDrawAtLeastAsManyAsThePolicyAsksFor() {
    AuditRules kentucky = rules("ky-model");
    assertEquals(10, SampleSize.of(kentucky, Optional.empty()));
    assertEquals(25, SampleSize.of(kentucky, Optional.of(25)));
    Refusal few = assertThrows(Refusal.class, () -> SampleSize.of(kentucky, Optional.of(9)));
    assertTrue(few.getMessage().contains("IV.Q.2"), few.getMessage());
    AuditRules washington = rules("wa-city");
    assertEquals(3, SampleSize.of(washington, Optional.of(3)));
    assertThrows(BadInput.class, () -> SampleSize.of(washington, Optional.empty()));
    assertThrows(BadInput.class, () -> SampleSize.of(washington, Optional.of(0)));
  }
}
