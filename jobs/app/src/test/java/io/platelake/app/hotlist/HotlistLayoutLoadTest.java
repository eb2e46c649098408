package io.platelake.app.hotlist;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in layouts that come with the product, from their file to the tables. */
@Tag("lake")
class HotlistLayoutLoadTest {
  private static final String NOON = "2026-06-01T12:00:00Z";
  private static final String NINE = "2026-06-01T09:00:00Z";
  private static final String OWN = "agency: city-2\npurpose: criminal\nsource: wa_state_cjis\n";
  private static final String CALIFORNIA =
      "DATE 06/01/2026 02:00\nTST0001 CA1920260501\nTST0002 NV1920260501\n";

  @TempDir static Path folder;
  private static Lake lake;
  private static ListFiles files;

  @BeforeAll
  static void openLake() {
    lake = TestLake.in(folder.resolve("lake"));
    files = new ListFiles(folder.resolve("lake"), folder);
  }

  @Test
  void shouldLoadFixedPositionsWithZeroForLetterO() {
    Path list =
        files.write(
            "ncic.yaml",
            "id: ncic\n"
                + OWN
                + "layout: us-ncic\n"
                + "categories: {V: stolen_vehicle, A: immigration_violator}\n");
    Path file =
        files.write(
            "ncic.txt",
            "HEADER\r\n"
                + "VV00000001WA000000020260501TST0001   0R2026PC2019D0DGCAL4D0NG/BLK\r\n"
                + "AV00000002WA000000020260501TST0002   WA2026PC2019\r\n"
                + "VV0000\r\n"
                + "VV00000003WA000000020260501TST0003   WA2026PC2019\r\n");
    CliRun run = files.load(NOON, NINE, list, file);
    assertEquals(0, run.code(), run.all());
    assertEquals(
        "{\"records\":4,\"accepted\":2,\"refused\":1,\"dropped\":1,\"duplicate\":0}",
        run.record().get("counts").toString());
    assertEquals("us-ncic", run.record().get("details").get("layout").asText());
    assertRows(
        """
        plate   | state | category       | case_number | make  | color
        TST0001 | OR    | stolen_vehicle | V00000001   | dodge | orange/black
        TST0003 | WA    | stolen_vehicle | V00000003   | -     | -
        """,
        lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'ncic'"));
    assertRows(
        """
        list_id | layout  | letter_o_as_zero | loaded_by | approval | skipped
        ncic    | us-ncic | true             | tester    | -        | 0
        """,
        lake.read(Table.HOTLISTS).where("list_id = 'ncic'"));
  }

  @Test
  void shouldLoadALayoutThatTheDefinitionHoldsItself() {
    Path list =
        files.write(
            "own.yaml",
            "id: own\n"
                + OWN
                + """
                layout:
                  format: csv
                  delimiter: tab
                  fields: {plate: 2, state: {at: 1, codes: state_names}, category: {value: stolen_vehicle}}
                """);
    CliRun run =
        files.load(NOON, NINE, list, files.write("own.txt", "oregon\tTST0001\nohio\tTST0002\n"));
    assertEquals(0, run.code(), run.all());
    assertRows(
        """
        plate   | state
        TST0001 | OR
        TST0002 | OH
        """,
        lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'own'"));
  }

  @Test
  void shouldKeepTheLastGoodSnapshotWhateverIsWrongAndSaySo() {
    Path list = files.write("svs.yaml", "id: svs\n" + OWN + "layout: us-ca-svs\n");
    Path good = files.write("svs.txt", CALIFORNIA + "TOTAL RECORD 0000002\n");
    Path cut = files.write("cut.txt", CALIFORNIA);
    Path wrong = files.write("wrong.txt", CALIFORNIA + "TOTAL RECORD 0000003\n");
    Path empty = files.write("empty.txt", "");
    Path none = files.write("none.txt", "DATE 06/01/2026 02:00\nTOTAL RECORD 0000000\n");
    Path binary = files.write("binary.txt", "PK\u0003\u0004");
    Path line = files.write("line.txt", "A".repeat(3 << 20));
    assertSaid(
        2, "the trailer is missing, so the file is cut", "No snapshot of it", NINE, list, cut);
    assertEquals(0, files.load(NOON, NINE, list, good).code());
    String stays = "stays in force.";
    assertSaid(2, "the trailer is missing, so the file is cut", stays, NINE, list, cut);
    assertSaid(2, "counts other than the 2 records", stays, NINE, list, wrong);
    assertSaid(2, "the file is empty", stays, NINE, list, empty);
    assertSaid(2, "it holds a character that is no text", stays, NINE, list, binary);
    assertSaid(2, "is longer than 1048576 bytes", stays, NINE, list, line);
    assertSaid(2, "there is no such file", "Check the path.", NINE, list, folder.resolve("gone.txt"));
    assertSaid(3, "no entry that the policy accepts", stays, NINE, list, none);
    assertSaid(
        3,
        "its header says it was made 2026-06-01T09:00:00Z",
        stays,
        "2026-06-01T11:00:00Z",
        list,
        good);
    assertEquals(1, lake.read(Table.HOTLISTS).where("list_id = 'svs'").count());
    assertEquals(2, lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'svs'").count());
    CliRun later = files.load("2026-06-03T12:00:00Z", "2026-06-03T09:00:00Z", list, empty);
    assertTrue(later.err().contains("stays and is stale."), later.err());
  }

  @Tag("long")
  @Test
  void shouldLoadMoreEntriesThanAreWrittenAtOnce() {
    Path list =
        files.write(
            "many.yaml",
            "id: many\n"
                + OWN
                + "layout: platerecognizer\n"
                + "override: {fields: {category: {value: stolen_vehicle}}}\n");
    StringBuilder text = new StringBuilder("LICENSE_PLATE,MAKE,MODEL\n");
    for (int i = 0; i < 410_000; i++) {
      text.append("T").append(i).append(",,\n");
    }
    Path file = files.write("many.csv", text.toString());
    CliRun run = files.load(NOON, NINE, list, file);
    assertEquals(0, run.code(), run.all());
    assertEquals(
        410_000,
        lake.read(Table.HOTLIST_ENTRIES)
            .where("list_id = 'many'")
            .select("entry_id")
            .distinct()
            .count());
    assertEquals(0, files.load(NOON, NINE, list, file).code());
    assertEquals(410_000, lake.read(Table.HOTLIST_ENTRIES).where("list_id = 'many'").count());
  }

  private static void assertSaid(
      int code, String why, String stays, String sourceTime, Path list, Path file) {
    CliRun run = files.load(NOON, sourceTime, list, file);
    assertEquals(code, run.code(), run.all());
    String message = run.record().get("message").asText();
    assertTrue(message.contains(why), message);
    assertTrue(message.contains(stays), message);
    assertFalse(run.all().contains("TST0"), run.all());
  }
}
