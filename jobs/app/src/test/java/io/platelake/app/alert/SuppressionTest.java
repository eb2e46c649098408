package io.platelake.app.alert;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.Suppression;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class SuppressionTest {
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir Path folder;
  private AlertLake alerts;

  @BeforeEach
  void alerts() {
    alerts =
        new AlertLake(folder)
            .with(Table.READS, "plate | state | color\nTST0008 | OR | red\nTST0009 | - | -")
            .with(Table.HOTLIST_ENTRIES, "plate | state | make\nTSTOOO8 | WA | honda")
            .with(Table.HITS, "hit_id | read_id | entry_id\n7 | 1 | 1\n8 | 2 | 99");
  }

  @Test
  void shouldCoverTheMatchUntilItIsWithdrawn() {
    JsonNode ruling = done(suppress("7", "other state, seen twice", "2026-06-05"));
    List<Suppression> known =
        Suppressions.byAgency(alerts.lake(), LATER).getOrDefault(TestLake.AGENCY, List.of());
    assertEquals(1, known.size());
    Description read = new Description("OR", new VehicleTraits(null, null, "red", null));
    Description entry = new Description("WA", new VehicleTraits("honda", null, null, null));
    long key = PlateKey.pack("TST0008");
    Instant last = Instant.parse("2026-06-04T23:59:59Z");
    assertTrue(known.get(0).covers(1, key, read, entry, last));
    assertFalse(known.get(0).covers(1, key, read, entry, last.plusSeconds(1)));
    assertEquals(
        List.of(), Suppressions.byAgency(alerts.lake(), LATER).getOrDefault("city-9", List.of()));

    CliRun twice =
        alerts.runAt(
            "2026-06-02T01:00:00Z",
            "hits",
            "suppress",
            "--hit",
            "7",
            "--reason",
            "again",
            "--until",
            "2026-07-01");
    assertEquals(3, twice.code(), twice.all());
    String id = ruling.get("details").get("suppression_id").asText();
    assertEquals(
        List.of(),
        Suppressions.byAgency(alerts.lake(), Instant.EPOCH)
            .getOrDefault(TestLake.AGENCY, List.of()));
    assertEquals(3, alerts.run("hits", "unsuppress", id, "--reason", "TSTOOO8 it was").code());
    done(alerts.run("hits", "unsuppress", id, "--reason", "it was the vehicle after all"));
    assertEquals(
        List.of(),
        Suppressions.byAgency(alerts.lake(), LATER).getOrDefault(TestLake.AGENCY, List.of()));
    assertEquals(2, alerts.run("hits", "unsuppress", id, "--reason", "again").code());
    CliRun list =
        CliRun.at(
            folder.resolve("lake"), AlertLake.NOW, "hits", "suppressed", "--agency", "city-2");
    assertTrue(list.out().contains("withdrawn") && list.out().contains("seen twice"), list.out());
    assertFalse(list.all().contains("TST000"), list.out());
    assertRows(
        """
        event    | hit_id | entry_id | list_id | plate_key is null | principal
        suppress | 7      | 1        | stolen  | false             | tester
        withdraw | 7      | -        | stolen  | true              | tester
        """
            .replace("plate_key is null", "(plate_key is null)"),
        alerts.lake().read(Table.SUPPRESSIONS));
  }

  @Test
  void shouldRefuseWhatNamesThePlateOrLastsTooLongAndNeverRepeatIt() {
    assertRefused(3, "--reason: it names the plate", suppress("7", "tst-0008 again", "2026-06-05"));
    assertRefused(3, "--reason: it names the plate", suppress("7", "not TST OOO8", "2026-06-05"));
    assertRefused(3, "more than 1 year ahead", suppress("7", "other state", "2027-06-03"));
    assertRefused(2, "is not in the future", suppress("7", "other state", "2026-06-02"));
    assertRefused(2, "--until: not a date", suppress("7", "other state", "TST0008"));
    assertRefused(2, "--reason: is empty", suppress("7", " ", "2026-06-05"));
    assertRefused(2, "does not exist", suppress("5", "other state", "2026-06-05"));
    assertRefused(2, "is not kept any more", suppress("8", "other state", "2026-06-05"));
    assertEquals(0, alerts.lake().read(Table.SUPPRESSIONS).count());
  }

  /** A policy that gives a ruling two months, in force from one o'clock. */
  @Test
  void shouldLastNoLongerThanThePolicyInForceAllows() {
    String text =
        TestPolicies.waCityText()
            .replace("version: \"1\"", "version: \"2\"")
            .replaceFirst(
                "(  suppression:.*\n    max: )\\{amount: 1, unit: years}",
                "$1{amount: 2, unit: months}");
    Instant from = Instant.parse("2026-06-02T01:00:00Z");
    PolicyLedger.record(
        alerts.lake(), Adoption.first(TestLake.AGENCY, "wa-city", text, from, "tester"));
    assertRefused(
        3,
        "--until: is more than 2 months ahead, and the ruling keeps a plate (platform"
            + " default). Give a date up to 2026-08-02, and look again then.",
        suppressAt("2026-06-02T01:00:00Z", "2026-08-03"));
    assertEquals(0, suppressAt("2026-06-02T01:00:00Z", "2026-08-02").code());
  }

  private CliRun suppressAt(String asOf, String until) {
    return alerts.runAt(
        asOf, "hits", "suppress", "--hit", "7", "--reason", "other state", "--until", until);
  }

  @Test
  void shouldGoWithThePurgeThatRunsLastBeforeItEnds() {
    done(suppress("7", "other state", "2026-06-05"));
    String early = "2026-06-03T17:59:59Z";
    assertEquals(0, done(alerts.runAt(early, "purge", "plan")).get("counts").get("rows").asLong());
    String due = "2026-06-03T18:00:00Z";
    JsonNode plan = done(alerts.runAt(due, "purge", "plan"));
    assertEquals(1, plan.get("counts").get("rows").asLong());
    String digest = plan.get("details").get("plan_digest").asText();
    done(alerts.runAt(due, "purge", "run", "--plan", digest));
    done(alerts.runAt(due, "purge", "verify", "--plan", digest));
    assertEquals(0, alerts.lake().read(Table.SUPPRESSIONS).count());
    assertFalse(Files.exists(folder.resolve("lake/suppressions/date=2026-06-05")));
  }

  private CliRun suppress(String hit, String reason, String until) {
    return alerts.run("hits", "suppress", "--hit", hit, "--reason", reason, "--until", until);
  }

  private static JsonNode done(CliRun run) {
    assertEquals(0, run.code(), run.all());
    return run.record();
  }

  private static void assertRefused(int code, String why, CliRun run) {
    assertEquals(code, run.code(), run.all());
    assertTrue(run.record().get("message").asText().contains(why), run.all());
    assertFalse(run.all().toUpperCase(java.util.Locale.ROOT).contains("TST"), run.all());
  }
}
