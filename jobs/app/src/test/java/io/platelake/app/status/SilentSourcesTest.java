package io.platelake.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looked at on Wednesday 10 June at 04:00: feeds of the 9th, cameras of the 8th. */
@Tag("lake")
class SilentSourcesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
  private static final Instant AS_OF = Instant.parse("2026-06-10T04:00:00Z");

  @TempDir Path folder;
  private Lake lake;
  private final StringBuilder landing =
      new StringBuilder("feed_id | file_digest | state | done_at | kept | excluded\n");
  private final StringBuilder facts =
      new StringBuilder("date | camera_id | metric | value | computed_at\n");
  private final StringBuilder cameras = new StringBuilder("camera_id | site_type\n");
  private final StringBuilder places =
      new StringBuilder("camera_id | valid_from | valid_to | lat | lon\n");

  @BeforeEach
  void makeLake() {
    lake = TestLake.in(folder);
  }

  @Test
  void shouldReportAFeedThatFellSilentAndNoneThatIsNewOrSmall() {
    feed("steady", 30, 2, 100, 100);
    feed("silent", 30, 2, 100, 0);
    feed("halved", 30, 2, 100, 49);
    feed("weekend", 30, 2, 100, 50);
    feed("small", 30, 2, 10, 0);
    feed("new", 5, 2, 100, 0);
    // The day in progress says nothing yet.
    landing.append("steady | s-0 | done | 2026-06-10T01:20:00Z | 3 | 0\n");
    assertEquals(
        List.of(
            "feed halved: 49 records landed on 2026-06-09, less than 50 % of its usual 100",
            "feed silent: 0 records landed on 2026-06-09, less than 50 % of its usual 100"),
        found());
  }

  @Test
  void shouldReportACameraThatFellSilentAndNoneThatIsGoneOrAtRest() {
    camera("steady", "street", null);
    count("steady", 30, 2, 100);
    camera("silent", "street", null);
    count("silent", 30, 3, 100);
    camera("ended", "street", "2026-06-08T09:00:00Z");
    count("ended", 30, 3, 100);
    camera("mobile", "mobile", null);
    count("mobile", 30, 3, 100);
    camera("new", "street", null);
    count("new", 9, 3, 100);
    assertEquals(
        List.of(
            "camera silent, criminal: 0 records captured on 2026-06-08, less than 50 % of its usual"
                + " 100"),
        found());
  }

  @Tag("long")
  @Test
  void shouldNotWaitForWhatAFeedLostWithItsCameras() {
    feed("county", 30, 2, 250, 40);
    camera("one", "street", "2026-06-08T09:00:00Z");
    count("one", 30, 3, 100);
    camera("two", "street", "2026-06-08T09:00:00Z");
    count("two", 30, 3, 100);
    camera("three", "street", null);
    count("three", 30, 2, 45);
    assertEquals(List.of(), found());
  }

  @Test
  void shouldNotJudgeADayThatIsNotCountedYet() {
    camera("steady", "street", null);
    count("steady", 30, 3, 100);
    // Counted in the night after the day, before the late uploads: too early to say.
    fact("steady", 2, 40, "2026-06-09T01:15:00Z");
    assertEquals(List.of(), found());
  }

  @Tag("long")
  @Test
  void shouldNameTheBusiestCamerasAndCountTheOthers() {
    camera("steady", "street", null);
    count("steady", 30, 2, 100);
    for (int i = 10; i < 33; i++) {
      camera("cam-" + i, "street", null);
      count("cam-" + i, 16, 3, 100 + i);
    }
    List<String> found = found();
    assertEquals(21, found.size(), found.toString());
    assertTrue(found.get(0).startsWith("camera cam-32, criminal: 0 records"), found.get(0));
    assertEquals("cameras of city-2: 3 more are silent since 2026-06-08 or before", found.get(20));
  }

  /** A feed that lands as many records a day, and other ones on the ninth. */
  private void feed(String id, int from, int to, long kept, long last) {
    for (int ago = from; ago >= 1; ago--) {
      long count = ago >= to ? kept : last;
      if (count > 0) {
        landing.append(
            "%s | %s-%d | done | %sT01:20:00Z | %d | 10\n"
                .formatted(id, id, ago, TODAY.minusDays(ago), count - 10));
      }
    }
  }

  private void camera(String id, String site, String until) {
    cameras.append("%s | %s\n".formatted(id, site));
    places.append(
        "%s | 2026-01-01T00:00:00Z | %s | 47.05 | -122.9\n"
            .formatted(id, until == null ? "-" : until));
  }

  /** As many reads on each day, counted in the second night after it. */
  private void count(String camera, int from, int to, long reads) {
    for (int ago = from; ago >= to; ago--) {
      fact(camera, ago, reads, TODAY.minusDays(ago - 2L) + "T01:20:00Z");
    }
  }

  private void fact(String camera, int ago, long reads, String computed) {
    facts.append(
        "%s | %s | reads_kept | %d | %s\n"
            .formatted(TODAY.minusDays(ago), camera, reads, computed));
  }

  private List<String> found() {
    append(Table.LANDING, landing);
    append(Table.DAILY_FACTS, facts);
    append(Table.CAMERAS, cameras);
    append(Table.DEPLOYMENTS, places);
    CliRun status = CliRun.at(folder, AS_OF.toString(), "--json", "status");
    List<String> found = new java.util.ArrayList<>();
    status.record().at("/details/findings").forEach(f -> found.add(f.asText()));
    assertEquals(found.isEmpty() ? 0 : 4, status.code(), status.all());
    return found;
  }

  private void append(Table table, StringBuilder rows) {
    lake.append(table, Rows.of(table, rows.toString()), new CommitKey("test", 0));
  }
}
