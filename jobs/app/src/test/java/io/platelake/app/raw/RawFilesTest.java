package io.platelake.app.raw;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.site.RawLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Landed on 2 June at noon, for 48 hours: the purge of the next noon is the last before the end.
 */
@Tag("lake")
class RawFilesTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String NEXT = "2026-06-03T12:00:00Z";
  private static final String LATE = "2026-06-04T12:00:00Z";
  private static final String MOVE =
      "move\nraw_folder: %s\nraw_retention: {amount: 48, unit: hours}";
  private static final String FRESH =
      FeedFolder.HEADER + "e1,cam-1,2026-06-02T08:00:00Z,RAW1111,WA,0.9\n";
  private static final String EXPIRED =
      FeedFolder.HEADER
          + "e2,cam-1,2026-06-02T09:00:00Z,RAW2222,WA,0.9\n"
          + "e3,cam-1,2026-05-12T11:00:00Z,RAW3333,WA,0.9\n";

  @TempDir Path folder;
  private FeedFolder feed;
  private Path inbox;
  private Path moved;
  private Lake lake;

  @BeforeEach
  void setUp() throws IOException {
    feed = new FeedFolder(folder);
    lake = feed.lake();
    inbox = Files.createDirectories(folder.resolve("inbox/f-1"));
    moved = folder.resolve("landed/f-1");
  }

  @Test
  void shouldMoveLandedFilesUnderSafeNamesAndPurgeThemInTime() throws IOException {
    feed.csv(MOVE.formatted(moved));
    write("RAW1111 at 5;th str+et.csv", FRESH);
    write("old.csv", EXPIRED);
    land(NOON);
    String fresh = Sha256.of(FRESH) + "-RAW1111_at_5_th_str_et.csv";
    String old = Sha256.of(EXPIRED) + "-old.csv";
    assertEquals(Stream.of(fresh, old).sorted().toList(), names(moved));
    assertEquals(List.of(), names(inbox));
    // One record of the second file was past its limit on arrival.
    assertRows(
        """
        file_digest | event | delete_after
        %s | moved | 2026-06-04T12:00:00Z
        %s | moved | 2026-06-02T12:00:00Z
        """
            .formatted(Sha256.of(FRESH), Sha256.of(EXPIRED)),
        lake.read(Table.RAW_FILES));
    assertFalse(Rows.text(lake.read(Table.RAW_FILES)).contains("RAW1111"), "no name in a table");
    assertTrue(status(NOON).contains("raw files of feed f-1: 1 in file:" + moved), status(NOON));

    JsonNode plan = record(0, NEXT, "purge", "plan");
    assertEquals(2, plan.at("/counts/raw_files").asLong(), plan.toString());
    String digest = plan.at("/details/plan_digest").asText();
    assertEquals(2, names(moved).size(), "planning changes nothing");
    JsonNode early = record(3, NEXT, "purge", "verify", "--plan", digest);
    assertTrue(early.path("message").asText().contains("not been carried out"), early.toString());
    record(0, NEXT, "purge", "run", "--plan", digest);
    assertEquals(List.of(), names(moved));
    record(0, NEXT, "purge", "verify", "--plan", digest);
    assertEquals("[]", status(LATE));

    Files.writeString(moved.resolve(fresh), "back from a backup");
    JsonNode verify = record(4, NEXT, "purge", "verify", "--plan", digest);
    assertEquals(1, verify.at("/counts/findings").asLong(), verify.toString());
  }

  @Test
  void shouldFinishMovingWhatAKilledRunLeft() throws IOException {
    feed.csv(MOVE.formatted(moved));
    write("a.csv", FRESH);
    land(NOON);
    String name = Sha256.of(FRESH) + "-a.csv";
    String rows = Rows.text(lake.read(Table.RAW_FILES));

    // Killed between the row and the move.
    Files.move(moved.resolve(name), inbox.resolve("a.csv"));
    land(NEXT);
    assertEquals(List.of(name), names(moved));

    // Killed while the store copied; and the same file, delivered again.
    Files.writeString(moved.resolve(name), FRESH.substring(0, 30));
    write("a.csv", FRESH);
    land(NEXT);
    assertEquals(FRESH, Files.readString(moved.resolve(name)));
    write("again.csv", FRESH);
    land(NEXT);
    assertEquals(List.of(name), names(moved));
    assertEquals(List.of(), names(inbox));
    assertEquals(rows, Rows.text(lake.read(Table.RAW_FILES)), "written down once");
  }

  @Tag("long")
  @Test
  void shouldReportKeptFilesThatAreOverdueAsLongAsTheyLieThere() throws IOException {
    feed.csv("keep");
    write("RAW1111.csv", FRESH);
    write("another.csv", FeedFolder.HEADER + "e9,cam-1,2026-06-02T08:00:00Z,RAW9999,WA,0.9\n");
    land(NOON);
    assertRows(
        """
        event | delete_after
        kept  | 2026-06-23T08:00:00Z
        kept  | 2026-06-23T08:00:00Z
        """,
        lake.read(Table.RAW_FILES));
    String after = "2026-06-23T08:00:00Z";
    Files.delete(inbox.resolve("another.csv"));
    assertTrue(status(after).contains("raw files of feed f-1: 1 in file:" + inbox), status(after));
    assertFalse(status(after).contains("RAW1111"));

    // Not ours to remove; that the other one is gone is noted.
    String digest = record(0, after, "purge", "plan").at("/details/plan_digest").asText();
    record(0, after, "purge", "run", "--plan", digest, "--accept-unusual", "a test");
    assertEquals(List.of("RAW1111.csv"), names(inbox));
    assertEquals(1, RawLedger.lying(lake).size());
    Files.delete(inbox.resolve("RAW1111.csv"));
    assertFalse(status(after).contains("raw files"), status(after));
  }

  @Test
  void shouldReadAKeptFileAgainOnlyWhereItsListingSaysThatItChanged() throws IOException {
    feed.csv("keep");
    write("a.csv", FRESH);
    Path file = inbox.resolve("a.csv");
    FileTime written = FileTime.from(Instant.parse("2026-06-02T11:00:00Z"));
    Files.setLastModifiedTime(file, written);
    assertEquals(1, land(NOON).at("/counts/kept").asLong());

    // Nobody writes other bytes of the same length at the same time: it shows that none is read.
    String other = FRESH.replace("RAW1111", "RAW2222");
    assertNotEquals(FRESH, other);
    Files.writeString(file, other);
    Files.setLastModifiedTime(file, written);
    JsonNode unread = land(NEXT);
    assertEquals(1, unread.at("/counts/files_known").asLong(), unread.toString());
    assertEquals(1, unread.at("/counts/duplicate").asLong(), "its records are known");

    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-02T11:00:01Z")));
    assertEquals(1, land(NEXT).at("/counts/kept").asLong(), "written to, so it is read");

    // Other rules judge it again, so its bytes are needed.
    write("b.csv", FeedFolder.HEADER + "e7,cam-9,2026-06-02T08:00:00Z,RAW7777,WA,0.9\n");
    land(NEXT);
    feed.loadCamera9(NEXT);
    JsonNode again = land(NEXT);
    assertEquals(1, again.at("/counts/files_again").asLong(), again.toString());
    assertEquals(1, again.at("/counts/kept").asLong(), again.toString());
  }

  @Test
  void shouldKeepNoFileLongerThanTheOldestEventItTellsOf() throws IOException {
    feed.csv("keep");
    String old = "e1,cam-1,2026-05-20T08:30:00Z,RAW1111,WA,0.9\n";
    write("a.csv", FeedFolder.HEADER + old);
    land(NOON);
    Files.delete(inbox.resolve("a.csv"));
    String fresh = "e2,cam-1,2026-06-02T08:00:00Z,RAW2222,WA,0.9\n";
    write("repeated.csv", FeedFolder.HEADER + old + fresh);
    land(NOON);
    Files.delete(inbox.resolve("repeated.csv"));
    // Without a plate it is refused, and nothing of it is kept but the file.
    write(
        "refused.csv", FeedFolder.HEADER + old.replace("RAW1111", "") + fresh.replace("e2", "e3"));
    land(NOON);
    assertRows(
        """
        delete_after
        2026-06-10T08:00:00Z
        2026-06-10T08:00:00Z
        2026-06-10T08:00:00Z
        """,
        lake.read(Table.RAW_FILES));
  }

  @Tag("long")
  @Test
  void shouldNoteDeleteAndMoveEveryCopyOfAFile() throws IOException {
    Files.createDirectories(inbox.resolve("day"));
    feed.csv("keep");
    write("a.csv", FRESH);
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("b.csv"), FRESH);
    String[] both = {"land", "--feed", feed.feed(), inbox.toString(), outside.toString()};
    assertEquals(0, feed.run(NOON, both).code());
    assertRows("folder\nfile:%s\nfile:%s".formatted(inbox, outside), lake.read(Table.RAW_FILES));
    feed.csv("delete");
    assertEquals(0, feed.run(NOON, both).code());
    assertEquals(List.of(), names(outside));
    assertEquals(List.of("day"), names(inbox));

    feed.csv(MOVE.formatted(moved));
    write("a.csv", FRESH);
    write("day/b.csv", FRESH);
    write("day/c.csv", FRESH + "e5,cam-1,2026-06-02T08:00:00Z,RAW5555,WA,0.9\n");
    land(NOON);
    assertEquals(List.of(), names(inbox.resolve("day")));
    assertEquals(List.of("day"), names(inbox));
    assertEquals(2, names(moved).size());
  }

  @Test
  void shouldRefuseAFolderThatWouldBeLandedOrLiesInTheLake() throws IOException {
    write("a.csv", FRESH);
    for (Path wrong : List.of(inbox.resolve("done"), inbox, folder.resolve("lake/raw"))) {
      feed.csv(MOVE.formatted(wrong));
      JsonNode run = record(2, NOON, "land", "--feed", feed.feed(), inbox.toString());
      assertTrue(
          run.path("message").asText().startsWith("Feed f-1, raw_folder: it is inside the "),
          run.toString());
    }
    assertEquals(0, lake.read(Table.LANDING).count());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(inbox.resolve(name), text);
  }

  private JsonNode land(String asOf) {
    return feed.land(asOf, inbox);
  }

  /** What status finds. */
  private String status(String asOf) {
    return feed.run(asOf, "--json", "status").record().at("/details/findings").toString();
  }

  private JsonNode record(int code, String asOf, String... command) {
    List<String> args = new java.util.ArrayList<>(List.of("--json"));
    args.addAll(List.of(command));
    CliRun run = feed.run(asOf, args.toArray(String[]::new));
    assertEquals(code, run.code(), run.all());
    return run.record();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
