package io.platelake.app.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class PolicyAdoptTest {
  private static final String NOW = "2026-06-10T09:00:00Z";

  @TempDir Path folder;
  @TempDir Path files;
  private Lake lake;

  @BeforeEach
  void createLake() {
    lake = TestLake.in(folder);
  }

  @Test
  void shouldPutAPolicyInForceFromAnInstantOn() {
    CliRun run = adopt(waCity(14), "--effective-from", "2026-07-01T00:00:00Z");
    assertEquals(0, run.code(), run.all());
    assertEquals(21, days("2026-06-30T23:59:59Z"));
    assertEquals(14, days("2026-07-01T00:00:00Z"));
    assertEquals(0, adopt(waCity(14), "--effective-from", "2026-07-01T00:00:00Z").code());
    assertEquals(2, lake.read(Table.POLICY_VERSIONS).count());
  }

  @Test
  void shouldLetAnAgencyGoBackToAnEarlierVersion() {
    assertEquals(0, adopt(waCity(14), "--effective-from", "2026-07-01T00:00:00Z").code());
    CliRun back =
        adopt(PolicyFilesOnDisk.shipped("wa-city"), "--effective-from", "2026-08-01T00:00:00Z");
    assertEquals(0, back.code(), back.all());
    assertEquals(14, days("2026-07-31T00:00:00Z"));
    assertEquals(21, days("2026-08-01T00:00:00Z"));
  }

  @Test
  void shouldRefuseToReachBack() {
    CliRun run = adopt(waCity(14), "--effective-from", "2026-06-10T08:59:59Z");
    assertRefused(run, "before it is adopted");
  }

  @Test
  void shouldRefuseAPolicyWithBlanksAndOneLooserThanItsState() {
    assertRefused(adopt(PolicyFilesOnDisk.shipped("ca-ag-429")), "are not filled in");
    assertRefused(adopt(waCity(22)), "looser than US-WA: 22 days is longer than 21 days");
    assertEquals(1, lake.read(Table.POLICY_VERSIONS).count());
  }

  @Test
  void shouldKeepTheWordsOfAPolicyThatExtendsAnother() {
    CliRun run = adopt(PolicyFilesOnDisk.shipped("examples/ca-city"));
    assertEquals(0, run.code(), run.all());
    assertEquals(
        "ca-city", PolicyLedger.inForce(lake, TestLake.AGENCY, Instant.parse(NOW)).policy().id());
  }

  @Test
  void shouldAskForNoticeAndCommentWhereThePolicyInForceDoes() {
    assertEquals(
        0,
        adopt(
                PolicyFilesOnDisk.shipped("guidelines"),
                "--notice-at",
                "2026-05-01T00:00:00Z",
                "--comments-until",
                "2026-06-01T00:00:00Z")
            .code());
    String next = changedGuidelines("\"2\"");

    assertRefused(adopt(next), "no public notice is on record. Add --notice-at.");
    assertRefused(adopt(next, "--notice-at", "2026-06-01T00:00:00Z"), "no time for public comment");
    assertRefused(
        adopt(
            next,
            "--notice-at",
            "2026-06-09T00:00:00Z",
            "--comments-until",
            "2026-06-08T00:00:00Z"),
        "does not lie between notice and effect");
    assertRefused(
        adopt(
            next,
            "--notice-at",
            "2026-06-01T00:00:00Z",
            "--comments-until",
            "2026-06-20T00:00:00Z"),
        "does not lie between notice and effect");

    CliRun heard =
        adopt(
            next,
            "--notice-at",
            "2026-05-01T00:00:00Z",
            "--comments-until",
            "2026-06-01T00:00:00Z");
    assertEquals(0, heard.code(), heard.all());
    Rows.assertRows(
        """
        noticed_at           | comments_until       | emergency
        -                    | -                    | -
        2026-05-01T00:00:00Z | 00:00:00             | -
        2026-05-01T00:00:00Z | 00:00:00             | -
        """,
        lake.read(Table.POLICY_VERSIONS));
  }

  @Test
  void shouldRecordAndReportAnEmergency() {
    assertEquals(0, adopt(PolicyFilesOnDisk.shipped("guidelines"), "--emergency", "start").code());
    CliRun run = adopt(changedGuidelines("\"2\""), "--emergency", "court order 26-17");
    assertEquals(0, run.code(), run.all());
    assertTrue(adopt(changedGuidelines("\"3\""), "--emergency", " ").err().contains("is empty"));
    CliRun status = CliRun.at(folder, NOW, "status");
    assertTrue(
        status.out().contains("took effect without notice: court order 26-17"), status.out());
  }

  @Test
  void shouldAskForTheHearingBeforeAProgrammeStarts() {
    Path fresh = files.resolve("lake");
    CliRun run =
        CliRun.at(
            fresh,
            NOW,
            "init",
            "--agency",
            "town",
            "--policy",
            PolicyFilesOnDisk.shipped("ca-westmorland-462"));
    assertRefused(run, "no public notice is on record");
    assertFalse(Files.exists(fresh.resolve("reads")));
  }

  @Test
  void shouldSayWhenAReviewIsDueOverdueAndDone() {
    String year = "2027-01-01T00:00:00Z";
    assertTrue(
        status("2026-12-31T23:59:59Z").contains("OK        policy of city-2 "), status(year));
    assertTrue(
        status(year).matches("(?s).*OVERDUE +policy of city-2 .*next review due " + year + ".*"));
    CliRun review =
        CliRun.at(
            folder, year, "policy", "review", "--agency", "city-2", "--document", "minutes 4");
    assertEquals(0, review.code(), review.all());
    assertTrue(review.out().contains("due by 2028-01-01T00:00:00Z"), review.out());
    assertTrue(status(year).contains("next review due 2028-01-01T00:00:00Z"), status(year));
  }

  private String status(String at) {
    return CliRun.at(folder, at, "status").out();
  }

  @Test
  void shouldRefuseToDropAPurposeThatReadsAreHeldFor() {
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            read_id | plate | captured_at          | purpose
            1       | AA111 | 2026-06-01T10:00:00Z | traffic
            """),
        new CommitKey("test", 0));
    String other = PolicyFilesOnDisk.shipped("ky-model");
    assertRefused(
        adopt(other), "it no longer names purpose traffic, of which reads still holds rows");
    lake.delete(lake.spark(), Table.READS, Slice.all().where("purpose", "traffic"));
    assertEquals(0, adopt(other).code());
  }

  private String waCity(int days) {
    return PolicyFilesOnDisk.changed(
        files,
        "wa-city",
        t -> t.replaceFirst("amount: 21, unit: days", "amount: " + days + ", unit: days"));
  }

  private String changedGuidelines(String version) {
    return PolicyFilesOnDisk.changed(
        files, "guidelines", t -> t.replace("version: \"1\"", "version: " + version));
  }

  private CliRun adopt(String policy, String... more) {
    String[] command = new String[6 + more.length];
    System.arraycopy(
        new String[] {"policy", "adopt", "--agency", TestLake.AGENCY, "--policy", policy},
        0,
        command,
        0,
        6);
    System.arraycopy(more, 0, command, 6, more.length);
    return CliRun.at(folder, NOW, command);
  }

  private long days(String at) {
    return PolicyLedger.inForce(lake, TestLake.AGENCY, Instant.parse(at))
        .policy()
        .retention("criminal")
        .max()
        .orElseThrow()
        .amount();
  }

  private static void assertRefused(CliRun run, String why) {
    assertEquals(3, run.code(), run.all());
    assertTrue(run.err().contains(why), run.err());
  }
}
