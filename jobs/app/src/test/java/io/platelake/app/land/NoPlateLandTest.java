package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words for no plate and what a spreadsheet made of plates, from the raw file to the account. */
@Tag("lake")
class NoPlateLandTest {
  private static final String NOON = "2026-06-01T12:00:00Z";

  private static final String ROWS =
      FeedFolder.HEADER
          + """
          1,cam-1,2026-06-01T10:00:01Z,TST0001,WA,0.9
          2,cam-1,2026-06-01T10:00:02Z,Not defined,WA,0.9
          3,cam-1,2026-06-01T10:00:03Z,unlicensed,,0.9
          4,cam-1,2026-06-01T10:00:04Z,NO-TAG,,0.9
          5,cam-1,2026-06-01T10:00:05Z,notag,,0.9
          6,cam-1,2026-06-01T10:00:06Z,无车牌,,0.9
          7,cam-1,2026-06-01T10:00:07Z,XXXXXXX,,0.9
          8,cam-1,2026-06-01T10:00:08Z,------,,0.9
          9,cam-1,2026-06-01T10:00:09Z,null,,0.9
          10,cam-1,2026-06-01T10:00:10Z,1-Mar,,0.9
          11,cam-1,2026-06-01T10:00:11Z,TRUE,,0.9
          12,cam-1,2026-06-01T10:00:12Z,2026-03-01,,0.9
          13,cam-1,2026-06-01T10:00:13Z,1.23E+05,,0.9
          14,cam-1,2026-06-01T10:00:14Z,SPURLOS,,0.9
          """;

  @TempDir private Path folder;

  @Test
  void shouldCountWordsForNoPlateByWord() throws IOException {
    FeedFolder feed = new FeedFolder(folder);
    feed.csv("keep");
    JsonNode record = land(feed);
    assertEquals("{\"NO_PLATE\":8}", record.at("/details/refused_by").toString());
    assertEquals(
        "{\"NO TAG\":2,\"NOT DEFINED\":1,\"NULL\":1,\"UNLICENSED\":1,\"one character repeated\":1,"
            + "\"无车牌\":1}",
        record.at("/details/no_plate_words").toString());
    assertEquals("{\"BAD_PLATE\":4}", record.at("/details/quarantined_by").toString());
    Rows.assertRows(
        """
        plate
        TST0001
        SPURLOS
        """,
        feed.lake().read(Table.READS));
  }

  @Test
  void shouldFollowTheFeed() throws IOException {
    FeedFolder feed = new FeedFolder(folder);
    feed.csv("keep\nno_plate_words: {add: [SPUR LOS], plates: [\"NULL\", \"TRUE\", XXXXXXX]}");
    JsonNode record = land(feed);
    assertEquals("{\"NO_PLATE\":7}", record.at("/details/refused_by").toString());
    assertEquals(1, record.at("/details/no_plate_words/SPUR LOS").asInt());
    assertEquals("{\"BAD_PLATE\":3}", record.at("/details/quarantined_by").toString());
    Rows.assertRows(
        """
        plate
        TST0001
        NULL
        TRUE
        XXXXXXX
        """,
        feed.lake().read(Table.READS));
  }

  @Test
  void shouldShowWordsAndNoPlates() throws IOException {
    FeedFolder feed = new FeedFolder(folder);
    feed.csv("keep");
    Path raw = Files.createDirectories(folder.resolve("raw"));
    Files.writeString(raw.resolve("a.csv"), ROWS);
    CliRun run = feed.run(NOON, "land", "--feed", feed.feed(), raw.toString());
    // More than half of its records are refused.
    assertEquals(4, run.code(), run.all());
    assertEquals(
        1, run.out().lines().filter(l -> l.contains("Words for no plate: {NO TAG=2,")).count());
    assertFalse(run.all().contains("SPURLOS"));
  }

  private JsonNode land(FeedFolder feed) throws IOException {
    Path raw = Files.createDirectories(folder.resolve("raw"));
    Files.writeString(raw.resolve("a.csv"), ROWS);
    return feed.land(NOON, raw);
  }
}
