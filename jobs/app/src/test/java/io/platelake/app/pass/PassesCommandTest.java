package io.platelake.app.pass;

import static io.platelake.app.Rows.assertRows;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class PassesCommandTest {
  private static final String DAYS = "2026-06-01T08:00:00Z/2026-06-02T08:00:00Z";
  private static final String MORNING = "2026-06-03T06:00:00Z";

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void fillLake() {
    lake = TestLake.in(folder, PassesCommandTest.class, PassesCommandTest::fill);
  }

  private static void fill(Lake lake) {
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | purpose  | captured_at          | delete_after
        1       | ABC1234 | criminal | 2026-06-01T07:00:00Z | 2026-06-22T07:00:00Z
        2       | A8C1234 | criminal | 2026-06-01T07:00:10Z | 2026-06-22T07:00:10Z
        3       | -       | criminal | 2026-06-01T00:00:00Z | 2026-06-22T00:00:00Z
        4       | ABC1234 | parking  | 2026-06-01T07:00:11Z | 2026-06-03T06:00:01Z
        5       | XYZ9999 | parking  | 2026-06-01T06:00:00Z | 2026-06-03T06:00:00Z
        6       | ABC1234 | criminal | 2026-06-02T09:00:00Z | 2026-06-23T09:00:00Z
        7       | ABC1234 | criminal | 2026-06-03T01:00:00Z | 2026-06-24T01:00:00Z
        """);
  }

  @Test
  void shouldMakeTheSamePassesOfWholeDatesWhenRunAgain() {
    CliRun run = passes(MORNING, DAYS);
    assertEquals(
        "{\"dates\":2,\"dates_closed\":0,\"reads\":6,\"reads_without_plate\":1,\"reads_expired\":1,"
            + "\"passes\":3,\"passes_standing\":0,\"reads_standing\":0,\"plates_standing\":0}",
        run.record().get("counts").toString());
    assertRows(
        """
        pass_id | purpose  | plate   | reads | date       | computed_at          | delete_after
        1       | criminal | ABC1234 | 2     | 2026-06-01 | 2026-06-03T06:00:00Z | 2026-06-22T07:00:00Z
        4       | parking  | ABC1234 | 1     | 2026-06-01 | 2026-06-03T06:00:00Z | 2026-06-03T06:00:01Z
        6       | criminal | ABC1234 | 1     | 2026-06-02 | 2026-06-03T06:00:00Z | 2026-06-23T09:00:00Z
        """,
        lake.read(Table.PASSES));
    assertFalse(run.all().contains("ABC1234") || run.all().contains("A8C1234"));
    String reads = Rows.text(lake.read(Table.READS));

    String before = Rows.text(lake.read(Table.PASSES));
    passes(MORNING, DAYS);
    assertEquals(before, Rows.text(lake.read(Table.PASSES)));
    assertEquals(reads, Rows.text(lake.read(Table.READS)), "no read is changed");

    // A late read takes its place; the pass of the other purpose goes with its read.
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at
        9       | ABC1234 | 2026-06-01T06:59:59Z
        """);
    passes("2026-06-03T06:00:01Z", DAYS);
    assertRows(
        """
        pass_id | purpose  | reads | date
        9       | criminal | 3     | 2026-06-01
        6       | criminal | 1     | 2026-06-02
        """,
        lake.read(Table.PASSES));
  }

  @Test
  void shouldCountPassesForTheReports() {
    passes(MORNING, DAYS);
    assertEquals(0, CliRun.at(folder, MORNING, "facts", "--window", DAYS).code());
    assertRows(
        """
        date       | purpose  | camera_id | value
        2026-06-01 | criminal | cam-1     | 1
        2026-06-01 | parking  | cam-1     | 1
        2026-06-02 | criminal | cam-1     | 1
        """,
        lake.read(Table.DAILY_FACTS).where("metric = 'passes'"));
  }

  /** The oldest read of the date is in no pass, and takes the whole date with it. */
  @Test
  void shouldPurgeThePassesOfADateWithItsReadsAndMakeNoneAgain() throws IOException {
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at
        8       | GONE777 | 2026-06-01T12:00:00Z
        """);
    passes(MORNING, DAYS);
    String night = "2026-06-21T00:30:00Z";
    CliRun plan = CliRun.at(folder, night, "--json", "purge", "plan");
    String digest = plan.record().at("/details/plan_digest").asText();
    assertTrue(Files.exists(folder.resolve("passes/purpose=criminal/date=2026-06-01")), plan.out());
    CliRun run =
        CliRun.at(
            folder, night, "purge", "run", "--plan", digest, "--accept-unusual", "late parking");
    assertEquals(0, run.code(), run.all());
    assertFalse(Files.exists(folder.resolve("reads/purpose=criminal/date=2026-06-01")));
    assertFalse(Files.exists(folder.resolve("passes/purpose=criminal/date=2026-06-01")));
    assertRows("pass_id\n6", lake.read(Table.PASSES));

    Path search = Files.writeString(folder.resolve("../gone.txt"), "GONE777\n");
    CliRun verify =
        CliRun.at(folder, night, "purge", "verify", "--plan", digest, "--search", "" + search);
    assertEquals(0, verify.code(), verify.all());

    CliRun again = passes(night, DAYS);
    assertTrue(
        again.record().at("/details/closed").toString().contains("city-2, criminal, 2026-06-01"),
        again.out());
    assertRows("pass_id\n6", lake.read(Table.PASSES));
    assertRows(
        """
        date       | purpose  | value
        2026-06-01 | criminal | 2
        2026-06-01 | parking  | 1
        """,
        lake.read(Table.DAILY_FACTS).where("metric = 'passes'"));
  }

  @Test
  void shouldFindAPassThatOutlivedItsLimit() {
    append(
        lake,
        Table.PASSES,
        """
        plate   | captured_at          | last_at              | fold_key
        ABC1234 | 2026-05-01T07:00:00Z | 2026-05-01T07:00:00Z | 1
        """);
    CliRun status = CliRun.at(folder, MORNING, "status");
    assertEquals(4, status.code(), status.all());
    assertTrue(
        status.out().lines().anyMatch(l -> l.startsWith("VIOLATED  passes of city-2, criminal")),
        status.out());
  }

  private CliRun passes(String asOf, String window) {
    CliRun run = CliRun.at(folder, asOf, "--json", "passes", "--window", window);
    assertEquals(0, run.code(), run.all());
    return run;
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + rows.hashCode(), 0));
  }
}
