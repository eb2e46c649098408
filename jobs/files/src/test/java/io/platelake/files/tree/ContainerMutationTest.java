package io.platelake.files.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.record.RawRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Parquet and Avro files damaged at random from a fixed seed: nothing throws, nothing takes the
 * memory that a damaged length asks for, every record has its outcome with a place of its own, and
 * no text that could reach a log spells a plate.
 */
class ContainerMutationTest {
  private static final long SEED = 20_260_602;
  private static final String PLATE = "TST";
  private static final int ROWS = 120;

  private static final FeedDefinition FEED =
      Samples.feed(
          """
          confidence_scale: unit
          mapping:
            format: parquet
            fields: {plate: plate, camera: cam, captured_at: at, confidence: score}
            candidates: [{path: more, plate: p}]
            images: [{kind: plate_crop, path: crop}]
          """);

  private record Case(String name, boolean avro, byte[] file) {}

  private static final List<Case> CASES = cases();

  @Test
  void shouldReadThemWhole() {
    for (Case each : CASES) {
      List<RecordResult> outcomes = Samples.outcomes(FEED, records(each, each.file()));
      assertEquals(ROWS, outcomes.size(), each.name());
      assertTrue(
          outcomes.stream().allMatch(o -> o.parsed() instanceof ParsedRead.Read), each.name());
    }
  }

  @Test
  void shouldAccountForFifteenHundredDamagedFiles() {
    run(1_500);
  }

  @Test
  @Tag("long")
  void shouldAccountForAQuarterOfAMillionDamagedFiles() {
    run(250_000);
  }

