package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.app.land.files.Packed;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed files of a maker's format; landed on 2 June at noon. */
@Tag("lake")
class LandPackedTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String HEADER = "read_id,plate,device_id,read_date,lat,lon\n";

  @TempDir Path folder;

  @Test
  void shouldAccountForPackedFilesAndKeepThoseThatDoNotUnpack() throws IOException {
    FeedFolder feed = new FeedFolder(folder);
    Lake lake = feed.lake();
    feed.write(
        "feed.yaml",
        """
        id: f-1
        agency: city-2
        purpose: criminal
        adapter: elsag
        time_zone: America/Los_Angeles
        after_landing: delete
        """);
    Path raw = Files.createDirectories(folder.resolve("raw"));
    // The last of these has its plate where its camera should be, in a protected place.
    byte[] rows =
        rows(
            "1,TST0001,cam-1,{t},,", "2,TST0002,cam-1,{t},,", "3,TST0003,TST0003,{t},47.06,-122.9");
    Files.write(raw.resolve("a.csv.gz"), Packed.gzip(rows));
    Files.write(raw.resolve("b.zip"), Packed.zip("../../b.csv", rows("4,TST0004,cam-1,{t},,")));
    Files.write(raw.resolve("c.txt"), Zstd.compress(rows("5,TST0005,cam-1,{t},,")));
    byte[] cut = Packed.gzip(rows("6,TST0006,cam-1,{t},,"));
    Files.write(raw.resolve("d.gz"), Arrays.copyOf(cut, cut.length - 4));
    Files.write(raw.resolve("e.zip"), Packed.zip("e.gz", Packed.gzip(rows)));

    JsonNode counts = feed.land(NOON, raw).path("counts");
    assertEquals(8, counts.path("records").asLong());
    assertEquals(5, counts.path("kept").asLong());
    assertEquals(1, counts.path("excluded").asLong());
    assertEquals(0, counts.path("refused").asLong());
    assertEquals(2, counts.path("quarantined").asLong());
    Rows.assertRows(
        """
        reason         | file_name | payload
        ARCHIVE_BROKEN | d.gz      |
        ARCHIVE_NESTED | e.zip     |
        """,
        lake.read(Table.QUARANTINE));
    Rows.assertRows(
        """
        camera_id | zone_id | reads
        unknown   | z-1     | 1
        """,
        lake.read(Table.EXCLUSIONS));
    feed.land(NOON, raw);
    for (String read : new String[] {"a.csv.gz", "b.zip", "c.txt"}) {
      assertFalse(Files.exists(raw.resolve(read)), read);
    }
    for (String unread : new String[] {"d.gz", "e.zip"}) {
      assertTrue(Files.exists(raw.resolve(unread)), unread);
    }
  }

  private static byte[] rows(String... rows) {
    String text = HEADER + String.join("\n", rows).replace("{t}", "2026-06-02 01:00:00") + "\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
