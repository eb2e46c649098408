package io.platelake.app.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job sleeps, a purge closes and proves a date, the job goes on: nothing comes back. */
@Tag("lake")
class OvertakenByAPurgeTest {
  private static final String EVENING = "2026-06-20T20:00:00Z";
  private static final String NIGHT = "2026-06-21T02:00:00Z";
  private static final Path CLOSED = Path.of("reads", "purpose=criminal", "date=2026-06-01");

  @TempDir Path folder;
  private FeedFolder feed;
  private Lake lake;
  private Path root;
  private String digest;

  @BeforeEach
  void landTwoDays() {
    feed = new FeedFolder(folder);
    lake = feed.lake();
    root = TestLake.folder(lake);
    feed.csv("keep");
    StringBuilder rows = new StringBuilder(FeedFolder.HEADER);
    for (int i = 0; i < 8; i++) {
      String day = i < 2 ? "2026-06-01" : "2026-06-20";
      rows.append("e%d,cam-1,%sT08:00:0%dZ,TST000%d,WA,0.9\n".formatted(i, day, i, i));
    }
    feed.write("first/a.csv", rows.toString());
    feed.land(EVENING, folder.resolve("first"));
    feed.write(
        "late/b.csv",
        FeedFolder.HEADER
            + "l1,cam-1,2026-06-01T09:00:00Z,LATE001,WA,0.9\n"
            + "l2,cam-1,2026-06-20T09:00:00Z,LATE002,WA,0.9\n");
  }

  @Test
  void shouldLandNothingInADateThatWasClosedWhileReadsWereWritten() {
    sleepAndLand("writing reads");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"landing batch", "writing quarantine", "marking 1 file"})
  void shouldLandNothingInADateThatWasClosedAtAnyStep(String step) {
    sleepAndLand(step);
  }

  private void sleepAndLand(String step) {
    CliRun land =
        CliRun.pausing(
            step,
            this::purge,
            "--lake",
            root.toString(),
            "--as-of",
            EVENING,
            "--principal",
            "tester",
            "--json",
            "land",
            "--feed",
            feed.feed(),
            folder.resolve("late").toString());
    JsonNode counts = FeedFolder.landed(land).path("counts");
    assertEquals(0, lake.read(Table.READS).where("date = '2026-06-01'").count());
    assertTrue(Files.notExists(root.resolve(CLOSED)));
    assertEquals(2, counts.path("records").asLong(), land.out());
    // Once the reads are in their table the purge takes the late one with its date.
    long kept = step.startsWith("landing") || step.startsWith("writing reads") ? 1 : 2;
    assertEquals(kept, counts.path("kept").asLong(), land.out());
    assertEquals(2 - kept, counts.path("refused").asLong(), land.out());
    CliRun verify = CliRun.at(root, NIGHT, "purge", "verify", "--plan", digest);
    assertEquals(0, verify.code(), verify.all());
  }

  private void purge() {
    CliRun plan = CliRun.at(root, NIGHT, "--json", "purge", "plan");
    digest = plan.record().at("/details/plan_digest").asText();
    CliRun run = CliRun.at(root, NIGHT, "purge", "run", "--plan", digest);
    assertEquals(0, run.code(), run.all());
    CliRun verify = CliRun.at(root, NIGHT, "purge", "verify", "--plan", digest);
    assertEquals(0, verify.code(), verify.all());
  }

  @Tag("long")
  @Test
  void shouldNotWriteAgainWhatACompactionHadReadBefore() {
    feed.land(EVENING, folder.resolve("late"));
    CliRun compact =
        CliRun.pausing(
            "rewriting",
            this::purge,
            "--lake",
            root.toString(),
            "--as-of",
            NIGHT,
            "--principal",
            "tester",
            "compact");
    assertEquals(0, compact.code(), compact.all());
    assertEquals(List.of(), lake.read(Table.READS).where("date = '2026-06-01'").collectAsList());
  }
}
