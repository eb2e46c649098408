package io.platelake.app.match;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.hotlist.ListFiles;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("lake")
class MatchCommandTest {
  private static final String DAY = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";

  @TempDir Path folder;

  @Test
  void shouldMatchWhatWasLoadedAndLeaveTheSameHitsWhenRunAgain() {
    Lake lake = lakeWithReads(folder.resolve("a lake"));
    ListFiles files = new ListFiles(folder.resolve("a lake"), folder);
    Path stolen = files.write("stolen.csv", ListFiles.HEADER + "ABC1234,WA,stolen_vehicle,,,,,\n");
    CliRun load =
        files.load(
            "2026-06-01T12:00:00Z",
            "2026-06-01T12:00:00Z",
            files.definition("stolen", "criminal", "wa_dol"),
            stolen);
    assertEquals(0, load.code(), load.err());
    list(lake, "scofflaw", "parking", "parking_department", "impound_or_immobilize");

    CliRun both = match("2026-06-02T06:00:00Z", DAY);
    assertEquals(0, both.code(), both.err());
    JsonNode counts = both.record().get("counts");
    assertEquals(
        "{\"lists_in_force\":2,\"lists_stale\":0,\"lists_not_named\":0,\"dates_closed\":0,"
            + "\"reads\":5,\"reads_without_plate\":1,\"reads_expired\":0,\"entries\":2,\"hits\":3,"
            + "\"exact\":2,\"equivalent\":1,\"near\":0,\"partial\":0,\"vehicle\":0,\"alerts\":2,"
            + "\"marked_stale\":0,\"reads_scanned\":0,\"entries_too_wide\":0,"
            + "\"hits_beyond_limit\":0}",
        counts.toString());
    String hits =
        """
        read_id | list_id  | purpose  | tier       | is_alert
        1       | stolen   | criminal | EXACT      | true
        2       | stolen   | criminal | EQUIVALENT | true
        4       | scofflaw | parking  | EXACT      | false
        """;
    assertRows(hits, lake.read(Table.HITS));
    String before = Rows.text(lake.read(Table.HITS));
    assertFalse(both.all().contains("ABC1234") || both.all().contains("A8C1234"));

    assertEquals(0, match("2026-06-02T06:00:00Z", DAY).code());
    assertEquals(before, Rows.text(lake.read(Table.HITS)));

    // A second later one list is too old: the other is matched, its own hits stay as found.
    CliRun mixed = match("2026-06-02T06:00:01Z", DAY);
    assertEquals(4, mixed.code(), mixed.err());
    assertEquals(1, mixed.record().get("counts").get("lists_stale").asLong());
    assertEquals(1, mixed.record().get("counts").get("lists_in_force").asLong());
    assertEquals(2, mixed.record().get("counts").get("hits").asLong());
    assertEquals(
        "{\"scofflaw\":\"2026-06-01T06:00:00Z\"}",
        mixed.record().get("details").get("stale").toString());
    assertRows(hits, lake.read(Table.HITS));

    CliRun status = CliRun.at(files.lake(), "2026-06-02T06:00:01Z", "hotlist", "status");
    assertEquals(4, status.code(), status.err());
    assertTrue(
        status.out().lines().anyMatch(l -> l.startsWith("scofflaw") && l.endsWith("stale")),
        status.out());
    assertTrue(
        status.out().lines().anyMatch(l -> l.startsWith("stolen") && l.endsWith("in force")),
        status.out());
  }

