package io.platelake.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looked at on 2 June: the reads of the 1st. */
@Tag("lake")
class FrequentPlatesTest {
  @TempDir private Path folder;
  private final StringBuilder reads =
      new StringBuilder("camera_id | plate | captured_at | source\n");

  @Test
  void shouldNameTheCameraAndTheShareAndNeverThePlate() {
    Lake lake = TestLake.in(folder);
    camera("cam-word", "SPURLOS", 25, 975, "2026-06-01T10:00:00Z");
    camera("cam-words", "SPURLOS", 300, 700, "2026-06-01T10:00:00Z");
    camera("cam-lot", "TST0002", 300, 700, "2026-06-01T10:00:00Z", "lot");
    camera("cam-usual", "TST0001", 19, 981, "2026-06-01T10:00:00Z");
    camera("cam-small", "TST0001", 100, 99, "2026-06-01T10:00:00Z");
    camera("cam-earlier", "TST0001", 500, 500, "2026-05-31T10:00:00Z");
    lake.append(Table.READS, Rows.of(Table.READS, reads.toString()), new CommitKey("test", 0));
    lake.append(
        Table.LANDING,
        Rows.of(
            Table.LANDING,
            """
            feed_id | file_digest | batch_seq | done_at              | one_plate_limit
            lot     | aa          | 1         | 2026-05-01T04:00:00Z | 0.1
            lot     | bb          | 2         | 2026-06-01T12:00:00Z | 0.5
            """),
        new CommitKey("test", 1));
    List<StatusItem> items =
        new FrequentPlates(lake, Instant.parse("2026-06-02T04:00:00Z")).items();
    assertEquals(
        List.of(
            item(StatusItem.State.DUE, "cam-lot", "30.0", "lot", "0.5"),
            item(StatusItem.State.OVERDUE, "cam-words", "30.0", "feed-1", "0.1"),
            item(StatusItem.State.DUE, "cam-word", "2.5", "feed-1", "0.1")),
        items);
    CliRun status = CliRun.at(folder, "2026-06-02T04:00:00Z", "status");
    assertEquals(1, status.out().lines().filter(l -> l.contains("one plate is 2.5 %")).count());
    assertEquals(4, status.code());
    assertFalse(status.all().contains("SPURLOS"), "no plate in any output");
  }

  private static StatusItem item(
      StatusItem.State state, String camera, String percent, String feed, String limit) {
    return new StatusItem(
        state,
        "camera " + camera + ", criminal",
        "one plate is "
            + percent
            + " % of its 1,000 reads of 2026-06-01; look at the raw files of that date. Add a word"
            + " for no plate to no_plate_words of feed "
            + feed
            + "; if it is a parked vehicle or a sign, raise its unusual: {one_plate: "
            + limit
            + "}");
  }

  private void camera(String camera, String plate, int repeats, int others, String at) {
    camera(camera, plate, repeats, others, at, "feed-1");
  }

  private void camera(
      String camera, String plate, int repeats, int others, String at, String feed) {
    for (int i = 0; i < repeats + others; i++) {
      reads.append(camera).append(" | ").append(i < repeats ? plate : "OTH" + i);
      reads.append(" | ").append(at).append(" | ").append(feed).append('\n');
    }
  }
}
