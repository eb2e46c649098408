package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSV feed of two cameras, one of them at a school; landed on 2 June at noon. */
@Tag("lake")
class LandTest {
  private static final String NOON = "2026-06-02T12:00:00Z";

  @TempDir Path folder;
  private FeedFolder feed;
  private Path raw;
  private Lake lake;

  @BeforeEach
  void setUp() {
    feed = new FeedFolder(folder);
    feed.csv("keep");
    raw = folder.resolve("raw");
    lake = feed.lake();
  }

  @Test
  void shouldGiveEveryRecordOneFate() throws IOException {
    feed.write(
        "raw/a.csv",
        """
        id,cam,at,plate,state,conf
        e1,cam-1,2026-06-02T08:00:00Z,ABC-1234,WA,0.9
        e1,cam-1,2026-06-02T08:00:00Z,ABC-1234,WA,0.9
        e2,cam-2,2026-06-02T08:00:00Z,SCH0001,WA,0.9
        e3,cam-2,2026-06-01T11:59:59Z,BEF0RE1,WA,0.9
        e4,cam-1,2026-05-12T11:00:00Z,LATE111,WA,0.9
        e5,cam-1,2026-05-13T11:00:00Z,SOON111,WA,0.9
        e6,cam-1,2026-06-02T13:00:00Z,NEXT111,WA,0.9
        e7,cam-1,1999-01-01T00:00:00Z,OLD1111,WA,0.9
        e8,cam-9,2026-06-02T08:00:00Z,WHAT111,WA,0.9
        e9,cam-1,2026-06-02T08:00:00Z,,WA,0.9
        e10,cam-1,yesterday,TIME111,WA,0.9
        e11,cam-2,yesterday,SCH0002,WA,0.9
        e12,cam-2,2026-06-02T08:00:00Z,SCH0003,WA,high
        e13,cam-2,2026-06-02T08:00:00Z,SCH0004-IS-NO-PLATE,WA,0.9
        e14,cam-2,2026-06-01T11:00:00Z,BEF0RE2-IS-NO-PLATE,WA,0.9
        broken
        """);
    JsonNode counts = land().path("counts");
    assertEquals(16, counts.path("records").asLong());
    assertEquals(2, counts.path("kept").asLong());
    assertEquals(1, counts.path("duplicate").asLong());
    assertEquals(4, counts.path("excluded").asLong());
    assertEquals(5, counts.path("refused").asLong());
    assertEquals(4, counts.path("quarantined").asLong());
    Rows.assertRows(
        """
        plate   | state | camera_id | captured_at          | lat   | source | date
        ABC1234 | WA    | cam-1     | 2026-06-02T08:00:00Z | 47.05 | f-1    | 2026-06-02
        BEF0RE1 | WA    | cam-2     | 11:59:59             | 47.06 | f-1    | 2026-06-01
        """,
        lake.read(Table.READS, "criminal"));
    Rows.assertRows(
        """
        camera_id | zone_id | zone_kind         | hour                 | reads
        cam-2     | z-1     | elementary_school | 2026-06-02T08:00:00Z | 3
        cam-2     | z-1     | elementary_school | 2026-06-02T12:00:00Z | 1
        """,
        lake.read(Table.EXCLUSIONS));
    Rows.assertRows(
        """
        reason              | position
        UNREGISTERED_CAMERA | 10
        NO_TIME             | 12
        BAD_PLATE           | 16
        MALFORMED           | 17
        """,
        lake.read(Table.QUARANTINE));
    JsonNode refused = refusedBy();
    assertEquals(
        "{CLOSED=0, EXPIRED=1, EXPIRES_BEFORE_PURGE=1, FUTURE=1, IMPLAUSIBLE_TIME=1, NO_PLATE=1}",
        "{CLOSED="
            + refused.path("CLOSED_DATE").asLong()
            + ", EXPIRED="
            + refused.path("EXPIRED").asLong()
            + ", EXPIRES_BEFORE_PURGE="
            + refused.path("EXPIRES_BEFORE_PURGE").asLong()
            + ", FUTURE="
            + refused.path("FUTURE").asLong()
            + ", IMPLAUSIBLE_TIME="
            + refused.path("IMPLAUSIBLE_TIME").asLong()
            + ", NO_PLATE="
            + refused.path("NO_PLATE").asLong()
            + "}");
  }

  @Test
  void shouldNameTheCameraThatStandsInAProtectedPlace() {
    CliRun check = feed.run(NOON, "zones", "check", "--agency", "city-2");
    assertEquals(4, check.code(), check.all());
    assertTrue(
        check
            .out()
            .matches(
                "cam-2 +in elementary_school +z-1\\R\\Rplace +kind +drawn as +buffer m"
                    + " +premises m2 +protected m2  remark\\R"
                    + "z-1 +elementary_school +point +150 +0 +70657  the buffer counts from .*\\R"),
        check.out());
  }

