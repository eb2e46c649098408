package io.platelake.app.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on policy files, which need no lake. */
@Tag("lake")
class PolicyFileCommandsTest {
  private static final String OWN = "format: 1\nextends: wa-city\nid: own-city\nversion: \"1\"\n";

  @TempDir Path folder;

  @Test
  void shouldFindFourPacksValidAndListTheBlanksOfTheFifth() {
    CliRun run =
        CliRun.of(
            "--json",
            "policy",
            "validate",
            shipped("wa-city"),
            shipped("ca-westmorland-462"),
            shipped("ca-ag-429"),
            shipped("ky-model"),
            shipped("guidelines"));
    assertEquals(3, run.code(), run.all());
    JsonNode counts = run.record().path("counts");
    assertEquals(4, counts.path("adoptable").asLong(), run.out());
    assertEquals(0, counts.path("invalid").asLong());
    assertEquals(0, counts.path("looser_than_state").asLong());

    CliRun words = CliRun.of("policy", "validate", shipped("ca-ag-429"));
    assertEquals(counts.path("blanks").asLong(), words.out().lines().count() - 1, words.out());
    for (String blank :
        List.of(
            "administrator.title: \"[INSERT TITLE]\"",
            "records.exports.max: \"XXXX\"",
            "records.emails.min: \"XXX\"",
            "records.access_log.min: \"",
            "access.log.format: \"",
            "access.log.kept_by: \"",
            "retention.criminal.max: \"[Enter timeframe")) {
      assertTrue(words.out().contains(blank), blank + " in " + words.out());
    }
  }

  @Test
  void shouldFindAFilledCopyValid() {
    CliRun run = CliRun.of("policy", "validate", shipped("examples/ca-city"));
    assertEquals(0, run.code(), run.all());
    assertTrue(run.out().contains("is valid, within the bounds of US-CA"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # retention of criminal                                     | exit | says
          min: {amount: 3, unit: years}, max: {amount: 2, unit: years} | 2 | retention.criminal.min: of 3 years is longer than the max of 2 years. Make the minimum no longer
          max: {amount: 30, unit: days}                               | 3 | retention.criminal.max: looser than US-WA: 30 days is longer than 21 days
          max: {amount: 3, unit: minutes}                             | 2 | match such reads and discard them before landing
          max: {amount: 20, unit: days}, maxx: 1                      | 2 | line 7, key retention.criminal.maxx: is an unknown key
          max: {amount: 20, unit: days}, max: {amount: 19, unit: days} | 2 | key retention.criminal.max: comes twice
          max: 20 days                                                | 2 | retention.criminal.max: is not a mapping
          """)
  void shouldSayWhatIsWrongWithARule(String rule, int exit, String says) {
    String file = own("retention:\n  criminal:\n    {" + rule + "}\n");
    CliRun run = CliRun.of("policy", "validate", file);
    assertEquals(exit, run.code(), run.all());
    assertTrue(run.out().contains(says), run.out());
    assertTrue(run.out().contains(file), run.out());
  }

  @Test
  void shouldRefuseAnUnknownPurposeAYamlBombAndAFileThatIsNotThere() {
    assertInvalid(own("retention:\n  marketing: {clock: capture}\n"), "retention.marketing");
    assertInvalid(
        write("bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"), "YAML anchor (&) or alias");
    assertInvalid(write("deep", "[".repeat(100_000)), "is nested too deep");
    assertInvalid(folder.resolve("nowhere.yaml").toString(), "there is no such file");
    assertInvalid(write("loop", OWN.replace("wa-city", "loop")), "leads back to loop");
  }

  @Test
  void shouldExplainWhyAndUntilWhenAReadIsKept() {
    CliRun run = explain("wa-city", "criminal");
    assertEquals(0, run.code(), run.all());
    assertTrue(
        run.out()
            .contains(
                "must be gone by    2026-06-22T08:30:00Z: at most 21 days from capture"
                    + " (City #2 ALPR Policy, section 5.1)"),
        run.out());
    assertTrue(run.out().contains("goes in            the first purge from 2026-06-21T02:30:00Z"));
    assertTrue(explain("wa-city", "cve").out().contains("2026-12-01T08:30:00Z: at most 6 months"));
    assertTrue(
        run.out()
            .contains(
                "may alert          by plates that are exact, equivalent (platform default)"));
    CliRun gated = explain("ca-westmorland-462", "criminal");
    assertTrue(run.out().contains("its pictures       are dropped: the policy does not say"));
    assertTrue(
        gated
            .out()
            .contains("its pictures       are kept (Westmorland PD Policy 462, section 462.2)"));
    assertTrue(gated.out().contains("is kept until      2028-06-01T08:30:00Z"), gated.out());
    assertTrue(
        gated.out().contains("goes only after    approval by each of city attorney, city council"));
    assertTrue(explain("ca-ag-429", "criminal").out().contains("their examples were used here"));
  }

  @Test
  void shouldRefuseToExplainAPurposeThePolicyDoesNotName() {
    CliRun run = explain("wa-city", "marketing");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("Use one of criminal, cve, parking, traffic"), run.err());
    CliRun when =
        CliRun.of(
            "policy",
            "explain",
            "--policy",
            shipped("wa-city"),
            "--purpose",
            "criminal",
            "--captured-at",
            "yesterday");
    assertEquals(2, when.code());
    assertTrue(when.err().contains("not an instant with a zone"), when.err());
  }

  @Test
  void shouldTypeTheDifferencesOfTwoPolicies() {
    String shorter = own("retention:\n  criminal:\n    max: {amount: 14, unit: days}\n");
    CliRun run = CliRun.of("policy", "diff", shipped("wa-city"), shorter);
    assertEquals(0, run.code(), run.all());
    assertEquals(
        List.of(
            "retention",
            "  retention.criminal.max: 21 days -> 14 days",
            "other",
            "  id: wa-city -> own-city"),
        run.out().lines().toList());
    JsonNode counts =
        CliRun.of("--json", "policy", "diff", shipped("wa-city"), shipped("ky-model"))
            .record()
            .path("counts");
    for (String head : List.of("collection", "retention", "access", "sharing")) {
      assertTrue(counts.path(head).asLong() > 0, head + " in " + counts);
    }
    CliRun same = CliRun.of("policy", "diff", shipped("wa-city"), shipped("wa-city"));
    assertEquals("The two policies have the same rules.", same.out().strip());
  }

  private CliRun explain(String policy, String purpose) {
    return CliRun.of(
        "policy",
        "explain",
        "--policy",
        shipped(policy),
        "--purpose",
        purpose,
        "--captured-at",
        "2026-06-01T08:30:00Z");
  }

  private void assertInvalid(String file, String why) {
    CliRun run = CliRun.of("policy", "validate", shipped("wa-city"), file);
    assertEquals(2, run.code(), run.all());
    assertTrue(run.out().contains(why), run.out());
    assertFalse(run.all().contains("Exception"), run.all());
  }

  private String own(String rules) {
    return write("own", OWN + rules);
  }

  private String write(String name, String text) {
    return PolicyFilesOnDisk.write(folder, name, text);
  }

  private static String shipped(String id) {
    return PolicyFilesOnDisk.shipped(id);
  }
}
