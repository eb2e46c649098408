package io.platelake.core.policy.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.policy.PolicyFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateBoundsTest {
  private static final StateBounds WA = PolicyFiles.bounds("us-wa");
  private static final String TEXT = PolicyFiles.waCity();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # policy | bounds
          wa-city | us-wa
          ca-westmorland-462 | us-ca
          ca-ag-429 | us-ca
          ky-model | us-ky
          """)
  void shouldFindThePoliciesThatShipWithinTheirState(String policy, String bounds) {
    assertEquals(List.of(), PolicyFiles.bounds(bounds).check(PolicyFiles.pack(policy)));
  }

  @Test
  void shouldLetAnAgencyTighten() {
    String tighter = TEXT.replaceFirst("amount: 21, unit: days", "amount: 7, unit: days");
    assertEquals(List.of(), WA.check(PolicyFiles.load(tighter, "city.yaml")));
  }

  @Test
  void shouldNameTheLineOfALooserLimit() {
    String looser = TEXT.replaceFirst("amount: 21, unit: days", "amount: 22, unit: days");
    BoundViolation found = only(looser);
    assertEquals("retention.criminal.max", found.path());
    int line = 1 + (int) TEXT.substring(0, TEXT.indexOf("amount: 21")).lines().count() - 1;
    assertTrue(
        found
            .toString()
            .startsWith(
                "city.yaml line "
                    + line
                    + ", retention.criminal.max: looser than US-WA: 22 days is longer than 21 days"),
        found.toString());
  }

  @Test
  void shouldRefuseAListOlderThanADay() {
    assertEquals(
        "hotlists.criminal.freshness.max_age",
        only(TEXT.replaceFirst(
                "max_age: \\{amount: 24, unit: hours}", "max_age: {amount: 25, unit: hours}"))
            .path());
  }

  @Test
  void shouldHoldARecordClassAndAMinimumToTheState() {
    StateBounds bounds =
        StateBounds.read(
            """
            format: 1
            id: us-xx
            title: A state
            jurisdiction: US-XX
            reads:
              any: {min: {amount: 7, unit: days}, authority: {document: Act, section: "1"}}
            records:
              access_log:
                min: {amount: 3, unit: years}
                authority: {document: Act, section: "2"}
              audits:
                max: {amount: 5, unit: years}
                authority: {document: Act, section: "3"}
            """,
            "us-xx.yaml");
    assertEquals(
        List.of(
            "records.access_log.min: 2 years is shorter than 3 years",
            "records.audits.max: there is no maximum",
            "retention.criminal.min: there is no minimum",
            "retention.cve.min: there is no minimum",
            "retention.parking.min: there is no minimum",
            "retention.traffic.min: there is no minimum"),
        bounds.check(PolicyFiles.load(TEXT, "city.yaml")).stream()
            .map(l -> l.path() + ":" + l.why().substring("looser than US-XX:".length()))
            .sorted()
            .toList());
  }

  @Test
  void shouldNotLetHitsOutliveTheirReads() {
    BoundViolation found =
        only(
            TEXT.replaceFirst(
                "(  hits: .*\n)    follows: reads\n",
                "$1    max: {amount: 9, unit: years}\n    clock: capture\n"));
    assertEquals("records.hits", found.path());
  }

  @Test
  void shouldAskForEveryFieldOfTheAccessLog() {
    BoundViolation found =
        only(
            TEXT.replace(
                "purpose, offence_type, case_number, camera", "purpose, case_number, camera"));
    assertEquals("access.log.fields", found.path());
    assertTrue(found.why().endsWith("lacks offence_type"), found.why());
  }

  @Test
  void shouldRefuseAMissingProtectionAndAnAdditionalBasis() {
    String without = TEXT.replaceFirst("    court:\n", "    courtyard:\n");
    assertEquals("protected_places.kinds", only(without).path());
    String more =
        TEXT.replace(
            "    judicial_proceeding:\n",
            "    favour:\n      title: A favour\n      authority: {document: none, section: \"0\"}\n"
                + "    judicial_proceeding:\n");
    assertEquals("sharing.bases", only(more).path());
    assertTrue(only(more).why().contains("favour"));
  }

  @Test
  void shouldBeReadAsStrictlyAsAPolicy() {
    String text = PolicyFiles.text("policies/bounds/us-wa.yaml");
    assertThrows(BadInput.class, () -> StateBounds.read(text + "\nmore: 1\n", "b.yaml"));
    assertThrows(
        BadInput.class, () -> StateBounds.read(text.replace("format: 1", "format: 2"), "b.yaml"));
  }

  private static BoundViolation only(String text) {
    List<BoundViolation> found = WA.check(PolicyFiles.load(text, "city.yaml"));
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }
}