  @Test
  void shouldLandTheSameFileUnderAnyNameOnceAndTheSameEventOnce() throws IOException {
    String text =
        """
        id,cam,at,plate,state,conf
        e1,cam-1,2026-06-02T08:00:00Z,ABC1234,WA,0.9
        e2,cam-1,2026-06-02T09:00:00Z,DEF1234,WA,0.9
        """;
    feed.write("raw/a.csv", text);
    assertEquals(2, land().path("counts").path("kept").asLong());
    feed.write("raw/copy-of-a.csv", text);
    JsonNode again = land().path("counts");
    assertEquals(0, again.path("kept").asLong());
    assertEquals(1, again.path("files_known").asLong());
    assertEquals(2, again.path("duplicate").asLong());
    feed.write(
        "raw/b.csv",
        """
        id,cam,at,plate,state,conf
        e2,cam-1,2026-06-02T09:00:00Z,DEF1234,WA,0.9
        e3,cam-1,2026-06-02T10:00:00Z,GHI1234,WA,0.9
        """);
    JsonNode third = land().path("counts");
    assertEquals(1, third.path("kept").asLong());
    assertEquals(3, third.path("duplicate").asLong());
    assertEquals(3, lake.read(Table.READS, "criminal").count());
  }

  @Test
  void shouldLandTheSameInManyBatchesAsInOne() throws IOException {
    for (int file = 0; file < 6; file++) {
      StringBuilder text = new StringBuilder("id,cam,at,plate,state,conf\n");
      for (int i = 0; i < 5; i++) {
        // Two of five events are those of the file before; some are made at the school.
        int event = 3 * file + i;
        text.append(
            "e%d,cam-%d,2026-06-02T08:%02d:00Z,ABC%04d,WA,0.9\n"
                .formatted(event, event % 6 == 2 ? 2 : 1, event, event));
      }
      feed.write("raw/" + file + ".csv", text.toString());
    }
    JsonNode one = land().path("counts");
    List<String> reads = readsWithoutBatch(lake);
    FeedFolder other = new FeedFolder(folder.resolve("other"));
    Lake many = other.lake();
    String[] inTwos = {
      "--json", "land", "--batch-bytes", "132000", "--feed", feed.feed(), raw.toString()
    };
    CliRun landed = other.run(NOON, inTwos);
    assertEquals(0, landed.code(), landed.all());
    assertEquals(one, landed.record().path("counts"));
    assertEquals(reads, readsWithoutBatch(many));
    Rows.assertRows(
        """
        batch_seq | count
        1         | 2
        2         | 2
        3         | 2
        """,
        many.read(Table.LANDING).groupBy("batch_seq").count());
    CliRun again = other.run(NOON, inTwos);
    assertEquals(6, again.record().path("counts").path("files_known").asLong());
    assertEquals(reads, readsWithoutBatch(many));
  }

  @Test
  void shouldRefuseABatchOfNothing() {
    CliRun wrong =
        feed.run(NOON, "land", "--batch-bytes", "0", "--feed", feed.feed(), raw.toString());
    assertEquals(2, wrong.code(), wrong.all());
    assertTrue(wrong.err().contains("--batch-bytes"), wrong.err());
  }

  private static List<String> readsWithoutBatch(Lake lake) {
    return lake.read(Table.READS, "criminal").drop("batch_id").toJSON().collectAsList().stream()
        .sorted()
        .toList();
  }

  @Test
  void shouldLeaveNothingOfAReadAtAProtectedPlace() throws IOException {
    feed.write(
        "raw/a.csv",
        """
        id,cam,at,plate,state,conf
        e2,cam-2,2026-06-02T08:00:00Z,SCHXYZ1,WA,0.9
        """);
    land();
    var needles = io.platelake.lake.proof.needle.Needles.of(List.of("SCHXYZ1"), List.of());
    var scan =
        io.platelake.lake.proof.needle.NeedleScanner.scan(lake.fileSystem(), lake.root(), needles);
    assertEquals(List.of(), scan.hits());
    assertEquals(1, lake.read(Table.EXCLUSIONS).count());
  }

  @Test
  void shouldDeleteLandedFilesWhereTheFeedSaysSo() throws IOException {
    feed.csv("delete");
    feed.write(
        "raw/a.csv",
        """
        id,cam,at,plate,state,conf
        e1,cam-1,2026-06-02T08:00:00Z,ABC1234,WA,0.9
        """);
    land();
    assertFalse(Files.exists(raw.resolve("a.csv")));
    assertEquals(1, lake.read(Table.READS, "criminal").count());
  }

  @Test
  void shouldRefuseAPurposeThePolicyDoesNotName() throws IOException {
    Path definition = Path.of(feed.feed());
    Files.writeString(definition, Files.readString(definition).replace("criminal", "curiosity"));
    feed.write("raw/a.csv", "id,cam,at,plate,state,conf\n");
    CliRun refused = feed.run(NOON, "land", "--feed", feed.feed(), raw.toString());
    assertEquals(3, refused.code(), refused.all());
    assertTrue(refused.err().contains("curiosity"), refused.err());
    assertEquals(0, lake.read(Table.LANDING).count());
  }

  @Test
  void shouldAccountForAFileWithoutRecords() throws IOException {
    feed.write("raw/a.csv", "id,cam,at,plate,state,conf\n");
    assertEquals(0, land().path("counts").path("records").asLong());
    Rows.assertRows(
        """
        state | records | kept
        done  | 0       | 0
        """,
        lake.read(Table.LANDING));
  }

  private JsonNode refusedBy() {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .valueToTree(
            lake.read(Table.LANDING).select("refused_by").first().<String, Long>getJavaMap(0));
  }

  private JsonNode land() {
    return feed.land(NOON, raw);
  }
}
