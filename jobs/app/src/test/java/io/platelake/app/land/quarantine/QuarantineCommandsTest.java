package io.platelake.app.land.quarantine;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why records wait, and how they land after a repair when their raw file is gone. */
@Tag("lake")
class QuarantineCommandsTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String ONE = "2026-06-02T13:00:00Z";

  @TempDir Path folder;
  private FeedFolder feed;
  private Lake lake;

  @BeforeEach
  void setUp() {
    feed = new FeedFolder(folder);
    lake = feed.lake();
  }

  @Test
  void shouldLandTheTextsOfRecordsWhoseFileIsGone() {
    feed.csv("delete");
    feed.write(
        "raw/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-02T08:00:00Z,TST1111,WA,0.9\n"
            + "e2,cam-9,2026-06-02T09:00:00Z,tst 2222,WA,0.9\n"
            + "e3,cam-1,yesterday,TST3333,WA,0.9\n"
            + "e4,cam-1,2026-06-02T10:00:00Z,TST4444,WA,0.9\n");
    feed.land(NOON, folder.resolve("raw"));
    assertFalse(Files.exists(folder.resolve("raw/a.csv")));
    assertShown();

    Row wrong = lake.read(Table.LANDING).first();
    feed.loadCamera9(NOON);
    JsonNode counts = release(ONE, 0).path("counts");
    assertReleased(counts);
    assertEquals(0, counts.path("raw_files").asLong());

    // As the run left it that was killed before it wrote the account: planned, with the old one.
    Row done = lake.read(Table.LANDING).first();
    Object[] cells = new Object[done.size()];
    for (int i = 0; i < cells.length; i++) {
      boolean planned =
          List.of("batch_id", "batch_seq", "planned_at").contains(done.schema().fieldNames()[i]);
      cells[i] = (planned ? done : wrong).get(i);
    }
    cells[done.fieldIndex("state")] = "planned";
    lake.replace(
        Table.LANDING, List.of(RowFactory.create(cells)), Slice.all().where("feed_id", "f-1"));
    assertReleased(release(ONE, 0).path("counts"));

    counts = release(ONE, 0).path("counts");
    assertEquals(0, counts.path("judged").asLong(), "the same rules judge once");
    assertEquals(1, counts.path("unjudged").asLong());
  }

  @Test
  void shouldLandWholeFilesAfterTheNameOfAColumnIsRepaired() throws IOException {
    feed.csv("keep");
    feed.edit("captured_at: {column: at,", "captured_at: {column: time,");
    Path gone = file("a", "1");
    file("b", "2");
    CliRun wrong =
        feed.run(NOON, "--json", "land", "--feed", feed.feed(), folder.resolve("raw").toString());
    assertEquals(6, wrong.record().at("/counts/quarantined").asLong(), wrong.all());
    Files.delete(gone);
    JsonNode unchanged = release(NOON, 4);
    assertEquals(0, unchanged.at("/counts/judged").asLong());
    assertEquals("[\"QUARANTINED\"]", unchanged.at("/details/unusual").toString());

    feed.edit("captured_at: {column: time,", "captured_at: {column: at,");
    JsonNode counts = release(ONE, 0).path("counts");
    assertEquals(4, counts.path("kept").asLong());
    assertEquals(0, counts.path("left").asLong());
    assertEquals(1, counts.path("raw_files").asLong());
    Rows.assertRows(
        """
        state | records | kept | quarantined
        done  | 2       | 2    | 0
        done  | 2       | 2    | 0
        """,
        lake.read(Table.LANDING));
    Rows.assertRows(
        """
        plate
        TST1001
        TST1002
        TST2001
        TST2002
        """,
        lake.read(Table.READS, "criminal"));
    CliRun list = feed.run(ONE, "quarantine", "list", "--agency", "city-2");
    assertTrue(list.out().contains("No record waits in quarantine."), list.all());
  }

  private void assertShown() {
    CliRun list = feed.run(NOON, "--json", "quarantine", "list", "--agency", "city-2");
    assertEquals(
        "[NO_TIME captured_at at 1 1, UNREGISTERED_CAMERA camera cam 1 1]",
        groups(list).toString());
    CliRun lines = feed.run(NOON, "quarantine", "list", "--agency", "city-2", "--feed", "f-1");
    CliRun show = feed.run(NOON, "quarantine", "show", "--feed", feed.feed(), "--field", "camera");
    assertTrue(show.out().contains("line or record 3, byte"), show.out());
    assertTrue(show.out().contains("x9,xxx-9,9999-99-99X99:99:99X,xxx 9999,XX,9.9"), show.out());
    CliRun both = feed.run(NOON, "quarantine", "show", "--feed", feed.feed(), "--records", "2");
    assertTrue(both.out().contains("NO_TIME captured_at"), both.out());
    assertTrue(both.out().contains("UNREGISTERED_CAMERA camera"), both.out());
    for (CliRun run : List.of(list, lines, show, both)) {
      assertEquals(0, run.code(), run.all());
      assertFalse(run.all().toUpperCase(Locale.ROOT).contains("TST"), "a plate on the terminal");
    }
    CliRun other = feed.run(NOON, "quarantine", "show", "--feed", feed.feed(), "--reason", "X");
    assertEquals(2, other.code(), other.all());
  }

  private static List<String> groups(CliRun list) {
    List<String> groups = new ArrayList<>();
    list.record()
        .at("/details/groups")
        .forEach(
            g ->
                groups.add(
                    String.join(
                        " ",
                        g.get("reason").asText(),
                        g.get("field").asText(),
                        g.get("place").asText(),
                        g.get("records").asText(),
                        g.get("with_text").asText())));
    return groups;
  }

  private void assertReleased(JsonNode counts) {
    assertEquals(2, counts.path("judged").asLong());
    assertEquals(1, counts.path("kept").asLong());
    assertEquals(1, counts.path("quarantined").asLong());
    assertEquals(1, counts.path("left").asLong());
    assertEquals(0, counts.path("unjudged").asLong());
    Rows.assertRows(
        """
        state | records | kept | quarantined
        done  | 4       | 3    | 1
        """,
        lake.read(Table.LANDING));
    Rows.assertRows(
        """
        reason              | position | item | judged_again_at
        NO_TIME             | 4        | 0    | %1$s
        NO_TIME             | 4        | 0    | -
        UNREGISTERED_CAMERA | 3        | 0    | %1$s
        """
            .formatted(ONE),
        lake.read(Table.QUARANTINE, "criminal"));
    assertEquals(
        1,
        lake.read(Table.READS, "criminal")
            .where("plate = 'TST2222' and plate_raw = 'tst 2222' and camera_id = 'cam-9'")
            .count());
    assertEquals(
        2, lake.read(Table.READS, "criminal").where("plate_raw is null").count(), "the same text");
  }

  private JsonNode release(String asOf, int code) {
    CliRun run = feed.run(asOf, "--json", "quarantine", "release", "--feed", feed.feed());
    assertEquals(code, run.code(), run.all());
    return run.record();
  }

  private Path file(String name, String digit) {
    return feed.write(
        "raw/" + name + ".csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-02T0%s:00:00Z,TST%s001,WA,0.9\n".formatted(digit, digit)
            + "e2,cam-1,2026-06-02T0%s:30:00Z,TST%s002,WA,0.9\n".formatted(digit, digit));
  }
}
