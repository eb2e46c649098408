package io.platelake.app.hotlist;

import static io.platelake.app.Rows.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class HotlistLoadTest {
  private static final String NOON = "2026-06-01T12:00:00Z";
  private static final String NINE = "2026-06-01T09:00:00Z";

  @TempDir static Path folder;
  private static Lake lake;
  private static ListFiles files;

  @BeforeAll
  static void openLake() {
    lake = TestLake.in(folder.resolve("lake"));
    files = new ListFiles(folder.resolve("lake"), folder);
  }

  @Test
  void shouldAcceptWhatThePolicyAllowsAndCountTheRest() {
    Path list = files.definition("entries", "criminal", "department");
    Path file =
        files.write(
            "entries.csv",
            ListFiles.HEADER
                + """
                AAA1111,WA,stolen_vehicle,,26-1,B. Doe,relevant,
                aaa-1111,WA,stolen_vehicle,,26-1,B. Doe,relevant,
                BBO2222,,warrant,felony,26-2,B. Doe,relevant,2026-06-30
                CCC3333,WA,warrant,misdemeanor,26-3,B. Doe,relevant,
                DDD4444,WA,missing_or_endangered_person,,26-4,,relevant,
                EEE5555,WA,immigration_violator,,26-5,B. Doe,relevant,
                FFF6666,WA,Immigration Violator,,26-6,B. Doe,relevant,
                """);
    CliRun first = files.load(NOON, NINE, list, file);
    assertEquals(0, first.code(), first.err());
    JsonNode record = first.record();
    assertEquals(
        "{\"records\":7,\"accepted\":2,\"refused\":2,\"dropped\":2,\"duplicate\":1}",
        record.get("counts").toString());
    JsonNode details = record.get("details");
    assertEquals(
        "{\"OFFENCE_CLASS_NOT_ALLOWED\":1,\"OFFICER_MISSING\":1}",
        details.get("refused_by").toString());
    assertEquals("{\"immigration_violator\":2}", details.get("dropped_by").toString());
    assertFalse(details.get("already_loaded").asBoolean());
    assertRows(
        """
        plate   | fold_key = plate_key | state | category       | offence_class | expires              | source_time          | purpose
        AAA1111 | true                 | WA    | stolen_vehicle | -             | -                    | 09:00:00             | criminal
        BBO2222 | false                | -     | warrant        | felony        | 2026-07-01T00:00:00Z | 09:00:00             | criminal
        """,
        lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'entries'"));
    for (String plate : new String[] {"AAA1111", "aaa-1111", "BBO2222", "CCC3333", "EEE5555"}) {
      assertFalse(first.all().contains(plate));
    }

    CliRun again = files.load("2026-06-01T13:00:00Z", NINE, list, file);
    assertEquals(0, again.code(), again.err());
    assertTrue(again.record().get("details").get("already_loaded").asBoolean());
    assertEquals(details.get("snapshot_id"), again.record().get("details").get("snapshot_id"));
    assertEquals(2, lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'entries'").count());
    assertRows(
        """
        list_id | agency_id | purpose  | source     | source_time | loaded_at | records | accepted | refused | dropped | duplicate
        entries | city-2    | criminal | department | 09:00:00    | 12:00:00  | 7       | 2        | 2       | 2       | 1
        """,
        lake.read(Table.HOTLISTS).where("list_id = 'entries'"));
  }

  @Test
  void shouldKeepTheLastGoodSnapshotWhenAFileIsNoUpdate() {
    Path list = files.definition("shrinking", "criminal", "wa_dol");
    Path good = files.stolen("good", "AAA1111", "BBB2222", "CCC3333", "DDD4444");
    assertEquals(0, files.load(NOON, NINE, list, good).code());

    CliRun shrunken =
        files.load(NOON, "2026-06-01T10:00:00Z", list, files.stolen("shrunken", "AAA1111"));
    assertEquals(3, shrunken.code());
    assertTrue(
        shrunken.record().get("message").asText().contains("1 entries where the snapshot in force"),
        shrunken.out());
    assertTrue(shrunken.err().contains("1 records, 1 accepted"), shrunken.err());
    assertRows(
        """
        list_id   | accepted | source_time
        shrinking | 4        | 09:00:00
        """,
        lake.read(Table.HOTLISTS).where("list_id = 'shrinking'"));
    assertEquals(4, lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'shrinking'").count());
    String runId = shrunken.record().get("run_id").asText();
    assertRows(
        """
        job          | outcome | exit_code
        hotlist load | refused | 3
        """,
        lake.read(Table.JOB_RUNS).where(col("run_id").equalTo(runId)));
  }

  @Test
  void shouldWriteNothingOfAStaleList() {
    CliRun run =
        files.load(
            "2026-06-02T09:00:01Z",
            NINE,
            files.definition("stale", "criminal", "wa_dol"),
            files.stolen("stale", "AAA1111"));
    assertEquals(3, run.code(), run.out());
    assertEquals(
        "hot list stale: its source time 2026-06-01T09:00:00Z is 24h1s before"
            + " 2026-06-02T09:00:01Z, the policy allows 24h. Fetch a newer file from the source."
            + " No snapshot of it is in force.",
        run.record().get("message").asText());
    assertEquals(0, lake.read(Table.HOTLISTS).where("list_id = 'stale'").count());
    assertEquals(0, lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'stale'").count());
  }

  @Test
  void shouldSayWhereInputIsWrong() {
    Path list = files.definition("wrong", "criminal", "wa_dol");
    Path good = files.stolen("right", "AAA1111");
    Path missing = folder.resolve("none.csv");
    Path badYaml = files.write("bad.yaml", "id: bad\ncolumns: [");
    Path cut =
        files.write("cut.csv", ListFiles.HEADER + "AAA1111,WA,stolen_vehicle,,,,,\nBBB2222,W");
    Path binary = files.write("binary.csv", "PK\u0003\u0004\u0000\u0001");
    assertWrong(list, missing, "none.csv: there is no such file");
    assertWrong(badYaml, good, "bad.yaml, line 2: ");
    assertWrong(list, cut, "cut.csv, line 3: it has 2 cells");
    assertWrong(list, binary, "binary.csv, line 1: ");
    assertEquals(0, lake.read(Table.HOTLISTS).where("list_id in ('wrong', 'bad')").count());
    assertEquals(0, lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'wrong'").count());
  }

  @Test
  void shouldAskForTheSourceTime() {
    CliRun run = CliRun.at(files.lake(), NOON, "hotlist", "load", "--list", "a.yaml", "a.csv");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--source-time"), run.err());
  }

  private static void assertWrong(Path definition, Path file, String where) {
    CliRun run = files.load(NOON, NINE, definition, file);
    assertEquals(2, run.code(), where);
    String message = run.record().get("message").asText();
    assertTrue(message.contains(where), message);
    assertFalse(run.all().contains("BBB2222"), "a plate in the output");
  }
}
