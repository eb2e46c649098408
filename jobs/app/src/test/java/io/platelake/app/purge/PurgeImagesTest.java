package io.platelake.app.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.PictureFeed;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads of 1 June, the oldest of them without a picture, and of 2 June, under 21 days. */
@Tag("lake")
class PurgeImagesTest {
  private static final String NIGHT = "2026-06-21T02:00:00Z";
  private static final String MORNING = "2026-06-21T05:00:00Z";
  private static final byte[] GOES = PictureFeed.jpeg(1, 3000);
  private static final byte[] HELD = PictureFeed.jpeg(2, 3000);
  private static final byte[] STAYS = PictureFeed.jpeg(3, 3000);

  @TempDir Path folder;
  private Path root;
  private Lake lake;

  @BeforeEach
  void copyLake() {
    root = folder.resolve("lake");
    lake = TestLake.in(root, PurgeImagesTest.class, PurgeImagesTest::land);
  }

  private static void land(Lake lake) {
    PictureFeed.adopt(lake);
    try {
      new PictureFeed(TestLake.folder(lake).getParent(), lake)
          .land(
              "2026-06-02T23:00:00Z",
              "county-9",
              "",
              "a.jsonl",
              line("e1", "2026-06-01T00:00:00Z", "GONE111", null),
              line("e2", "2026-06-01T23:59:59Z", "GONE222", GOES),
              line("e3", "2026-06-01T12:00:00Z", "HELD333", HELD),
              line("e4", "2026-06-02T12:00:00Z", "STAY444", STAYS),
              line("e5", "2026-06-02T13:00:00Z", "STAY555", null),
              line("e6", "2026-06-02T14:00:00Z", "STAY666", null),
              line("e7", "2026-06-02T15:00:00Z", "STAY777", null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldErasePicturesWithTheirReadsCopyWhatIsHeldAndHandOverReferences() throws IOException {
    Files.writeString(
        folder.resolve("hold.yaml"),
        """
        id: h-1
        agency: county-9
        kind: evidence
        category: stolen_vehicle
        case: case-1
        authority: order 7
        purposes: [criminal]
        plates: [held-333]
        """);
    done(NIGHT, "hold", "open", folder.resolve("hold.yaml").toString());
    assertTrue(PictureFeed.lies(root, GOES), "the search finds pictures");

    String digest = plan(NIGHT);
    JsonNode run =
        done(NIGHT, "--json", "purge", "run", "--plan", digest, "--image-refs", refs("1"))
            .record()
            .path("counts");
    assertEquals(5, run.path("rows").asLong(), "three reads and two pictures: " + run);
    assertEquals(2, run.path("image_refs").asLong());
    assertEquals(
        List.of(
            "{\"agency\":\"county-9\",\"feed\":\"f-9\",\"reference\":\"store/e1\"}",
            "{\"agency\":\"county-9\",\"feed\":\"f-9\",\"reference\":\"store/e2\"}"),
        Files.readAllLines(Path.of(refs("1"))),
        "and not of the read that is held");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(refs("1")))));
    Rows.assertRows("captured_at\n2026-06-02T12:00:00Z", lake.read(Table.IMAGES));
    assertFalse(Files.exists(root.resolve("images/purpose=criminal/date=2026-06-01")));
    assertFalse(PictureFeed.lies(root, GOES));
    assertTrue(PictureFeed.lies(root, STAYS));
    List<Row> copies =
        lake.read(Table.EVIDENCE)
            .selectExpr("record", "inline(images)")
            .selectExpr("kind", "media_type", "sha256 = sha2(bytes, 256)", "bytes")
            .collectAsList();
    assertEquals(1, copies.size());
    assertEquals(
        "plate_crop image/jpeg true", copies.get(0).mkString(" ").replaceAll(" [^ ]*$", ""));
    assertEquals(PictureFeed.base64(HELD), PictureFeed.base64(copies.get(0).getAs("bytes")));

    JsonNode verified = done(MORNING, "--json", "purge", "verify", "--plan", digest).record();
    assertEquals(0, verified.at("/counts/findings").asLong());
    Path certificate = Path.of(verified.at("/details/certificate").asText());
    assertTrue(Files.readString(certificate).contains("\"table\" : \"images\""));

    done(MORNING, "hold", "close", "h-1", "--authority", "case dismissed");
    String next = "2026-06-21T06:00:00Z";
    String second = plan(next);
    done(next, "purge", "run", "--plan", second, "--image-refs", refs("2"));
    assertEquals(
        List.of("{\"agency\":\"county-9\",\"feed\":\"f-9\",\"reference\":\"store/e3\"}"),
        Files.readAllLines(Path.of(refs("2"))));
    assertFalse(PictureFeed.lies(root, HELD));
    done(next, "purge", "verify", "--plan", second);
  }

  @Tag("long")
  @Test
  void shouldFindAPictureThatSomebodyPutBackAndKeepAnothersReferences() throws IOException {
    Path images = root.resolve("images/purpose=criminal/date=2026-06-01");
    Path kept = folder.resolve("backup.parquet");
    try (Stream<Path> files = Files.list(images)) {
      Files.copy(files.filter(f -> f.toString().endsWith(".parquet")).findFirst().get(), kept);
    }
    String digest = plan(NIGHT);
    Files.writeString(Path.of(refs("1")), "of another purge\n");
    CliRun taken =
        CliRun.at(root, NIGHT, "purge", "run", "--plan", digest, "--image-refs", refs("1"));
    assertEquals(2, taken.code(), taken.all());
    assertEquals("of another purge\n", Files.readString(Path.of(refs("1"))));
    assertEquals(7, lake.read(Table.READS).count());

    done(NIGHT, "purge", "run", "--plan", digest);
    CliRun late =
        CliRun.at(root, NIGHT, "purge", "run", "--plan", digest, "--image-refs", refs("2"));
    assertEquals(3, late.code(), late.all());
    assertFalse(Files.exists(Path.of(refs("2"))));
    Files.createDirectories(images);
    Files.copy(kept, images.resolve("part-back.parquet"));
    CliRun verify = CliRun.at(root, MORNING, "purge", "verify", "--plan", digest);
    assertEquals(4, verify.code(), verify.all());
    assertTrue(verify.out().contains("images/purpose=criminal/date=2026-06-01"), verify.out());
  }

  private String refs(String run) {
    return folder.resolve("refs-" + run + ".jsonl").toString();
  }

  private static String line(String event, String at, String plate, byte[] picture) {
    String crop = picture == null ? null : PictureFeed.base64(picture);
    return PictureFeed.line(event, "cam-1", at, plate, crop, null);
  }

  private String plan(String asOf) {
    return done(asOf, "--json", "purge", "plan").record().at("/details/plan_digest").asText();
  }

  private CliRun done(String asOf, String... command) {
    CliRun run = CliRun.at(root, asOf, command);
    assertEquals(0, run.code(), run.all());
    return run;
  }
}
