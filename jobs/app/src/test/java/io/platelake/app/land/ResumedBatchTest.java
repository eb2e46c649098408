package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.app.land.files.Batch;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that was killed, and finished by one that knows other cameras and zones. Of cam-9 the first
 * knows nothing.
 */
@Tag("lake")
class ResumedBatchTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String ONE = "2026-06-02T13:00:00Z";

  @TempDir Path folder;
  private FeedFolder killed;
  private Path raw;
  private Lake lake;
  private Lake whole;

  @BeforeEach
  void landElsewhere() {
    FeedFolder never = new FeedFolder(folder.resolve("never-killed"));
    whole = never.lake();
    never.csv("keep");
    String rows =
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-02T08:00:00Z,TST0001,WA,0.9\n"
            + "e2,cam-9,2026-06-02T08:00:00Z,TST0002,WA,0.9\n"
            + "e3,cam-2,2026-06-02T08:00:00Z,TST0003,WA,0.9\n";
    never.write("raw/a.csv", rows);
    never.land(NOON, folder.resolve("never-killed/raw"));
    killed = new FeedFolder(folder.resolve("killed"));
    killed.csv("keep");
    killed.write("raw/a.csv", rows);
    raw = folder.resolve("killed/raw");
    lake = killed.lake();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void shouldKeepTheReadsOfACameraThatIsKnownByNow(int appended) {
    kill(appended);
    load(
        "cameras",
        """
        camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
        cam-9,,New St,street,47.0500,-122.9100,,2026-01-01T00:00:00Z,
        """);
    JsonNode counts = killed.land(ONE, raw).path("counts");
    assertEquals(2, counts.path("kept").asLong());
    assertTables(
        """
        plate   | camera_id
        TST0001 | cam-1
        TST0002 | cam-9
        """,
        0,
        1);
  }

  @Test
  void shouldTakeBackWhatIsProtectedByNow() {
    kill(3);
    load(
        "zones",
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"zone_id": "z-2", "kind": "elementary_school", "name": "Main School",
                         "effective_from": "2026-06-01T12:00:00Z"},
          "geometry": {"type": "Point", "coordinates": [-122.9, 47.05]}}]}
        """);
    JsonNode counts = killed.land(ONE, raw).path("counts");
    assertEquals(0, counts.path("kept").asLong());
    assertEquals(0, lake.read(Table.READS, "criminal").count(), "no read of a protected place");
    assertEquals(1, lake.read(Table.QUARANTINE, "criminal").count());
    assertEquals(2, lake.read(Table.EXCLUSIONS).count());
  }

  /** What a run leaves that planned its batch, and was killed when it had filled some tables. */
  private void kill(int appended) {
    Row landed = whole.read(Table.LANDING).first();
    lake.append(
        Table.LANDING,
        Rows.of(
            Table.LANDING,
            """
            batch_id | batch_seq | file_digest | bytes | state   | planned_at | done_at | records | kept | excluded | refused | duplicate | quarantined | refused_by | quarantined_by | images_kept | images_dropped | images_dropped_by | feed_id
            %s       | 1         | %s          | %d    | planned | %s         | -       | -       | -    | -        | -       | -         | -           | -          | -              | -           | -              | -                 | f-1
            """
                .formatted(
                    landed.getString(landed.fieldIndex("batch_id")),
                    landed.getString(landed.fieldIndex("file_digest")),
                    landed.getLong(landed.fieldIndex("bytes")),
                    NOON)),
        new CommitKey("land-plan:f-1", 1));
    String batch = landed.getString(landed.fieldIndex("batch_id"));
    for (Table table :
        List.of(Table.READS, Table.QUARANTINE, Table.EXCLUSIONS).subList(0, appended)) {
      Dataset<Row> rows =
          table == Table.EXCLUSIONS ? whole.read(table) : whole.read(table, "criminal");
      lake.append(table, rows.collectAsList(), Batch.key(batch));
    }
  }

  private void load(String what, String text) {
    Path file = killed.write(what + ".txt", text);
    CliRun run = killed.run(NOON, what, "load", "--agency", "city-2", file.toString());
    assertEquals(0, run.code(), run.all());
  }

  private void assertTables(String reads, long quarantined, long excluded) {
    Rows.assertRows(reads, lake.read(Table.READS, "criminal"));
    assertEquals(quarantined, lake.read(Table.QUARANTINE, "criminal").count(), "quarantine");
    assertEquals(excluded, lake.read(Table.EXCLUSIONS).count(), "exclusions");
    Rows.assertRows(
        """
        state | records | kept | excluded | quarantined
        done  | 3       | 2    | 1        | 0
        """,
        lake.read(Table.LANDING));
  }
}
