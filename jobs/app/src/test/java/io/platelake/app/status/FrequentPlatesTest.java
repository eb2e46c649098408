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
  private final StringBuilder reads = new StringBuilder("camera_id | plate | captured_at\n");

  @Test
  void shouldNameTheCameraAndTheShareAndNeverThePlate() {
    Lake lake = TestLake.in(folder);
    camera("cam-word", "SPURLOS", 25, 975, "2026-06-01T10:00:00Z");
    camera("cam-usual", "TST0001", 19, 981, "2026-06-01T10:00:00Z");
    camera("cam-small", "TST0001", 100, 99, "2026-06-01T10:00:00Z");
    camera("cam-earlier", "TST0001", 500, 500, "2026-05-31T10:00:00Z");
    lake.append(Table.READS, Rows.of(Table.READS, reads.toString()), new CommitKey("test", 0));
    List<StatusItem> items =
        new FrequentPlates(lake, Instant.parse("2026-06-02T04:00:00Z")).items();
    assertEquals(
        List.of(
            new StatusItem(
                StatusItem.State.DUE,
                "camera cam-word, criminal",
                "one plate is 2.5 % of its 1000 reads of 2026-06-01; look at its raw files of that"
                    + " date, and add a word for no plate to no_plate_words of the feed")),
        items);
    CliRun status = CliRun.at(folder, "2026-06-02T04:00:00Z", "status");
    assertEquals(1, status.out().lines().filter(l -> l.contains("one plate is 2.5 %")).count());
    assertFalse(status.all().contains("SPURLOS"), "no plate in any output");
  }

  private void camera(String camera, String plate, int repeats, int others, String at) {
    for (int i = 0; i < repeats + others; i++) {
      reads.append(camera).append(" | ").append(i < repeats ? plate : "OTH" + i);
      reads.append(" | ").append(at).append('\n');
    }
  }
}
