package io.platelake.lake.proof.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.proof.ProofSession;
import io.platelake.lake.proof.files.CaptureTimes.Oldest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("lake")
class CaptureTimesTest {
  private static final Instant EARLY = Instant.parse("2026-10-20T03:04:05.678Z");
  private static final Instant LATE = Instant.parse("2026-10-21T03:04:05.678Z");

  @TempDir Path folder;

  /** Rows of {@code agency, time}; a dash stands for null. */
  private StoredFile file(String timeType, String... rows) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional binary agency_id (STRING); optional " + timeType + "; }");
    Path path = folder.resolve("f.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path)).withType(schema).build()) {
      for (String row : rows) {
        String[] cells = row.split(" ");
        Group group = new SimpleGroup(schema);
        if (!cells[0].equals("-")) {
          group.add("agency_id", cells[0]);
        }
        if (!cells[1].equals("-")) {
          time(group, timeType, cells[1].equals("early") ? EARLY : LATE);
        }
        writer.write(group);
      }
    }
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(folder.toUri());
    return FileListing.of(ProofSession.files(), root).files().get("f.parquet");
  }

  private static void time(Group group, String type, Instant at) {
    if (type.startsWith("int96")) {
      long dayMillis = 86_400_000L;
      ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(at.toEpochMilli() % dayMillis * 1_000_000L);
      bytes.putInt((int) (at.toEpochMilli() / dayMillis) + 2_440_588);
      group.add("captured_at", Binary.fromConstantByteArray(bytes.array()));
    } else {
      long factor = type.contains("MILLIS") ? 1 : type.contains("MICROS") ? 1_000 : 1_000_000;
      group.add("captured_at", at.toEpochMilli() * factor);
    }
  }

  private static Oldest oldest(Instant at, int undated) {
    return new Oldest(Optional.ofNullable(at), undated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int96 captured_at",
        "int64 captured_at (TIMESTAMP(MILLIS,true))",
        "int64 captured_at (TIMESTAMP(MICROS,true))",
        "int64 captured_at (TIMESTAMP(NANOS,true))"
      })
  void shouldFindTheOldestTimeOverAllAndPerAgency(String type) throws IOException {
    StoredFile file = file(type, "a late", "b early", "a -", "- late");

    assertEquals(Optional.of(Map.of("", oldest(EARLY, 1))), CaptureTimes.read(file, false));
    assertEquals(
        Optional.of(Map.of("a", oldest(LATE, 1), "b", oldest(EARLY, 0), "", oldest(LATE, 0))),
        CaptureTimes.read(file, true));
  }

  @Test
  void shouldTakeTheAgencyOfAFileFromItsStatisticsWhenThereIsOnlyOne() throws IOException {
    StoredFile file = file("int64 captured_at (TIMESTAMP(MICROS,true))", "a late", "a early");

    assertEquals(Optional.of(Map.of("a", oldest(EARLY, 0))), CaptureTimes.read(file, true));
  }

  @Test
  void shouldCountRowsWithoutATimeWhereNoneHasOne() throws IOException {
    StoredFile file = file("int64 captured_at (TIMESTAMP(MICROS,true))", "a -", "a -");

    assertEquals(Optional.of(Map.of("", oldest(null, 2))), CaptureTimes.read(file, false));
  }

  @Test
  void shouldNotGuessATimeFromAnotherTypeOrColumn() throws IOException {
    assertEquals(Optional.empty(), CaptureTimes.read(file("int64 captured_at", "a late"), false));
  }
}