  private static void run(int runs) {
    for (int run = 0; run < runs; run++) {
      Random random = new Random(SEED + run);
      Case picked = CASES.get(run % CASES.size());
      byte[] file = damaged(picked.file(), random);
      try {
        check(records(picked, file), file);
      } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError("run " + run + " of " + picked.name(), e);
      }
    }
  }

  private static void check(List<RawRecord> records, byte[] file) {
    Set<String> places = new HashSet<>();
    long previous = -1;
    List<RecordResult> outcomes = Samples.outcomes(FEED, records);
    for (RecordResult outcome : outcomes) {
      RawRecord raw = outcome.raw();
      assertTrue(raw.line() >= 1, "line");
      assertTrue(raw.offset() >= previous, "offset");
      previous = raw.offset();
      assertTrue(places.add(raw.offset() + "#" + outcome.index()), "two outcomes in one place");
      assertTrue(outcome.payload().length() <= RawRecord.PAYLOAD_LIMIT, "payload");
      assertFalse(outcome.toString().contains(PLATE), "a plate in the text of an outcome");
      if (outcome.parsed() instanceof ParsedRead.Defect defect) {
        assertFalse(defect.place().contains(PLATE), "a plate in the place of a defect");
      }
    }
    boolean told = outcomes.stream().anyMatch(o -> o.parsed() instanceof ParsedRead.Defect);
    assertTrue(
        told || outcomes.size() == ROWS || file.length == 0 || endsAtMarker(file),
        () -> "rows are lost, and nothing says so: " + outcomes.size());
  }

  /** Cut there, an Avro file is a whole one with fewer blocks: the format has no end. */
  private static boolean endsAtMarker(byte[] file) {
    byte[] marker = Samples.SYNC;
    int from = file.length - marker.length;
    return from > 0 && Arrays.equals(file, from, file.length, marker, 0, marker.length);
  }

  private static List<RawRecord> records(Case of, byte[] file) {
    return of.avro() ? Samples.avroRecords(FEED, file) : Samples.parquetRecords(FEED, file);
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] bytes = file.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      if (bytes.length == 0) {
        return bytes;
      }
      // Heads and tails hold what the rest is understood by.
      int near = Math.min(bytes.length, 600);
      int at =
          switch (random.nextInt(3)) {
            case 0 -> random.nextInt(near);
            case 1 -> bytes.length - 1 - random.nextInt(near);
            default -> random.nextInt(bytes.length);
          };
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 5), (byte) 0xFF);
        case 3 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
        case 4 -> bytes = spliced(bytes, at, random.nextInt(40), new byte[0]);
        case 5 -> bytes = spliced(bytes, at, 0, new byte[random.nextInt(40)]);
        default -> bytes[at] = (byte) (random.nextBoolean() ? 0x7F : 0x80);
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int out, byte[] in) {
    int rest = Math.min(bytes.length, at + out);
    byte[] spliced = Arrays.copyOf(bytes, at + in.length + bytes.length - rest);
    System.arraycopy(in, 0, spliced, at, in.length);
    System.arraycopy(bytes, rest, spliced, at + in.length, bytes.length - rest);
    return spliced;
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (WriterVersion version : WriterVersion.values()) {
      for (CompressionCodecName codec :
          List.of(
              CompressionCodecName.UNCOMPRESSED,
              CompressionCodecName.SNAPPY,
              CompressionCodecName.GZIP,
              CompressionCodecName.ZSTD,
              CompressionCodecName.LZ4_RAW)) {
        for (boolean dictionary : new boolean[] {true, false}) {
          cases.add(new Case(version + " " + codec, false, parquet(version, codec, dictionary)));
        }
      }
    }
    for (CodecFactory codec :
        List.of(
            CodecFactory.nullCodec(),
            CodecFactory.deflateCodec(6),
            CodecFactory.snappyCodec(),
            CodecFactory.zstandardCodec(3))) {
      cases.add(new Case("avro " + codec, true, avro(codec)));
    }
    return List.copyOf(cases);
  }

  private static byte[] parquet(
      WriterVersion version, CompressionCodecName codec, boolean dictionary) {
    return Samples.parquet(
        """
        message read {
          required binary plate (STRING);
          optional binary cam (STRING);
          required int64 at (TIMESTAMP(MICROS,true));
          optional float score;
          optional boolean lost;
          optional binary crop;
          optional group more (LIST) { repeated group list { required group element {
            required binary p (STRING); } } }
        }
        """,
        // Without checksums, so that damage reaches the decoder.
        o ->
            o.withWriterVersion(version)
                .withCompressionCodec(codec)
                .withDictionaryEncoding(dictionary)
                .withPageWriteChecksumEnabled(false)
                .withRowGroupSize(2_000L)
                .withMinRowCountForPageSizeCheck(10)
                .withMaxRowCountForPageSizeCheck(20)
                .withPageSize(200),
        ROWS,
        (row, i) -> {
          row.append("plate", PLATE + (1000 + i)).append("cam", "cam-" + i % 3);
          row.append("at", 1_780_387_200_000_000L + i).append("score", 0.5f);
          if (i % 2 == 0) {
            row.append("lost", i % 4 == 0);
          }
          row.addGroup("more").addGroup("list").addGroup("element").append("p", PLATE + i);
        });
  }

  private static byte[] avro(CodecFactory codec) {
    return Samples.avro(
        """
        {"type": "record", "name": "read", "fields": [
          {"name": "plate", "type": "string"},
          {"name": "cam", "type": ["null", "string"]},
          {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
          {"name": "score", "type": "float"},
          {"name": "crop", "type": ["null", "bytes"]},
          {"name": "more", "type": {"type": "array", "items":
            {"type": "record", "name": "more", "fields": [{"name": "p", "type": "string"}]}}}]}
        """,
        codec,
        ROWS,
        (record, i) -> {
          record.put("plate", PLATE + (1000 + i));
          record.put("cam", "cam-" + i % 3);
          record.put("at", 1_780_387_200_000_000L + i);
          record.put("score", 0.5f);
          GenericData.Record more =
              new GenericData.Record(record.getSchema().getField("more").schema().getElementType());
          more.put("p", PLATE + i);
          record.put("more", List.of(more));
        });
  }
}
