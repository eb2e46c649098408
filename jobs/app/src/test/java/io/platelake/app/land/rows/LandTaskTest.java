package io.platelake.app.land.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.TestPolicies;
import io.platelake.app.land.files.FilePart;
import io.platelake.app.land.files.RawFile;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.CameraPositions;
import io.platelake.core.land.Deployment;
import io.platelake.core.land.Fate;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.land.RecordPosition;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.zone.Geofence;
import io.platelake.files.tree.StorageFailure;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large file that is read in parts gives the rows, places and line numbers of one that is not.
 */
@Tag("lake")
class LandTaskTest {
  private static final Instant NOW = Instant.parse("2026-06-02T12:00:00Z");
  private static final FeedDefinition FEED =
      FeedDefinition.read(
          """
          id: f-1
          agency: city-2
          purpose: criminal
          adapter: openalpr
          time_zone: UTC
          confidence_scale: percent
          """,
          "f.yaml");

  @TempDir Path folder;

  @Test
  void shouldGiveTheSameWhereverTheFileIsCut() throws IOException {
    Path file = folder.resolve("raw.jsonl");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      // Every seventh is damaged, every eleventh of a camera nobody knows.
      text.append("{\"data_type\":\"alpr_group\",\"epoch_start\":")
          .append(Instant.parse("2026-06-02T08:00:00Z").toEpochMilli() + i)
          .append(",\"camera_id\":\"")
          .append(i % 11 == 0 ? "nobody" : "corner")
          .append("\",\"best_uuid\":\"u")
          .append(i / 2)
          .append("\",\"best_plate_number\":\"TST")
          .append(1000 + i)
          .append(i % 7 == 0 ? "}\n" : "\"}\n");
    }
    Files.writeString(file, text);
    long size = Files.size(file);
    List<String> whole = rows(List.of(new FilePart(0, copy(file), "d", 0, FilePart.END)));
    assertEquals(400, whole.size());
    for (long cut : new long[] {1, size / 3, size / 2 + 1, size - 2}) {
      assertEquals(
          whole,
          rows(
              List.of(
                  new FilePart(0, copy(file), "d", 0, cut),
                  new FilePart(0, copy(file), "d", cut, FilePart.END))));
    }
  }

  @Test
  void shouldNameNoFileWhenItIsGone() {
    RawFile.Copy gone = new RawFile.Copy(folder.resolve("TST1000.json").toString(), 3, 3);
    List<FilePart> parts = List.of(new FilePart(0, gone, "d".repeat(64), 0, FilePart.END));
    StorageFailure failure = assertThrows(StorageFailure.class, () -> rows(parts));
    assertEquals(
        "reading raw file dddddddddddddddd failed: FileNotFoundException", failure.getMessage());
    assertNull(failure.getCause());
    assertFalse(parts.toString().contains("TST1000"));
    assertFalse(
        new RawFile(List.of(gone), "d", 3, false, false, true).toString().contains("TST1000"));
  }

  @Test
  void shouldNoticeAFileThatIsNotWhatWasDigested() throws IOException {
    Path file = Files.writeString(folder.resolve("raw.jsonl"), "{}\n");
    RawFile.Copy before = copy(file);
    assertFalse(account(before).isChanged());
    Files.writeString(file, "{}\n{}\n");
    assertTrue(account(before).isChanged(), "another length");
    RawFile.Copy longer = copy(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(longer.modified() + 1));
    assertTrue(account(longer).isChanged(), "another time");
  }

  @Test
  void shouldCloseItsFileWhenTheTaskFails() throws IOException {
    String line =
        "{\"data_type\":\"alpr_group\",\"epoch_start\":1780387200000,\"camera_id\":\"nobody\"";
    Path file = folder.resolve("raw.jsonl");
    Files.writeString(file, (line + ",\"best_plate_number\":\"TST1000\"}\n").repeat(20_000));
    SparkHadoopUtil.get().conf().set("fs.counting.impl", CountingFiles.class.getName());
    RawFile.Copy counted = new RawFile.Copy("counting://" + file, Files.size(file), 0);
    ArrayList<FilePart> parts =
        new ArrayList<>(List.of(new FilePart(0, counted, "d", 0, FilePart.END)));
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
    PackedRules packed = PackedRules.of(rules().recipe(), Map.of(), spark);
    JavaRDD<LandedBlock> landed =
        spark
            .parallelize(List.of(new LandTask.Input(parts, packed)), 1)
            .mapPartitions(new LandTask());
    assertThrows(
        SparkException.class,
        () ->
            landed.foreachPartition(
                blocks -> {
                  blocks.next();
                  assertEquals(1, CountingFiles.OPEN.get());
                  throw new IllegalStateException("the task fails behind the first block");
                }));
    assertEquals(0, CountingFiles.OPEN.get());
    assertEquals(1, CountingFiles.OPENED.get());
  }

  /** Local files, of which it knows how many are open. */
  public static final class CountingFiles extends RawLocalFileSystem {
    static final AtomicInteger OPEN = new AtomicInteger();
    static final AtomicInteger OPENED = new AtomicInteger();

    @Override
    public URI getUri() {
      return URI.create("counting:///");
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
      OPENED.incrementAndGet();
      OPEN.incrementAndGet();
      return new FSDataInputStream(super.open(path, buffer).getWrappedStream()) {
        @Override
        public void close() throws IOException {
          OPEN.decrementAndGet();
          super.close();
        }
      };
    }
  }

  private static PartAccount account(RawFile.Copy copy) {
    List<LandedBlock> blocks = blocks(List.of(new FilePart(0, copy, "d", 0, FilePart.END)));
    return accounts(blocks).get(0);
  }

  private static List<PartAccount> accounts(List<LandedBlock> blocks) {
    return ((LandedBlock.Accounts) blocks.get(blocks.size() - 1)).parts();
  }

  private static RawFile.Copy copy(Path file) throws IOException {
    return new RawFile.Copy(
        file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis());
  }

  /** Place, fate and, of what is quarantined, line; in the order of the file. */
  private static List<String> rows(List<FilePart> parts) {
    List<LandedBlock> blocks = blocks(parts);
    List<PartAccount> accounts = accounts(blocks);
    LineNumbers lines = new LineNumbers(accounts);
    TreeMap<RecordPosition, String> rows = new TreeMap<>();
    for (LandedBlock block : blocks) {
      if (block instanceof LandedBlock.Rows ofFate) {
        RowBlock.Cursor cursor = ofFate.cursor();
        while (cursor.next()) {
          String line = "";
          if (ofFate.isRecords(Fate.QUARANTINED)) {
            long part = cursor.row().getLong(FateRows.QUARANTINED.fieldIndex("part"));
            line =
                " line "
                    + (lines.before(0, part)
                        + cursor.row().getLong(FateRows.QUARANTINED.fieldIndex("position")));
          }
          rows.put(cursor.place(), ofFate.fate() + line);
        }
      }
    }
    List<String> shown = new ArrayList<>();
    rows.forEach((place, what) -> shown.add(place.offset() + " " + what));
    return shown;
  }

  private static PackedRules.Rules rules() {
    LandingRulebook rules =
        new LandingRulebook(
            TestPolicies.waCityText(),
            "criminal",
            NOW,
            new CameraPositions(
                List.of(
                    new Deployment(
                        "corner", "street", 47.05, -122.9, Instant.EPOCH, Deployment.OPEN))),
            Geofence.of(List.of()),
            Set.of());
    Contracts contracts = Contracts.load();
    return new PackedRules.Rules(
        new FateRows.Recipe(
            FEED,
            rules,
            OcrClasses.GENETEC,
            contracts.get(Table.READS).schema(),
            contracts.get(Table.IMAGES).schema(),
            "b",
            NOW),
        new HashMap<>());
  }

  private static List<LandedBlock> blocks(List<FilePart> parts) {
    List<LandedBlock> blocks = new ArrayList<>();
    LandTask.blocks(parts, rules()).forEachRemaining(blocks::add);
    return blocks;
  }
}
