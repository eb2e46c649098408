package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that landed under a wrong mapping, and lands again once the mapping is right. */
@Tag("lake")
class JudgedAgainTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String ONE = "2026-06-02T13:00:00Z";
  private static final String ACCOUNT =
      """
      state | records | kept | duplicate | quarantined | unusual
      done  | 3       | 3    | 0         | 0           | -
      """;

  @TempDir Path folder;
  private FeedFolder feed;
  private Lake lake;

  @BeforeEach
  void setUp() {
    feed = new FeedFolder(folder);
    lake = feed.lake();
    feed.csv("keep");
    feed.write(
        "raw/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-02T08:00:00Z,TST1111,WA,0.9\n"
            + "e2,cam-1,2026-06-02T09:00:00Z,TST2222,WA,0.9\n"
            + "e3,cam-1,2026-06-02T10:00:00Z,TST3333,WA,0.9\n");
  }

  @Test
  void shouldLandAFileThatAWrongMappingQuarantinedAsAWhole() throws IOException {
    breakMapping();
    CliRun wrong = land(NOON, 4);
    assertEquals(3, wrong.record().at("/counts/quarantined").asLong());
    assertEquals("[\"QUARANTINED\"]", wrong.record().at("/details/unusual").toString());
    assertEquals(
        "[{\"reason\":\"NO_TIME\",\"field\":\"captured_at\",\"place\":\"id\","
            + "\"why\":\"its text is no time of the mapped format\",\"records\":3}]",
        wrong.record().at("/details/quarantined_for").toString());
    CliRun status = feed.run(NOON, "status");
    assertEquals(4, status.code(), status.all());
    assertTrue(status.out().contains("3 of 3 records quarantined in 1 files"), status.out());
    assertTrue(status.out().contains("3 record(s) wait: 3 NO_TIME captured_at"), status.out());
    assertEquals(1, land(NOON, 0).record().at("/counts/files_known").asLong());

    repairMapping();
    JsonNode counts = land(ONE, 0).record().path("counts");
    assertEquals(3, counts.path("kept").asLong());
    assertEquals(3, counts.path("records").asLong());
    assertEquals(1, counts.path("files_again").asLong());
    assertLandedOnce();
    status = feed.run(ONE, "status");
    assertFalse(status.out().contains("quarantined in"), status.out());
  }

  @Test
  void shouldJudgeOnlyTheRecordsThatWereQuarantined() {
    feed.write(
        "raw/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-02T08:00:00Z,TST1111,WA,0.9\n"
            + "e2,cam-9,2026-06-02T09:00:00Z,TST2222,WA,0.9\n"
            + "e3,cam-1,yesterday,TST3333,WA,0.9\n"
            + "e4,cam-1,1999-01-01T00:00:00Z,TST4444,WA,0.9\n");
    land(NOON, 0);
    feed.loadCamera9(NOON);
    JsonNode counts = land(ONE, 0).record().path("counts");
    assertEquals(1, counts.path("kept").asLong());
    assertEquals(1, counts.path("quarantined").asLong());
    assertEquals(2, counts.path("duplicate").asLong());
    assertEquals(4, counts.path("records").asLong());
    Rows.assertRows(
        """
        state | records | kept | refused | duplicate | quarantined
        done  | 4       | 2    | 1       | 0         | 1
        """,
        lake.read(Table.LANDING));
    Rows.assertRows(
        """
        reason              | field       | place | position | judged_again_at
        UNREGISTERED_CAMERA | camera      | cam   | 3        | %s
        NO_TIME             | captured_at | at    | 4        | %s
        NO_TIME             | captured_at | at    | 4        | -
        """
            .formatted(ONE, ONE),
        lake.read(Table.QUARANTINE, "criminal"));
    assertEquals(2, lake.read(Table.READS, "criminal").count());
    assertEquals(1, land(ONE, 0).record().at("/counts/files_known").asLong());
  }

  @Test
  void shouldFinishARunThatWasKilledWhileItJudgedAgain() throws IOException {
    breakMapping();
    land(NOON, 4);
    List<Row> before = lake.read(Table.LANDING).collectAsList();
    repairMapping();
    land(ONE, 0);
    Row done = lake.read(Table.LANDING).first();
    // As the run left it that was killed before it wrote the account: planned, with the old one.
    Object[] cells = new Object[done.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          List.of("batch_id", "batch_seq", "planned_at").contains(done.schema().fieldNames()[i])
              ? done.get(i)
              : before.get(0).get(i);
    }
    cells[done.fieldIndex("state")] = "planned";
    lake.replace(
        Table.LANDING, List.of(RowFactory.create(cells)), Slice.all().where("feed_id", "f-1"));
    JsonNode counts = land(ONE, 0).record().path("counts");
    assertEquals(3, counts.path("kept").asLong());
    assertLandedOnce();
  }

  @Tag("long")
  @Test
  void shouldKeepTheAccountOfAFileThatIsGoneBeforeItIsJudgedAgain() throws IOException {
    breakMapping();
    land(NOON, 4);
    Row landed = lake.read(Table.LANDING).first();
    Object[] cells = new Object[landed.size()];
    Arrays.setAll(cells, landed::get);
    cells[landed.fieldIndex("state")] = "planned";
    cells[landed.fieldIndex("batch_id")] = "b-2";
    cells[landed.fieldIndex("batch_seq")] = 2L;
    lake.replace(
        Table.LANDING, List.of(RowFactory.create(cells)), Slice.all().where("feed_id", "f-1"));
    Files.delete(folder.resolve("raw/a.csv"));
    land(ONE, 0);
    Rows.assertRows(
        """
        state | records | quarantined
        done  | 3       | 3
        """,
        lake.read(Table.LANDING));
  }

  @Tag("long")
  @Test
  void shouldLeaveAFileWhereItIsUntilAnyOfItIsAccepted() throws IOException {
    feed.csv("delete");
    breakMapping();
    land(NOON, 4);
    assertTrue(Files.exists(folder.resolve("raw/a.csv")));
    repairMapping();
    land(ONE, 0);
    assertFalse(Files.exists(folder.resolve("raw/a.csv")));
    assertLandedOnce();
  }

  @Tag("long")
  @Test
  void shouldLandAMovedFileAgainFromWhereItIs() throws IOException {
    Path moved = Files.createDirectories(folder.resolve("moved"));
    feed.csv("move\nraw_folder: " + moved);
    feed.write(
        "raw/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-02T08:00:00Z,TST1111,WA,0.9\n"
            + "e2,cam-9,2026-06-02T09:00:00Z,TST2222,WA,0.9\n");
    land(NOON, 0);
    feed.loadCamera9(NOON);
    Path there;
    try (var files = Files.list(moved)) {
      there = files.findFirst().orElseThrow();
    }
    CliRun again = feed.run(ONE, "--json", "land", "--feed", feed.feed(), there.toString());
    assertEquals(0, again.code(), again.all());
    assertEquals(1, again.record().at("/counts/kept").asLong());
    assertTrue(Files.exists(there));
  }

  private void assertLandedOnce() {
    Rows.assertRows(ACCOUNT, lake.read(Table.LANDING));
    Rows.assertRows(
        """
        plate
        TST1111
        TST2222
        TST3333
        """,
        lake.read(Table.READS, "criminal"));
    assertEquals(3, lake.read(Table.QUARANTINE, "criminal").count());
    assertEquals(
        0, lake.read(Table.QUARANTINE, "criminal").where("judged_again_at is null").count());
  }

  private void breakMapping() throws IOException {
    feed.edit("captured_at: {column: at,", "captured_at: {column: id,");
  }

  private void repairMapping() throws IOException {
    feed.edit("captured_at: {column: id,", "captured_at: {column: at,");
  }

  private CliRun land(String asOf, int code) {
    CliRun landed =
        feed.run(asOf, "--json", "land", "--feed", feed.feed(), folder.resolve("raw").toString());
    assertEquals(code, landed.code(), landed.all());
    return landed;
  }
}
