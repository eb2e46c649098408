package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.hotlist.ListFiles;
import io.platelake.core.feed.ReadId;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records with the same camera, instant and event id; TST2222 is a stolen car. */
@Tag("lake")
class SameEventTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String DAY = "2026-06-02T00:00:00Z/2026-06-03T00:00:00Z";
  private static final String AT = "cam-1,2026-06-02T08:00:00Z,";

  @TempDir Path folder;
  private FeedFolder feed;
  private Lake lake;

  @BeforeEach
  void setUp() {
    feed = new FeedFolder(folder);
    lake = feed.lake();
    feed.csv("keep");
  }

  @Test
  void shouldGiveAHitForTheSecondPlateOfAnEvent() {
    feed.write("raw/a.csv", FeedFolder.HEADER + read("e1", "TST1111") + read("e1", "TST2222"));
    JsonNode counts = land("f-1");
    assertEquals(2, counts.path("kept").asLong());
    assertEquals(0, counts.path("duplicate").asLong());
    assertEquals(1, counts.path("other_plate").asLong());
    assertHits("TST2222");
    Rows.assertRows(
        """
        records | kept | duplicate | other_plate
        2       | 2    | 0         | 1
        """,
        lake.read(Table.LANDING));
    CliRun status = feed.run(NOON, "status");
    assertTrue(status.out().contains("1 reads share their event with another plate"), status.out());
  }

  @Test
  void shouldGiveAHitThroughASecondFeedWithTheSameCounter() {
    feed.write("raw/a.csv", FeedFolder.HEADER + read("1", "TST1111"));
    land("f-1");
    Path second = Path.of(feed.feed());
    feed.write("feed.yaml", text(second).replace("id: f-1", "id: f-2"));
    feed.write("raw/a.csv", FeedFolder.HEADER + read("1", "TST2222") + read("1", "TST1111"));
    JsonNode counts = land("f-2");
    assertEquals(1, counts.path("kept").asLong());
    assertEquals(1, counts.path("duplicate").asLong());
    assertHits("TST2222");
  }

  @Test
  void shouldMatchTheCorrectedReadingAndKeepTheAlertOfTheOther() {
    feed.csv("keep\nunusual: {other_plate: 1, duplicate: 1}\nevent: {another_plate: correction}");
    feed.write("raw/a.csv", FeedFolder.HEADER + read("e1", "TST2222"));
    land("f-1");
    assertHits("TST2222");
    feed.write("raw/b.csv", FeedFolder.HEADER + read("e1", "TST3333"));
    JsonNode counts = land("f-1");
    assertEquals(1, counts.path("kept").asLong());
    assertEquals(1, counts.path("other_plate").asLong());
    Row both = lake.read(Table.READS, "criminal").where("plate = 'TST3333'").first();
    Row replaced = lake.read(Table.READS, "criminal").where("plate = 'TST2222'").first();
    assertEquals(
        replaced.getLong(replaced.fieldIndex("read_id")),
        both.getLong(both.fieldIndex("corrects")));
    // No new hit, and the alert that went out stays on record.
    CliRun match = match();
    assertEquals(0, match.record().at("/counts/hits").asLong());
    assertEquals(1, match.record().at("/counts/reads").asLong());
    assertEquals(1, lake.read(Table.HITS).where("is_alert").count());
    assertEquals(0, feed.run(NOON, "passes", "--window", DAY).code());
    Rows.assertRows("reads\n1\n", lake.read(Table.PASSES));
    // Sent again, the first reading is known, and corrects nothing.
    feed.write("raw/c.csv", FeedFolder.HEADER + read("e1", "TST2222") + "\n");
    assertEquals(1, land("f-1").path("duplicate").asLong() - 2);
    assertEquals(0, match().record().at("/counts/hits").asLong());
  }

  @Tag("long")
  @Test
  void shouldLetTheLastReadingOfABatchStand() {
    feed.csv("keep\nevent: {another_plate: correction}");
    feed.write(
        "raw/a.csv",
        FeedFolder.HEADER
            + read("e1", "TST1111")
            + read("e1", "TST3333")
            + read("e1", "TST2222")
            + read("e1", "TST1111")
            + read("0", "TST4444")
            + read("0", "TST5555"));
    JsonNode counts = land("f-1");
    assertEquals(5, counts.path("kept").asLong());
    assertEquals(1, counts.path("duplicate").asLong());
    assertEquals(2, counts.path("other_plate").asLong());
    assertEquals(2, lake.read(Table.READS, "criminal").where("corrects is not null").count());
    assertHits("TST2222");
  }

  /** Ids by the formula of before: without the plate. */
  @Test
  void shouldKnowReadsThatLandedBeforeIdsHadPlates() {
    feed.write(
        "raw/a.csv",
        FeedFolder.HEADER
            + read("e1", "TST1111")
            + read("", "TST3333")
            + read("0", "TST4444")
            + read("0A1B2C3D-0000-4000-8000-00000000000F", "TST5555"));
    assertEquals(4, land("f-1").path("kept").asLong());
    setFormerIds();
    feed.write(
        "raw/b.csv",
        FeedFolder.HEADER
            + read("e1", "TST2222")
            + read("e1", "TST1111")
            + read("", "TST3333")
            + read("0", "TST4444")
            + read("0a1b2c3d-0000-4000-8000-00000000000f", "TST5555")
            + read("0A1B2C3D-0000-4000-8000-00000000000F", "TST5555"));
    // Four of six records repeat what has landed.
    JsonNode counts = run("f-1", 4).path("counts");
    // In other letters the id was another before, so that one record lands again, once.
    assertEquals(1 + 1, counts.path("kept").asLong());
    assertEquals(4 + 4, counts.path("duplicate").asLong());
    assertEquals(1, counts.path("other_plate").asLong());
    assertHits("TST2222");
  }

  private void setFormerIds() {
    List<Row> rows =
        lake.read(Table.READS, "criminal").collectAsList().stream()
            .map(
                row -> {
                  String plate = row.getString(row.fieldIndex("plate"));
                  Object[] cells = new Object[row.size()];
                  for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.get(i);
                  }
                  String event =
                      switch (plate) {
                        case "TST1111" -> "e1";
                        case "TST4444" -> "0";
                        case "TST5555" -> "0A1B2C3D-0000-4000-8000-00000000000F";
                        default -> "plate " + plate;
                      };
                  cells[row.fieldIndex("read_id")] =
                      ReadId.of("city-2", "cam-1", Instant.parse("2026-06-02T08:00:00Z"), event);
                  return RowFactory.create(cells);
                })
            .toList();
    lake.replace(Table.READS, rows, Slice.all().where("purpose", "criminal"));
  }

  private static String read(String event, String plate) {
    return event + "," + AT + plate + ",WA,0.9\n";
  }

  private JsonNode land(String id) {
    return run(id, 0).path("counts");
  }

  private JsonNode run(String id, int code) {
    CliRun landed =
        feed.run(NOON, "--json", "land", "--feed", feed.feed(), folder.resolve("raw").toString());
    assertEquals(code, landed.code(), landed.all());
    assertEquals(id, landed.record().at("/details/feed").asText());
    return landed.record();
  }

  private CliRun match() {
    CliRun match = feed.run(NOON, "--json", "match", "--window", DAY);
    assertEquals(0, match.code(), match.all());
    return match;
  }

  private void assertHits(String plate) {
    Path root = TestLake.folder(lake);
    ListFiles files = new ListFiles(root, folder);
    Path stolen = files.write("stolen.csv", ListFiles.HEADER + "TST2222,WA,stolen_vehicle,,,,,\n");
    CliRun load = files.load(NOON, NOON, files.definition("stolen", "criminal", "wa_dol"), stolen);
    assertEquals(0, load.code(), load.all());
    assertEquals(1, match().record().at("/counts/exact").asLong());
    Rows.assertRows("list_id\nstolen\n", lake.read(Table.HITS));
    assertTrue(lake.read(Table.READS, "criminal").where("plate = '" + plate + "'").count() > 0);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
