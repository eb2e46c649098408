package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.Refusal;
import io.platelake.core.policy.collection.LandingRules;
import io.platelake.core.policy.collection.MissingPosition;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.HotlistRules;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.policy.matching.Tier;
import io.platelake.core.policy.retention.Clock;
import io.platelake.core.policy.retention.HoldRule;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.policy.retention.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaCityPolicyTest {
  private static final Set<String> CRIMINAL_CATEGORIES =
      Set.of(
          "stolen_vehicle",
          "missing_or_endangered_person",
          "warrant",
          "felony_or_gross_misdemeanor");

  private final Policy policy = PolicyFiles.waCityPolicy();

  @ParameterizedTest
  @CsvSource({
    "criminal, 21, DAYS, '5.1'",
    "parking, 21, DAYS, '5.1'",
    "traffic, 30, DAYS, '5.2(c)'",
    "cve, 6, MONTHS, '5.2(d)'"
  })
  void shouldLimitReadsOfEachPurposeFromCapture(
      String purpose, int amount, Unit unit, String section) {
    RetentionRule rule = policy.retention(purpose);
    assertEquals(Optional.of(new Period(amount, unit)), rule.max());
    assertEquals(Optional.empty(), rule.min());
    assertEquals(Clock.CAPTURE, rule.clock());
    assertEquals(Optional.of(section), rule.authority().section());
  }

  @Test
  void shouldAlertForCriminalInvestigationsOnly() {
    assertEquals(Set.of("criminal"), policy.alerts().keySet());
    AlertRules rules = policy.alertRules("criminal").orElseThrow();
    assertEquals(CRIMINAL_CATEGORIES, rules.categories());
    assertEquals(Set.of(Tier.EXACT, Tier.EQUIVALENT), rules.tiers());
    assertEquals(Optional.empty(), policy.alertRules("parking"));
  }

  @Test
  void shouldTakeCommercialVehicleReadsFromEnforcementSitesOnly() {
    assertTrue(policy.purpose("cve").allowsSite("weigh_station"));
    assertTrue(policy.purpose("cve").allowsSite("wsp_site"));
    assertFalse(policy.purpose("cve").allowsSite("street"));
    assertTrue(policy.purpose("criminal").allowsSite("street"));
  }

  @Test
  void shouldNameTheHotListsOfCriminalInvestigations() {
    HotlistRules rules = policy.hotlistRules("criminal");
    assertEquals(
        Set.of(
            "wa_dol",
            "wa_state_cjis",
            "fbi_kidnappings_missing",
            "ncmec",
            "wa_missing_persons",
            "department",
            "wa_state_alpr"),
        rules.listIds());
    assertEquals(
        Map.of(
            "stolen_vehicle",
            Set.of(),
            "missing_or_endangered_person",
            Set.of(),
            "warrant",
            Set.of("felony", "gross_misdemeanor"),
            "felony_or_gross_misdemeanor",
            Set.of("felony", "gross_misdemeanor")),
        rules.offenceClassesByCategory());
    assertEquals(
        Set.of("immigration_violator", "protected_health_care", "protected_activity"),
        rules.prohibited().keySet());
    assertEquals(Duration.ofHours(24), rules.maxAge());
    assertEquals(0.5, rules.minShareOfLast());
  }

  @Test
  void shouldAskTheDepartmentForADocumentedDetermination() {
    HotlistRules rules = policy.hotlistRules("criminal");
    assertEquals(
        Set.of("case_number", "officer", "determination"),
        rules.source("department").orElseThrow().requiredFields());
    assertEquals(Set.of(), rules.source("wa_dol").orElseThrow().requiredFields());
    assertEquals(Optional.empty(), rules.source("commercial_repository"));
  }

  @Test
  void shouldProtectSevenKindsOfFacility() {
    assertEquals(
        List.of(
            "elementary_school",
            "secondary_school",
            "place_of_worship",
            "court",
            "food_bank",
            "protected_health_care",
            "immigration_matters"),
        List.copyOf(policy.protectedPlaces().kinds().keySet()));
    assertEquals(150, policy.protectedPlaces().bufferMetresByKind().get("elementary_school"));
    assertEquals(100, policy.protectedPlaces().bufferMetresByKind().get("court"));
    assertEquals(50, policy.protectedPlaces().accessRoutes().metres());
    assertEquals(MissingPosition.QUARANTINE, policy.protectedPlaces().missingPosition());
  }

  @Test
  void shouldHoldAParkingCaseUntilTwelveHoursAfterItsFinalDisposition() {
    HoldRule rule = policy.holdRule("parking_case");
    assertEquals(Clock.FINAL_DISPOSITION, rule.after());
    assertEquals(Set.of("parking"), rule.purposes());
    assertEquals(
        Instant.parse("2026-03-09T05:30:00Z"), rule.endsAt(Instant.parse("2026-03-08T17:30:00Z")));
  }

  @Test
  void shouldEndCourtOrdersAndEvidenceWithTheCase() {
    Instant closed = Instant.parse("2026-03-08T17:30:00Z");
    assertEquals(closed, policy.holdRule("court_order").endsAt(closed));
    assertEquals(CRIMINAL_CATEGORIES, policy.holdRule("evidence").categories());
    assertEquals(
        Optional.of(closed), policy.recordClass("evidence").own().orElseThrow().expiresAt(closed));
  }

  @Test
  void shouldPlanPurgesAheadByIntervalAndGrace() {
    assertEquals(Duration.ofHours(30), policy.purgeRules().horizon());
    assertEquals(0.5, policy.purgeRules().maxShareOfRows());
    assertEquals(Duration.ofDays(7), policy.purgeRules().maxAgeBeyondLimit());
  }

  @Test
  void shouldTellWrongClocksFromLateUploads() {
    LandingRules rules = policy.landingRules();
    Instant asOf = Instant.parse("2026-06-01T12:00:00Z");
    assertFalse(rules.isFuture(asOf.plusSeconds(600), asOf));
    assertTrue(rules.isFuture(asOf.plusSeconds(601), asOf));
    assertTrue(rules.isImplausiblyOld(Instant.parse("2025-06-01T12:00:00Z"), asOf));
    assertFalse(rules.isImplausiblyOld(Instant.parse("2025-06-01T12:00:01Z"), asOf));
  }

  @Test
  void shouldHoldTheRemainingNumbers() {
    MatchingRules matching = policy.matchingRules();
    assertEquals(List.of("0ODQ", "1I", "2Z", "5S", "8B", "6G"), matching.ocrClasses());
    assertEquals(5, matching.minLength());
    assertEquals(11, matching.maxLength());
    assertEquals(1, matching.maxSubstitutions());
    assertEquals(new Period(1, Unit.YEARS), matching.suppression().max());
    assertEquals("chief", policy.research().approverRole());
    assertEquals(10, policy.research().minDistinctVehicles());
    assertEquals(MonthDay.of(12, 1), policy.annualReport().due());
    assertEquals(10, policy.annualReport().items().size());
    assertEquals(new Period(1, Unit.YEARS), policy.auditRules().orElseThrow().every());
    assertEquals(4, policy.trainingRules().topics().size());
    assertEquals(Optional.of(new Period(1, Unit.YEARS)), policy.reviewRule().orElseThrow().every());
    assertEquals(
        Set.of("judicial_proceeding", "court_order", "discovery", "research"),
        policy.sharingRules().bases().keySet());
  }

  @Test
  void shouldRefuseAPurposeItDoesNotName() {
    Refusal refusal = assertThrows(Refusal.class, () -> policy.retention("marketing"));
    assertEquals(
        "purpose 'marketing': policy wa-city version 1 does not name it."
            + " Use one of criminal, cve, parking, traffic",
        refusal.getMessage());
    assertThrows(Refusal.class, () -> policy.alertRules("marketing"));
    assertThrows(Refusal.class, () -> policy.hotlistRules("traffic"));
  }
}
