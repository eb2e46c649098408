package io.platelake.app.land;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sha2;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.PictureFeed;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.core.picture.Picture;
import io.platelake.lake.LakeFiles;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of good and bad quality, landed on 2 June at noon. */
@Tag("lake")
class LandImagesTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String AT = "2026-06-02T08:00:00Z";
  private static final byte[] JPEG = PictureFeed.jpeg(1, 3000);
  private static final String CROP = PictureFeed.base64(JPEG);
  private static final String PNG = "iVBORw0KGgo=";

  @TempDir Path folder;
  private Path root;
  private Lake lake;
  private PictureFeed feed;

  @BeforeEach
  void setUp() {
    feed = new PictureFeed(folder);
    lake = feed.lake();
    root = TestLake.folder(lake);
  }

  @Test
  void shouldKeepThePicturesOfKeptReadsOnceAndCountTheOthers() throws IOException {
    JsonNode landed =
        feed.land(
                NOON,
                "county-9",
                "",
                "a.jsonl",
                line("e1", "cam-1", "ABC1111", CROP, PNG),
                line("e1", "cam-1", "ABC1111", CROP, PNG),
                line("e2", "cam-1", "ABC2222", "(3000 bytes)", "R0lGODlh"),
                line("e3", "cam-1", "ABC3333", tooLarge(), CROP),
                line("e4", "cam-9", "ABC4444", CROP, null),
                line("e5", "cam-1", "ABC5555", null, ""))
            .record();
    assertEquals(4, landed.at("/counts/kept").asLong(), landed.toString());
    assertEquals(3, landed.at("/counts/images_kept").asLong());
    assertEquals(6, landed.at("/counts/images_dropped").asLong());
    String reasons = "{\"NOT_BASE64\":1,\"NO_PICTURE\":1,\"READ_NOT_KEPT\":3,\"TOO_LARGE\":1}";
    assertEquals(reasons, landed.at("/details/images_dropped_by").toString());
    Rows.assertRows(
        """
        kind       | media_type | agency_id | camera_id | captured_at          | delete_after         | date
        plate_crop | image/jpeg | county-9  | cam-1     | 2026-06-02T08:00:00Z | 2026-06-23T08:00:00Z | 2026-06-02
        scene      | image/png  | county-9  | cam-1     | 2026-06-02T08:00:00Z | 2026-06-23T08:00:00Z | 2026-06-02
        scene      | image/jpeg | county-9  | cam-1     | 2026-06-02T08:00:00Z | 2026-06-23T08:00:00Z | 2026-06-02
        """,
        images());
    Dataset<Row> whole = images().where(col("sha256").equalTo(sha2(col("bytes"), 256)));
    assertEquals(3, lake.read(Table.READS).join(whole, "read_id").count());
    byte[] kept =
        images().where(col("kind").equalTo("plate_crop")).select("bytes").first().getAs(0);
    assertArrayEquals(JPEG, kept);
    Rows.assertRows(
        """
        state | kept | images_kept | images_dropped
        done  | 4    | 3           | 6
        """,
        lake.read(Table.LANDING));

    JsonNode later =
        feed.land(
                NOON,
                "county-9",
                "",
                "b.jsonl",
                line("e1", "cam-1", "ABC1111", CROP, PNG),
                line("e6", "cam-1", "ABC6666", CROP, null))
            .record();
    assertEquals(1, later.at("/counts/images_kept").asLong(), later.toString());
    assertEquals("{\"READ_NOT_KEPT\":2}", later.at("/details/images_dropped_by").toString());
    assertEquals(4, images().count());
  }

  @Tag("long")
  @Test
  void shouldKeepNoneWhereThePolicyOrTheFeedSaysSo() throws IOException {
    String read = line("e1", "cam-1", "ABC1111", CROP, "(3000 bytes)");
    for (String agency : List.of(TestLake.AGENCY, "county-9")) {
      boolean keeps = !agency.equals(TestLake.AGENCY);
      // The same bytes would be the same file of the same feed.
      String line = keeps ? read + "\n" : read;
      String file = agency + ".jsonl";
      JsonNode landed = feed.land(NOON, agency, keeps ? "images: drop" : "", file, line).record();
      assertEquals(1, landed.at("/counts/kept").asLong(), landed.toString());
      assertEquals("{\"NOT_ALLOWED\":2}", landed.at("/details/images_dropped_by").toString());
    }
    assertEquals(0, images().count());
  }

  /** As cameras post them: documents and pictures in turn, named after what they show. */
  @Test
  void shouldKeepThePicturesOfAMultipartBody() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "event.json", line("e1", "cam-1", "ABC1111", null, null).getBytes(UTF_8));
    part(body, "licensePlatePicture.jpg", JPEG);
    part(body, "scene.jpg", PictureFeed.jpeg(3, 500));
    part(body, "event.json", line("e2", "cam-9", "ABC2222", null, null).getBytes(UTF_8));
    part(body, "licensePlatePicture.jpg", PictureFeed.jpeg(4, 500));
    part(body, "event.json", line("e3", "cam-1", "ABC3333", null, null).getBytes(UTF_8));
    part(body, "scene.jpg", PictureFeed.jpeg(5, 500));
    part(body, "scene.jpg", PictureFeed.jpeg(6, 500));
    body.writeBytes("--b--\r\n".getBytes(UTF_8));
    CliRun run = feed.landBody(NOON, "county-9", "body.bin", body.toByteArray());
    JsonNode landed = run.record();
    assertEquals(3, landed.at("/counts/records").asLong(), landed.toString());
    assertEquals(2, landed.at("/counts/kept").asLong(), landed.toString());
    assertEquals(3, landed.at("/counts/images_kept").asLong(), landed.toString());
    assertEquals(
        "{\"AMBIGUOUS\":1,\"READ_NOT_KEPT\":1}",
        landed.at("/details/images_dropped_by").toString());
    Rows.assertRows(
        """
        plate   | kind       | media_type | delete_after
        ABC1111 | plate_crop | image/jpeg | 2026-06-23T08:00:00Z
        ABC1111 | scene      | image/jpeg | 2026-06-23T08:00:00Z
        ABC3333 | scene      | image/jpeg | 2026-06-23T08:00:00Z
        """,
        images().join(lake.read(Table.READS).select("read_id", "plate"), "read_id"));
    byte[] kept =
        images().where(col("kind").equalTo("plate_crop")).select("bytes").first().getAs(0);
    assertArrayEquals(JPEG, kept);
    assertFalse(run.all().contains("ABC"), "a part is named after its plate");
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] content) {
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"ABC1111.jpg\"\r\n"
            + "Content-Type: %s\r\n\r\n";
    String type = name.endsWith(".json") ? "application/json" : "image/jpeg";
    body.writeBytes(head.formatted(name, type).getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** A run that was killed after the reads had been committed and before the pictures were. */
  @Test
  void shouldWriteThePicturesOfAKilledRunOnce() throws IOException {
    Path before = LakeFiles.copy(root, folder.resolve("before"));
    String[] lines = {
      line("e1", "cam-1", "ABC1111", CROP, PNG),
      line("e1", "cam-1", "ABC1111", CROP, PNG),
      line("e2", "cam-1", "ABC2222", CROP, null)
    };
    feed.land(NOON, "county-9", "", "a.jsonl", lines);
    String landed = Rows.text(images(), "read_id", "kind", "sha256", "batch_id");
    Path killed = LakeFiles.copy(root, folder.resolve("killed"));
    for (Table table : List.of(Table.IMAGES, Table.LANDING)) {
      FileUtil.fullyDelete(killed.resolve(table.folder()).toFile());
      LakeFiles.copy(before.resolve(table.folder()), killed.resolve(table.folder()));
    }
    Lake again = TestLake.copy(killed, folder.resolve("again"));
    JsonNode counts =
        new PictureFeed(folder, again)
            .land(NOON, "county-9", "", "a.jsonl", lines)
            .record()
            .path("counts");
    assertEquals(3, counts.path("images_kept").asLong(), counts.toString());
    assertEquals(2, again.read(Table.READS).count());
    assertEquals(
        landed, Rows.text(again.read(Table.IMAGES), "read_id", "kind", "sha256", "batch_id"));
  }

  private static String line(String event, String camera, String plate, String crop, String scene) {
    return PictureFeed.line(event, camera, AT, plate, crop, scene);
  }

  private static String tooLarge() {
    return PictureFeed.base64(PictureFeed.jpeg(2, Picture.LARGEST + 1));
  }

  private Dataset<Row> images() {
    return lake.read(Table.IMAGES);
  }
}
