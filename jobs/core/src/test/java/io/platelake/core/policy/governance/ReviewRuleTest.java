package io.platelake.core.policy.governance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.PolicyFiles;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRuleTest {
  @ParameterizedTest
  @CsvSource({
    // policy, reviewed, overdue from
    "wa-city, 2026-03-01T10:00:00Z, 2027-03-01T10:00:00Z",
    "ky-model, 2022-06-01T10:00:00Z, 2022-12-15T00:00:00Z", // its own review date
    "ky-model, 2022-12-14T23:59:59Z, 2022-12-15T00:00:00Z",
    "ky-model, 2022-12-15T00:00:00Z, "
  })
  void shouldBeOverdueByTheDateOfTheDocumentOrTheInterval(
      String policy, Instant reviewed, Instant overdue) {
    assertEquals(
        Optional.ofNullable(overdue),
        PolicyFiles.pack(policy).rules().reviewRule().orElseThrow().overdueFrom(reviewed));
  }
}
