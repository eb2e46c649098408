package io.platelake.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of two feeds, one of which its policy refuses. */
@Tag("lake")
class NightTest {
  private static final String NIGHT = "2026-06-14T01:15:00Z";

  @TempDir Path folder;
  private FeedFolder feed;

  @BeforeEach
  void setUp() throws IOException {
    feed = new FeedFolder(folder);
    feed.csv("keep");
    String good = Files.readString(folder.resolve("feed.yaml"));
    feed.write("feeds/east.yaml", good.replace("id: f-1", "id: east"));
    feed.write(
        "feeds/west.yaml",
        good.replace("id: f-1", "id: west").replace("purpose: criminal", "purpose: tolls"));
    feed.write("inbox/west/a.csv", FeedFolder.HEADER);
    feed.write(
        "inbox/east/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-13T08:00:00Z,TST1111,WA,0.9\n"
            + "e2,cam-1,2026-06-02T08:00:00Z,TST2222,WA,0.9\n"
            + "e3,cam-1,2026-06-03T08:00:00Z,TST3333,WA,0.9\n");
  }

  @Test
  void shouldRunEveryStepAndNameTheFeedThatIsRefused() {
    CliRun run = night();
    assertEquals(4, run.code(), run.all());
    JsonNode counts = run.record().path("counts");
    JsonNode outcomes = run.record().at("/details/outcomes");
    assertEquals(3, counts.path("reads").asLong(), run.all());
    assertEquals("done", outcomes.path("land east").asText());
    assertEquals("refused", outcomes.path("land west").asText(), run.all());
    assertTrue(
        run.record().at("/details/problems/land west").asText().contains("tolls"), run.all());
    for (String step :
        new String[] {
          "match",
          "match retained",
          "passes",
          "facts",
          "purge plan",
          "purge run",
          "purge verify",
          "purge check",
          "compact",
          "care"
        }) {
      assertEquals("done", outcomes.path(step).asText("missing"), step + run.all());
    }
    // Reads of before the window are matched and counted all the same.
    assertEquals("done", outcomes.path("match of 2026-06-02").asText(), run.all());
    Rows.assertRows(
        """
        date       | value
        2026-06-02 | 1
        2026-06-03 | 1
        2026-06-13 | 1
        """,
        feed.lake().read(Table.DAILY_FACTS).where("metric = 'reads_kept' and value > 0"));

    CliRun again = night();
    JsonNode second = again.record().path("counts");
    assertEquals(
        counts.path("steps_done").asLong() - 2,
        second.path("steps_before").asLong(),
        "land left a feed, and purge check needs no lake: both are done again" + again.all());
    assertEquals(3, second.path("reads").asLong(), "of the night, whoever landed them");
    assertEquals("refused", again.record().at("/details/outcomes/land west").asText());
  }

  @Test
  void shouldSayWhatIsWrongWithTheFoldersBeforeAnythingIsDone() {
    feed.write("lists/stolen.yaml", "id: stolen\n");
    feed.write("inbox/stolen/today.csv", "plate\n");
    CliRun unnamed = night("--hotlists", folder.resolve("lists").toString());
    assertEquals(2, unnamed.code(), unnamed.all());
    assertTrue(unnamed.err().contains("when the source made the list"), unnamed.err());

    feed.write("feeds/north.yaml", "id: north\n");
    CliRun homeless = night();
    assertEquals(2, homeless.code(), homeless.all());
    assertTrue(homeless.err().contains("it has no folder"), homeless.err());

    CliRun late = night("--first-day", "2026-06-14");
    assertEquals(2, late.code(), late.all());
    assertTrue(feed.lake().read(Table.READS).isEmpty());
  }

  private CliRun night(String... more) {
    String[] command = new String[6 + more.length];
    System.arraycopy(
        new String[] {
          "--json",
          "night",
          "--feeds",
          folder.resolve("feeds").toString(),
          "--inbox",
          folder.resolve("inbox").toString()
        },
        0,
        command,
        0,
        6);
    System.arraycopy(more, 0, command, 6, more.length);
    return feed.run(NIGHT, command);
  }
}
