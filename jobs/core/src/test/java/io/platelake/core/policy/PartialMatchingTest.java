package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.core.BadInput;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.policy.matching.Tier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a policy for entries without a whole plate. */
class PartialMatchingTest {
  private static final String AUTHORITY =
      "    authority: {document: Department order, section: \"12\"}\n";
  private static final String PARTIAL =
      "  partial:\n    min_known: 4\n    min_candidate_share: 0.5\n    max_hits: 20\n" + AUTHORITY;
  private static final String VEHICLE_ONLY = "  vehicle_only:\n    max_hits: 5\n" + AUTHORITY;

  @ParameterizedTest
  @ValueSource(strings = {"wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines"})
  void shouldBeOffWhereNobodyWritesThem(String pack) {
    Policy policy = PolicyFiles.pack(pack).rules();
    assertEquals(Optional.empty(), policy.matchingRules().partial());
    assertEquals(Optional.empty(), policy.matchingRules().vehicleOnly());
    policy.alerts().values().forEach(a -> assertTrue(!a.tiers().contains(Tier.PARTIAL)));
  }

  @Test
  void shouldBeReadWithTheirAuthority() {
    MatchingRules rules = read(PARTIAL + VEHICLE_ONLY, "exact, partial").matchingRules();
    Authority order = new Authority("Department order", Optional.of("12"), Optional.empty());
    assertEquals(Optional.of(new MatchingRules.Partial(4, 0.5, 20, order)), rules.partial());
    assertEquals(Optional.of(new MatchingRules.VehicleOnly(5, order)), rules.vehicleOnly());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min_known: 4|min_known: 2|matching.partial.min_known",
        "min_known: 4|min_known: 13|matching.partial.min_known",
        "share: 0.5|share: 1.5|matching.partial.min_candidate_share",
        "max_hits: 20|max_hits: 0|matching.partial.max_hits",
        "max_hits: 5|max_hits: 100000|matching.vehicle_only.max_hits",
        "max_hits: 5|min_traits: 2|matching.vehicle_only",
      })
  void shouldBeRefusedBeyondTheirLimits(String find, String replacement, String place) {
    String rules = PARTIAL + VEHICLE_ONLY;
    BadInput wrong =
        assertThrows(BadInput.class, () -> read(rules.replace(find, replacement), "exact"));
    assertTrue(wrong.getMessage().contains(", key " + place), wrong.getMessage());
  }

  @Test
  void shouldNotStandWithoutAuthority() {
    assertThrows(BadInput.class, () -> read(PARTIAL.replace(AUTHORITY, ""), "exact"));
    assertThrows(BadInput.class, () -> read(VEHICLE_ONLY.replace(AUTHORITY, ""), "exact"));
  }

  /** An alert from a description is no word of a policy at all. */
  @Test
  void shouldRefuseAlertsOfWhatIsNotLookedFor() {
    BadInput wrong = assertThrows(BadInput.class, () -> read("", "exact, partial"));
    assertTrue(
        wrong.getMessage().contains("names partial, and nothing looks for partial plates"),
        wrong.getMessage());
    assertThrows(BadInput.class, () -> read(VEHICLE_ONLY, "exact, vehicle"));
  }

  @Test
  void shouldShowInADifferenceOfPolicies() {
    List<PolicyChange> changes =
        PolicyDiff.between(
            PolicyFiles.load(text("", "exact"), "a"),
            PolicyFiles.load(text(VEHICLE_ONLY, "exact"), "b"));
    assertEquals(
        Set.of(
            "matching.vehicle_only.max_hits",
            "matching.vehicle_only.authority.document",
            "matching.vehicle_only.authority.section"),
        new TreeSet<>(changes.stream().map(PolicyChange::path).toList()));
  }

  @Test
  void shouldHaveTheBoundsOfTheSchema() throws IOException {
    JsonNode matching =
        new ObjectMapper()
            .readTree(PolicyFiles.text("policy.schema.json"))
            .at("/properties/matching/properties");
    assertEquals(3, matching.at("/partial/properties/min_known/minimum").asInt());
    assertEquals(12, matching.at("/partial/properties/min_known/maximum").asInt());
    for (String word : List.of("partial", "vehicle_only")) {
      JsonNode hits = matching.path(word).path("properties").path("max_hits");
      assertEquals(1, hits.path("minimum").asInt());
      assertEquals(1000, hits.path("maximum").asInt());
      JsonNode required = matching.path(word).path("required");
      assertEquals("authority", required.path(required.size() - 1).asText());
    }
  }

  private static Policy read(String rules, String tiers) {
    return PolicyReader.read(text(rules, tiers), "wa-city.yaml");
  }

  private static String text(String rules, String tiers) {
    String before = "    max_substitutions: 1\n";
    String policy = PolicyFiles.waCity();
    assertTrue(policy.contains(before) && policy.contains("tiers: [exact, equivalent]"));
    return policy
        .replace(before, before + rules)
        .replace("tiers: [exact, equivalent]", "tiers: [" + tiers + "]");
  }
}
