package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.Refusal;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.PurposeStatementRules;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.policy.retention.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the five policies differ, in the numbers and names an auditor would ask for. */
class PacksTest {
  private static final Instant SEEN = Instant.parse("2026-06-01T08:30:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines"})
  void shouldRefuseAPurposeThatIsNotEnumerated(String id) {
    Policy policy = PolicyFiles.pack(id).rules();
    assertThrows(Refusal.class, () -> policy.purpose("curiosity"));
    assertThrows(Refusal.class, () -> policy.retention("curiosity"));
    assertTrue(policy.purposes().containsKey("criminal"));
  }

  @Test
  void shouldKeepAtLeastTwoYearsInWestmorlandAndThenAskCouncilAndAttorney() {
    RetentionRule rule = pack("ca-westmorland-462").retention("criminal");
    assertEquals(Optional.of(Instant.parse("2028-06-01T08:30:00Z")), rule.keptUntil(SEEN));
    assertEquals(Optional.empty(), rule.expiresAt(SEEN));
    assertEquals(Set.of("city_council", "city_attorney"), rule.approval());
  }

  @Test
  void shouldKeepAtMostThirtyDaysInKentucky() {
    assertEquals(
        Optional.of(Instant.parse("2026-07-01T08:30:00Z")),
        pack("ky-model").retention("criminal").expiresAt(SEEN));
    AuditRules audits = pack("ky-model").auditRules().orElseThrow();
    assertEquals(new Period(1, Unit.MONTHS), audits.every());
    assertEquals(Optional.of(10), audits.sampleSize());
  }

  @ParameterizedTest
  @CsvSource({
    "'{amount: 60, unit: days}', 2026-07-31T08:30:00Z",
    "'{amount: 6, unit: months}', 2026-12-01T08:30:00Z"
  })
  void shouldTakeThePeriodThatFillsTheCalifornianTemplate(String period, Instant expires) {
    String filled =
        PolicyFiles.text("policies/examples/ca-city.yaml")
            .replaceFirst("(?s)(retention:.*?max: )\\{[^}]*}", "$1" + period);
    PolicyFile city = PolicyFiles.load(filled, "city.yaml");
    assertEquals(Optional.of(expires), city.activatable().retention("criminal").expiresAt(SEEN));
    assertFalse(city.rules().holds().isEmpty(), "an investigation may keep it longer");
  }

  /** Only where the text says that images are stored; what is silent keeps none. */
  @ParameterizedTest
  @CsvSource({
    "ca-westmorland-462, true",
    "ky-model, true",
    "ca-ag-429, false",
    "guidelines, false",
    "wa-city, false"
  })
  void shouldKeepPicturesOnlyWhereTheTextSaysSo(String id, boolean kept) {
    Policy policy = PolicyFiles.pack(id).rules();
    policy.purposes().forEach((name, rule) -> assertEquals(kept, rule.keepsImages(), name));
  }

  @Test
  void shouldAskForDifferentWordsBeforeAccess() {
    PurposeStatementRules kentucky = pack("ky-model").statementRules();
    PurposeStatementRules guidelines = pack("guidelines").statementRules();
    assertEquals(
        Set.of(
            PurposeStatementRules.Item.CASE_NUMBER,
            PurposeStatementRules.Item.INCIDENT_NUMBER,
            PurposeStatementRules.Item.REASON),
        kentucky.anyOf());
    assertEquals(
        Set.of(PurposeStatementRules.Item.PURPOSE, PurposeStatementRules.Item.CASE_NUMBER),
        guidelines.allOf());
    assertTrue(pack("ca-ag-429").statementRules().refusedAlone().contains("investigation"));
  }

  @Test
  void shouldShareWithOtherAgenciesWhereThePolicyDoesAndNotElsewhere() {
    assertEquals(
        Set.of("judicial_proceeding", "court_order", "discovery", "research"),
        pack("wa-city").sharingRules().bases().keySet());
    assertTrue(
        pack("ca-ag-429")
            .sharingRules()
            .blockedRecipients()
            .keySet()
            .containsAll(List.of("federal", "out_of_state", "private")));
  }

  private static Policy pack(String id) {
    return PolicyFiles.pack(id).rules();
  }
}
