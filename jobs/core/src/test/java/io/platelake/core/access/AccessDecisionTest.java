package io.platelake.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.access.AccessCase.Row;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessDecisionTest {
  private static final List<String> PACKS = List.copyOf(DenialsPage.POLICIES.values());

  @ParameterizedTest
  @ValueSource(strings = {"wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines"})
  void shouldLetInWhoeverHasAllThatThePolicyAsksFor(String policy) {
    assertEquals(List.of(), AccessCase.under(policy).decide().denials());
  }

  /** Each reason is asked for by a policy at least, and each is found alone. */
  @Test
  void shouldHaveACaseForEveryReason() {
    Set<DenialReason> found = EnumSet.noneOf(DenialReason.class);
    for (String policy : PACKS) {
      for (DenialReason reason : DenialReason.values()) {
        if (DenialCases.decide(policy, reason).names(reason)) {
          found.add(reason);
        }
      }
    }
    assertEquals(EnumSet.allOf(DenialReason.class), found);
  }

  /** What is asked for by a policy: one line a policy, from the table of the page. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wa-city            | no_need               | 3.2, 3.3, 6.1",
        "wa-city            | direct_access         | 4.6",
        "wa-city            | training_lapsed       | 9",
        "wa-city            | no_grant              | –",
        "wa-city            | prohibited_use        | 4.2",
        "ca-westmorland-462 | grant_source          | 462.3, 462.3.1, 462.7(6)",
        "ca-westmorland-462 | training_missing      | 462.4.1, 462.7(5), 462.13",
        "ca-westmorland-462 | training_lapsed       | –",
        "ca-ag-429          | inactive              | 429.4",
        "ca-ag-429          | grant_unreviewed      | 429.4, 429.6",
        "ca-ag-429          | no_second_factor      | 429.9",
        "ca-ag-429          | training_before_return| 429.4, 429.5, 429.10(3)",
        "ca-ag-429          | personal_data         | 429.4",
        "ky-model           | role_may_not_search   | IV.L.2",
        "ky-model           | statement_lacks_all   | IV.P.4, IV.Q.1",
        "guidelines         | grant_office          | Oversight & Administration",
        "guidelines         | statement_lacks       | Permissible Use",
        "guidelines         | inactive              | default",
      })
  void shouldCiteTheClause(String policy, String reason, String section) {
    assertEquals(
        section, DenialsPage.cell(policy, DenialReason.valueOf(reason.toUpperCase(Locale.ROOT))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-15T11:59:59Z, false",
    "2026-06-15T12:00:00Z, true",
  })
  void shouldEndTrainingAfterItsYear(String at, boolean lapsed) {
    AccessCase c = AccessCase.under("wa-city");
    c.training.get(0).with("completed_on", "2025-06-15T12:00:00Z").from("2025-06-15");
    c.at = java.time.Instant.parse(at);
    assertEquals(lapsed, c.decide().names(DenialReason.TRAINING_LAPSED));
  }

  @Test
  void shouldDenyWithEveryTopicThatIsMissing() {
    AccessCase c = AccessCase.under("guidelines");
    c.training.get(0).with("topics", "permissible_use;security_and_privacy;law");
    assertEquals(
        List.of("sanctions", "verification", "reporting"),
        c.decide().denials().stream().map(Denial::subject).toList());
  }

  @Test
  void shouldTakeTrainingOfSeveralCoursesTogether() {
    AccessCase c = AccessCase.under("wa-city");
    c.training.get(0).with("topics", "policy;statute");
    c.training.add(
        new Row()
            .with("person_id", AccessCase.PERSON)
            .with("course", "alpr-2")
            .with("completed_on", "2026-04-01T00:00:00Z")
            .with("topics", "privacy;audit_and_reporting")
            .from("2026-04-01"));
    assertTrue(c.decide().isAllowed());
    c.training.get(1).with("valid_until", "2026-06-15T12:00:00Z");
    assertFalse(c.decide().isAllowed(), "the certificate of the course has run out");
  }

  /** The retrain date counts from the return, and a change of role is a return too. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-31, true",
    "2026-04-01, false",
  })
  void shouldAskForTrainingAfterAChangeOfRole(String trained, boolean denied) {
    AccessCase c = AccessCase.under("ca-ag-429");
    Row before = new Row().to("2026-04-01");
    before.values.putAll(c.user().values);
    before.with("roles", "patrol");
    c.users.add(before);
    c.user().from("2026-04-01");
    c.training.get(0).with("completed_on", trained + "T00:00:00Z").from(trained);
    assertEquals(denied, c.decide().names(DenialReason.TRAINING_BEFORE_RETURN));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31T23:59:59Z, false",
    "2026-06-01T00:00:00Z, true",
  })
  void shouldAskForNewTrainingWhenItIsDue(String at, boolean denied) {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.rules.add(
        new Row()
            .with("rule_id", "r-1")
            .with("topics", "privacy")
            .with("changed_at", "2026-04-01T00:00:00Z")
            .with("due", "2026-06-01T00:00:00Z"));
    c.at = java.time.Instant.parse(at);
    assertEquals(denied, c.decide().names(DenialReason.TRAINING_BEFORE_CHANGE));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-15T11:59:59Z, true",
    "2025-06-15T12:00:00Z, true",
    "2025-06-15T12:00:01Z, false",
  })
  void shouldSuspendAnAccountUnusedForTwelveMonths(String lastUse, boolean denied) {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.user().from("2024-01-01").with("last_used", lastUse);
    c.grant().from("2025-01-01");
    assertEquals(denied, c.decide().names(DenialReason.INACTIVE));
  }

  /** Somebody who never looked is judged from the grant. */
  @Test
  void shouldCountFromTheGrantWhereNothingWasUsed() {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.user().from("2024-01-01");
    c.grant()
        .from("2025-06-16")
        .with("approved_at", "2025-06-16T00:00:00Z")
        .with("reviewed_at", "2026-01-01T00:00:00Z");
    assertFalse(c.decide().names(DenialReason.INACTIVE), c.decide().denials().toString());
    c.grant().from("2025-06-15");
    assertTrue(c.decide().names(DenialReason.INACTIVE));
  }

  @Test
  void shouldDenyAGrantOfSomebodyWhoDidNotHoldTheOfficeThen() {
    AccessCase c = AccessCase.under("guidelines");
    c.responsible.get(0).from("2026-02-02");
    assertEquals(
        List.of(DenialReason.GRANT_OFFICE),
        c.decide().denials().stream().map(Denial::reason).toList());
  }

  @Test
  void shouldTakeTheGrantThatLetsIn() {
    AccessCase c = AccessCase.under("guidelines");
    Row worse = new Row().to("2027-01-01");
    worse.values.putAll(c.grant().values);
    c.grants.add(0, worse.with("grant_id", "g-0").with("office", "sergeant"));
    assertTrue(c.decide().isAllowed());
  }

  /** An outsider gets in by the office that may let him in, and until the end of its word. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-16, true",
    "2026-06-15, false",
  })
  void shouldLetAnOutsiderInWhileTheChiefSaysSo(String end, boolean allowed) {
    AccessCase c = AccessCase.under("wa-city");
    c.user().with("kind", "external");
    c.grant().with("direct_access", "true").to(end);
    assertEquals(allowed, c.decide().isAllowed(), () -> c.decide().denials().toString());
    assertFalse(external("ky-model").decide().isAllowed(), "no office may");
  }

  private static AccessCase external(String policy) {
    AccessCase c = AccessCase.under(policy);
    c.user().with("kind", "external");
    c.grant().with("direct_access", "true");
    return c;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ca-ag-429  | case_number       | 26-000123      | true",
        "ca-ag-429  | case_number       | Case 24-1234   | true",
        "ca-ag-429  | case_number       | investigation  | false",
        "ca-ag-429  | case_number       | Investigation. | false",
        "ca-ag-429  | case_number       | inv            | false",
        "ca-ag-429  | case_number       | test           | false",
        "ca-ag-429  | case_number       | …              | false",
        "ca-ag-429  | suspect_last_name | Sample         | true",
        "ca-ag-429  | suspect_last_name | O'Sample-Doe   | true",
        "ca-ag-429  | suspect_last_name | Pat Sample     | false",
        "ca-ag-429  | suspect_last_name | unknown        | false",
        "ky-model   | case_number       | 26-1           | true",
        "ky-model   | incident_number   | 2026-77        | true",
        "ky-model   | reason            | robbery on 5th | true",
        "ky-model   | reason            | Investigation  | false",
        "ky-model   | reason            | n/a            | false",
        "guidelines | reason            | robbery on 5th | false",
        "guidelines | case_number       | 26-000123      | true",
      })
  void shouldAskForTheCaseOrReasonByThePolicysRule(
      String policy, String item, String text, boolean allowed) {
    AccessCase c = AccessCase.under(policy);
    c.statement.keySet().retainAll(Set.of(Item.PURPOSE));
    c.statement.put(Item.valueOf(item.toUpperCase(Locale.ROOT)), text);
    assertEquals(allowed, c.decide().isAllowed(), () -> c.decide().denials().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000-12-3456", "call 555-555-0100", "(555) 555-0100", "DOB 1/2/1990", "born in May",
        "pat@example.invalid", "12 Main St", "DL D1234567", "per CLETS return", "has priors",
        "criminal history of suspect", "on parole"
      })
  void shouldKeepPersonalDataOutOfTheReason(String text) {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.statement.put(Item.REASON, text);
    assertTrue(c.decide().names(DenialReason.PERSONAL_DATA), text);
    AccessCase elsewhere = AccessCase.under("ky-model");
    elsewhere.statement.put(Item.REASON, text);
    assertFalse(elsewhere.decide().names(DenialReason.PERSONAL_DATA), "Kentucky does not ask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"robbery of 3 May, case 26-000123", "vehicle of suspect Sample", "2 shots fired"})
  void shouldLetAnOrdinaryReasonPass(String text) {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.statement.put(Item.REASON, text);
    assertTrue(c.decide().isAllowed(), () -> c.decide().denials().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ICE assist",
        "assist: ice-assist for agent",
        "I.C.E. assist",
        "ICE",
        " i c e ",
        "HSI",
        "immigration check",
        "BORDER  PATROL request",
        "287(g)",
        "gender affirming care",
        "clinic visit",
        "protest at city hall",
        "removal\norder",
        "ÍCE assist"
      })
  void shouldStopAReasonThatNamesAProhibitedUse(String text) {
    AccessCase c = AccessCase.under("wa-city");
    c.statement.put(Item.REASON, text);
    assertTrue(c.decide().names(DenialReason.PROHIBITED_USE), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "police",
        "notice of theft",
        "service call",
        "justice center",
        "office burglary",
        "vehice",
        "Niceville",
        "ice storm crash",
        "sale of ice",
        "order of removal",
        "patrol border",
        "assist ice",
        "protestant church burglary",
        "clinical visit",
        "press charges",
        "assist Officer Price",
        "CBPD unit",
        "287 street"
      })
  void shouldNotStopALookAlike(String text) {
    AccessCase c = AccessCase.under("wa-city");
    c.statement.put(Item.REASON, text);
    assertFalse(c.decide().names(DenialReason.PROHIBITED_USE), text);
  }

  /** Whatever letters stand around it: a word with ice in it is another word. */
  @Property
  void shouldNeverFindATermWithinAWord(
      @ForAll("around") String before, @ForAll("around") String after) {
    AccessCase c = AccessCase.under("wa-city");
    for (String text :
        List.of(before + "ice", "ice" + after, before + "ice" + after, before + "protest")) {
      c.statement.put(Item.REASON, "seen: " + text);
      assertFalse(c.decide().names(DenialReason.PROHIBITED_USE), text);
    }
  }

  @Property
  void shouldFindATermBetweenAnyWords(
      @ForAll("words") List<String> before, @ForAll("words") List<String> after) {
    AccessCase c = AccessCase.under("wa-city");
    c.statement.put(
        Item.REASON, String.join(" ", before) + " Ice, ASSIST! " + String.join(" ", after));
    assertTrue(c.decide().names(DenialReason.PROHIBITED_USE), c.statement.toString());
  }

  /** Taking one more thing away never lets somebody in. */
  @Property
  void shouldDenyNoLessWhenMoreIsMissing(
      @ForAll("reasons") DenialReason one,
      @ForAll("reasons") DenialReason other,
      @ForAll("packs") String policy) {
    // The cases of statements replace what was stated, so a later one can repair an earlier one.
    Set<DenialReason> statements =
        EnumSet.range(DenialReason.STATEMENT_LACKS, DenialReason.PROHIBITED_USE);
    if (!statements.contains(other) && !DenialCases.decide(policy, one).isAllowed()) {
      assertFalse(DenialCases.decide(policy, other, one).isAllowed(), one + " and " + other);
    }
  }

  @Property
  void shouldNotLookAtOtherPersons(
      @ForAll("reasons") DenialReason one, @ForAll("packs") String policy) {
    AccessCase c = AccessCase.under(policy);
    c.users.add(
        new Row()
            .with("user_id", "d.ruiz")
            .with("person_id", "p-9")
            .with("kind", "internal")
            .with("roles", c.user().values.get("roles"))
            .with("status", "suspended"));
    assertTrue(c.decide().isAllowed(), "another person's suspension");
    boolean before = DenialCases.decide(policy, one).isAllowed();
    assertEquals(before, DenialCases.decide(policy, one).isAllowed(), "the same question again");
  }

  @Test
  void shouldSayOfEachDenialWhatWhyAndWhatToDo() {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.place = AttestedPlace.UNKNOWN;
    c.statement.clear();
    assertEquals(
        """
        device_not_issued: no device that the agency issued is attested [California AG ALPR Template 429, section 429.9]. Use a device of the agency.
        no_second_factor: no second factor is attested [California AG ALPR Template 429, section 429.9]. Log in with a second factor.
        statement_lacks_all: the statement has none of several items (case_number, suspect_last_name) [California AG ALPR Template 429, section 429.4]. State one of them.
        """
            .strip(),
        c.decide().denials().stream().map(Denial::line).collect(Collectors.joining("\n")));
  }

  @Test
  void shouldListWhoMayHaveAccessOnAnyDay() {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.user().to("2026-06-15");
    AccessRegisters registers = c.registers();
    assertEquals(1, registers.at(AccessCase.day("2026-06-14")).size());
    assertEquals(0, registers.at(AccessCase.day("2026-06-15")).size());
    assertEquals(AccessCase.PERSON, registers.person(AccessCase.ACCOUNT), "the name stays");
    assertEquals(Optional.empty(), registers.find("nobody.else", AccessCase.AT));
  }

  @Provide
  Arbitrary<String> around() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("police", "26-123", "theft", "of", "a", "white", "van", "service")
        .list()
        .ofMaxSize(4)
        .map(words -> words.stream().filter(w -> w.length() > 1).toList());
  }

  @Provide
  Arbitrary<DenialReason> reasons() {
    return Arbitraries.of(Arrays.asList(DenialReason.values()));
  }

  @Provide
  Arbitrary<String> packs() {
    return Arbitraries.of(PACKS);
  }
}