  /** On days before the window and in it: every night matches its last days again. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-06-02T00:00:00Z", "2026-05-31T00:00:00Z"})
  void shouldMarkAndKeepHitsOfEntriesThatANewerSnapshotLacks(String from) {
    Lake lake = lakeWithReads(folder.resolve("a lake"));
    ListFiles files = new ListFiles(folder.resolve("a lake"), folder);
    String kept = "XYZ9876,WA,stolen_vehicle,,,,,\n";
    Path definition = files.definition("stolen", "criminal", "wa_dol");
    load(files, "2026-06-01T12:00:00Z", definition, "ABC1234,WA,stolen_vehicle,,,,,\n" + kept);
    assertEquals(0, match("2026-06-01T13:00:00Z", DAY).code());
    load(files, "2026-06-02T04:00:00Z", definition, kept);
    String marked =
        """
        read_id | tier       | listing | is_alert | alert_reason
        1       | EXACT      | STALE   | true     | ALERT
        2       | EQUIVALENT | STALE   | true     | ALERT
        """;
    for (int newly : new int[] {2, 0}) {
      CliRun next = match("2026-06-02T06:00:00Z", from + "/2026-06-03T00:00:00Z");
      assertEquals(0, next.code(), next.err());
      assertEquals(newly, next.record().get("counts").get("marked_stale").asLong());
      assertEquals(0, next.record().get("counts").get("hits").asLong());
      assertRows(marked, lake.read(Table.HITS));
    }
    // Back on the list, they are listed again.
    load(files, "2026-06-02T08:00:00Z", definition, "ABC1234,WA,stolen_vehicle,,,,,\n" + kept);
    assertEquals(0, match("2026-06-02T09:00:00Z", DAY).code());
    assertRows(marked.replace("STALE ", "LISTED"), lake.read(Table.HITS));
  }

  @Tag("long")
  @Test
  void shouldNotFindWhatWasTakenOutWhenAnOlderSnapshotCountsAgain() {
    Lake lake = lakeWithReads(folder.resolve("a lake"));
    ListFiles files = new ListFiles(folder.resolve("a lake"), folder);
    Path definition = files.definition("stolen", "criminal", "wa_dol");
    String rows = "ABC1234,WA,stolen_vehicle,,,,,\nXYZ9876,WA,stolen_vehicle,,,,,\n";
    load(files, "2026-06-01T12:00:00Z", definition, rows);
    assertEquals(0, match("2026-06-01T13:00:00Z", DAY).code());
    long entry = lake.read(Table.HITS).select("entry_id").first().getLong(0);
    withdraw("2026-06-01T14:00:00Z", "--entry", Long.toString(entry));
    String without =
        lake.read(Table.HOTLISTS).where("accepted = 1").select("snapshot_id").first().getString(0);
    withdraw("2026-06-01T15:00:00Z", "--snapshot", without);
    CliRun next = match("2026-06-01T16:00:00Z", DAY);
    assertEquals(0, next.record().get("counts").get("hits").asLong());
    assertEquals(2, next.record().get("counts").get("marked_stale").asLong());
    assertEquals(2, lake.read(Table.HITS).where("listing = 'STALE' and is_alert").count());
  }

  private void withdraw(String asOf, String what, String id) {
    Path lake = folder.resolve("a lake");
    CliRun run =
        CliRun.at(lake, asOf, "hotlist", "withdraw", "stolen", what, id, "--reason", "memo-1");
    assertEquals(0, run.code(), run.err());
  }

  /** An older snapshot that lacks the entry shows only that the entry is newer than it. */
  @Tag("long")
  @Test
  void shouldNotMarkHitsOfASnapshotThatWasTakenBack() {
    Lake lake = lakeWithReads(folder.resolve("a lake"));
    ListFiles files = new ListFiles(folder.resolve("a lake"), folder);
    String kept = "XYZ9876,WA,stolen_vehicle,,,,,\n";
    Path definition = files.definition("stolen", "criminal", "wa_dol");
    load(files, "2026-06-01T12:00:00Z", definition, kept);
    load(files, "2026-06-01T14:00:00Z", definition, kept + "ABC1234,WA,stolen_vehicle,,,,,\n");
    assertEquals(0, match("2026-06-01T15:00:00Z", DAY).code());
    String snapshot = lake.read(Table.HITS).select("snapshot_id").distinct().first().getString(0);
    CliRun withdrawn =
        CliRun.at(
            folder.resolve("a lake"),
            "2026-06-01T16:00:00Z",
            "hotlist",
            "withdraw",
            "stolen",
            "--snapshot",
            snapshot,
            "--reason",
            "memo-1");
    assertEquals(0, withdrawn.code(), withdrawn.err());

    CliRun next = match("2026-06-02T06:00:00Z", "2026-06-02T00:00:00Z/2026-06-03T00:00:00Z");
    assertEquals(0, next.code(), next.err());
    assertEquals(0, next.record().get("counts").get("marked_stale").asLong());
    assertRows(
        """
        read_id | listing
        1       | LISTED
        2       | LISTED
        """,
        lake.read(Table.HITS));
  }

  static void load(ListFiles files, String at, Path definition, String rows) {
    Path file = files.write("stolen-" + at.hashCode() + ".csv", ListFiles.HEADER + rows);
    CliRun load = files.load(at, at, definition, file);
    assertEquals(0, load.code(), load.err());
  }

  @Test
  void shouldNeverWriteHitsOfADateThatAPurgeHasClosed() {
    Lake lake = lakeWithReads(folder.resolve("a lake"));
    list(lake, "stolen", "criminal", "wa_dol", "stolen_vehicle");
    lake.append(
        Table.PURGE_RUNS,
        Rows.of(
            Table.PURGE_RUNS,
            """
            step  | table_name | partition                        | agencies
            close | reads      | purpose=criminal/date=2026-06-01 | city-2
            """),
        new CommitKey("test", 0));
    CliRun run = match("2026-06-02T06:00:00Z", "2026-06-01T00:00:00Z/2026-06-03T00:00:00Z");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        "[\"city-2, criminal, 2026-06-01\"]", run.record().get("details").get("closed").toString());
    assertEquals(1, run.record().get("counts").get("dates_closed").asLong());
    assertEquals(0, lake.read(Table.HITS).count());
  }

  /** Reads of two purposes; the first and the fourth have the plate that every list here has. */
  static Lake lakeWithReads(Path root) {
    return TestLake.in(root, MatchCommandTest.class, MatchCommandTest::appendReads);
  }

  private static void appendReads(Lake lake) {
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            read_id | plate   | state | purpose  | captured_at
            1       | ABC1234 | WA    | criminal | 10:00
            2       | A8C1234 | -     | criminal | 10:05
            3       | -       | -     | criminal | 10:06
            4       | ABC1234 | WA    | parking  | 10:07
            5       | XYZ9999 | WA    | parking  | 10:08
            6       | ABC1234 | WA    | criminal | 2026-05-31T23:59:59Z
            """),
        new CommitKey("test", 0));
  }

  /** A list of the one plate, made by its source at 06:00. */
  private static void list(Lake lake, String id, String purpose, String source, String category) {
    lake.append(
        Table.HOTLIST_ENTRIES,
        Rows.of(
            Table.HOTLIST_ENTRIES,
            """
            plate   | list_id | snapshot_id | purpose | category
            ABC1234 | %s      | %s          | %s      | %s
            """
                .formatted(id, id, purpose, category)),
        new CommitKey("test:" + id, 0));
    lake.append(
        Table.HOTLISTS,
        Rows.of(
            Table.HOTLISTS,
            """
            list_id | snapshot_id | purpose | source | source_time | loaded_at | accepted
            %s      | %s          | %s      | %s     | 06:00       | 06:10     | 1
            """
                .formatted(id, id, purpose, source)),
        new CommitKey("test:" + id, 0));
  }

  private CliRun match(String asOf, String window) {
    return CliRun.at(folder.resolve("a lake"), asOf, "--json", "match", "--window", window);
  }
}
