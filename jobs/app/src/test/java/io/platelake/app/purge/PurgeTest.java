package io.platelake.app.purge;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads of criminal under 21 days; the night of 21 June takes what expires before 22 June 08:00.
 */
@TestMethodOrder(MethodOrderer.DisplayName.class)
@Tag("lake")
class PurgeTest {
  private static final String NIGHT = "2026-06-21T02:00:00Z";
  private static final String MORNING = "2026-06-21T04:00:00Z";

  @TempDir static Path shared;
  private static String purgedDigest;

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void fillLake() {
    lake = TestLake.in(folder, PurgeTest.class, PurgeTest::fill);
  }

  private static void fill(Lake lake) {
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at              | purpose
        1       | GONE111 | 2026-06-01T00:00:00Z     | criminal
        2       | GONE222 | 2026-06-01T23:59:59Z     | criminal
        3       | HELD333 | 2026-06-01T12:00:00Z     | criminal
        4       | STAY444 | 2026-06-02T00:00:00Z     | criminal
        5       | STAY555 | 2026-06-20T12:00:00Z     | criminal
        11      | STAY557 | 2026-06-20T13:00:00Z     | criminal
        12      | STAY558 | 2026-06-20T14:00:00Z     | criminal
        6       | ROAD666 | 2026-06-01T12:00:00Z     | traffic
        """);
    append(
        lake,
        Table.HITS,
        """
        hit_id | read_id | entry_id | captured_at          | purpose  | tier  | state_verdict | vehicle_verdict | alert_reason | policy_version | is_alert
        1      | 1       | 1        | 2026-06-01T00:00:00Z | criminal | EXACT | SAME          | UNKNOWN         | ALERT        | v1             | true
        2      | 5       | 1        | 2026-06-20T12:00:00Z | criminal | EXACT | SAME          | UNKNOWN         | ALERT        | v1             | true
        """);
  }

  @Test
  void shouldPlanTheDatesWhoseOldestRowWouldExpireBeforeTheNextRunIsDone() {
    CliRun plan = CliRun.at(folder, NIGHT, "--json", "purge", "plan");
    assertEquals(0, plan.code(), plan.all());
    // 1 June 00:00 expires 22 June 00:00, 2 June a day later; the horizon ends 22 June 08:00.
    assertEquals(2, plan.record().path("counts").path("partitions").asLong(), plan.out());
    assertEquals(4, plan.record().path("counts").path("rows").asLong());
    assertEquals(digest(), plan.record().path("details").path("plan_digest").asText());
    assertEquals(8, count(Table.READS));
  }

  @Test
  void shouldErasePlannedRowsKeepTheRestAndProveIt() throws IOException {
    Path search = folder.resolve("../search.txt").normalize();
    Files.writeString(search, "GONE111\nGONE222\n");
    String digest = purged();
    assertEquals("[4, 5, 6, 11, 12]", ids(Table.READS, "read_id"));
    assertEquals("[2]", ids(Table.HITS, "hit_id"));
    assertFalse(Files.exists(folder.resolve("reads/purpose=criminal/date=2026-06-01")));
    assertFalse(Files.exists(folder.resolve("hits/purpose=criminal/date=2026-06-01")));
    assertTrue(Files.exists(folder.resolve("reads/purpose=traffic/date=2026-06-01")));

    CliRun verify =
        CliRun.at(
            folder,
            MORNING,
            "--json",
            "purge",
            "verify",
            "--plan",
            digest,
            "--search",
            search.toString());
    assertEquals(0, verify.code(), verify.all());
    assertEquals(0, verify.record().path("counts").path("findings").asLong());
    assertEquals(4, verify.record().path("counts").path("searched").asLong());
    Path certificate = Path.of(verify.record().path("details").path("certificate").asText());
    assertEquals(0, CliRun.at(folder, MORNING, "purge", "check", certificate.toString()).code());
    assertFalse(Files.readString(certificate).contains("GONE"));
  }

  @Test
  void shouldFindAPlateThatIsStillThere() throws IOException {
    Path search = folder.resolve("../search.txt").normalize();
    Files.writeString(search, "GONE111\nSTAY444\n");
    String digest = purged();
    CliRun verify =
        CliRun.at(
            folder, MORNING, "purge", "verify", "--plan", digest, "--search", search.toString());
    assertEquals(4, verify.code(), verify.all());
    assertTrue(verify.out().contains("purpose=criminal/date=2026-06-02"), verify.out());
    assertFalse(verify.all().contains("STAY444"));

    // Neither a check that looks at less nor a search for another plate closes the finding.
    CliRun plain = CliRun.at(folder, MORNING, "--json", "purge", "verify", "--plan", digest);
    assertEquals(4, plain.code(), plain.all());
    assertEquals(0, plain.record().at("/counts/findings").asLong());
    assertEquals(1, plain.record().at("/counts/open_findings").asLong());
    Files.writeString(search, "GONE111\n");
    CliRun other =
        CliRun.at(
            folder, MORNING, "purge", "verify", "--plan", digest, "--search", search.toString());
    assertEquals(4, other.code(), other.all());
    assertTrue(other.out().contains("certificate 1 is still open"), other.out());
    String certificates = folder.resolve("certificates").toString();
    assertEquals(4, CliRun.of("purge", "check", certificates).code());
    CliRun before = CliRun.at(folder, "2026-06-20T00:00:00Z", "purge", "verify", "--plan", digest);
    assertEquals(3, before.code(), before.all());
  }

  @Test
  void shouldFindWhatSomebodyPutBack() throws IOException {
    String digest = purged();
    Path back = folder.resolve("reads/purpose=criminal/date=2026-06-01");
    Files.createDirectories(back);
    Files.writeString(back.resolve("part-back.parquet"), "restored from a backup");
    CliRun verify = CliRun.at(folder, MORNING, "purge", "verify", "--plan", digest);
    assertEquals(4, verify.code(), verify.all());
    assertTrue(verify.out().contains("EXPIRED_PARTITION"), verify.out());
  }

  @Test
  void shouldCopyHeldReadsToEvidenceUntilTheHoldCloses() throws IOException {
    Path hold = folder.resolve("../hold.yaml").normalize();
    Files.writeString(
        hold,
        """
        id: h-1
        agency: city-2
        kind: court_order
        case: case-1
        authority: order 7
        purposes: [criminal]
        plates: [held-333]
        """);
    assertEquals(0, CliRun.at(folder, NIGHT, "hold", "open", hold.toString()).code());
    String digest = digest();
    CliRun run = CliRun.at(folder, NIGHT, "--json", "purge", "run", "--plan", digest);
    assertEquals(1, run.record().path("counts").path("evidence").asLong(), run.all());
    List<Row> copies =
        lake.read(Table.EVIDENCE).select("read_id", "hold_id", "record").collectAsList();
    assertEquals(1, copies.size());
    assertEquals(3, copies.get(0).getLong(0));
    assertTrue(copies.get(0).getString(2).contains("\"plate\":\"HELD333\""));
    assertEquals("[4, 5, 6, 11, 12]", ids(Table.READS, "read_id"));

    CliRun.at(folder, MORNING, "hold", "close", "h-1", "--authority", "case dismissed");
    String next = "2026-06-21T05:00:00Z";
    String second = plan(next);
    assertEquals(0, CliRun.at(folder, next, "purge", "run", "--plan", second).code());
    assertEquals(0, count(Table.EVIDENCE));
    assertEquals(0, CliRun.at(folder, next, "purge", "verify", "--plan", second).code());
    assertFalse(Files.exists(folder.resolve("evidence/hold_id=h-1")));
  }

  @Test
  void shouldRefuseAPlanThatIsNoLongerExact() {
    String digest = digest();
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at          | purpose
        9       | LATE999 | 2026-06-01T13:00:00Z | criminal
        """);
    CliRun run = CliRun.at(folder, NIGHT, "purge", "run", "--plan", digest);
    assertEquals(3, run.code(), run.all());
    assertTrue(run.err().contains("the tables have changed since"), run.err());
    assertEquals(9, count(Table.READS));
    CliRun verify = CliRun.at(folder, MORNING, "purge", "verify", "--plan", digest);
    assertEquals(3, verify.code(), verify.all());
  }

  @Test
  void shouldStopAnUnusualPlanUntilSomebodyGivesAReason() {
    String late = "2026-07-10T02:00:00Z";
    String digest = plan(late);
    CliRun run = CliRun.at(folder, late, "purge", "run", "--plan", digest);
    assertEquals(3, run.code(), run.all());
    assertTrue(run.err().contains("1 date(s) overdue, the worst 2026-06-01 by "), run.err());
    assertTrue(run.err().contains("--accept-unusual"), run.err());
    assertEquals(8, count(Table.READS));
    CliRun accepted =
        CliRun.at(
            folder, late, "purge", "run", "--plan", digest, "--accept-unusual", "server was down");
    assertEquals(0, accepted.code(), accepted.all());
    assertEquals("[5, 11, 12]", ids(Table.READS, "read_id"));
  }

  @Test
  void shouldTakeOnlyTheRowsOfTheOwnerWhoseTimeIsUp() {
    CliRun other =
        CliRun.at(
            folder,
            "2026-05-01T00:00:00Z",
            "init",
            "--agency",
            "county-9",
            "--policy",
            longer().toString());
    assertEquals(0, other.code(), other.all());
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at          | purpose  | agency_id
        8       | OTHR888 | 2026-06-01T12:00:00Z | criminal | county-9
        """);
    String digest = digest();
    CliRun run = CliRun.at(folder, NIGHT, "purge", "run", "--plan", digest);
    assertEquals(0, run.code(), run.all());
    assertEquals("[4, 5, 6, 8, 11, 12]", ids(Table.READS, "read_id"));
    CliRun verify = CliRun.at(folder, MORNING, "purge", "verify", "--plan", digest);
    assertEquals(0, verify.code(), verify.all());
  }

  @Test
  void shouldKeepTheFactsOfWhatIsGone() {
    purged();
    Rows.assertRows(
        """
        date       | camera_id | metric            | value
        2026-06-01 | cam-1     | reads_kept        | 3
        2026-06-01 | cam-1     | distinct_vehicles | 3
        2026-06-01 | -         | distinct_vehicles | 3
        2026-06-01 | cam-1     | hits              | 1
        2026-06-01 | cam-1     | alerts            | 1
        """,
        lake.read(Table.DAILY_FACTS).where(col("purpose").equalTo("criminal")));
    CliRun.at(folder, MORNING, "facts", "--window", "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z");
    assertEquals(
        3,
        lake.read(Table.DAILY_FACTS)
            .where("purpose = 'criminal' and metric = 'reads_kept'")
            .first()
            .getLong(6));
  }

  /** Makes {@link #folder} a lake on which the plan of the night was run, which is done once. */
  private String purged() {
    Path template = shared.resolve("purged");
    if (purgedDigest == null) {
      purgedDigest = digest();
      CliRun run = CliRun.at(folder, NIGHT, "purge", "run", "--plan", purgedDigest);
      assertEquals(0, run.code(), run.all());
      TestLake.copy(folder, template);
    }
    folder = folder.resolve("copy");
    lake = TestLake.copy(template, folder);
    return purgedDigest;
  }

  private Path longer() {
    try {
      Path policy = folder.resolve("../longer.yaml").normalize();
      String text = io.platelake.app.TestPolicies.waCityText();
      Files.writeString(
          policy,
          text.replaceFirst("max: \\{amount: 21, unit: days\\}", "max: {amount: 40, unit: days}")
              .replace("jurisdiction: US-WA", "jurisdiction: US-ID"));
      return policy;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String digest() {
    return plan(NIGHT);
  }

  private String plan(String asOf) {
    CliRun plan = CliRun.at(folder, asOf, "--json", "purge", "plan");
    assertEquals(0, plan.code(), plan.all());
    return plan.record().path("details").path("plan_digest").asText();
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + rows.hashCode(), 0));
  }

  private long count(Table table) {
    return lake.read(table).count();
  }

  private String ids(Table table, String column) {
    return lake.read(table).orderBy(column).select(column).collectAsList().stream()
        .map(r -> r.getLong(0))
        .toList()
        .toString();
  }
}
