package io.platelake.files.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.record.Fault;
import io.platelake.core.record.RawRecord;
import io.platelake.files.tree.Samples;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroRecordsTest {
  private static final FeedDefinition FEED =
      Samples.feed(
          """
          mapping:
            format: avro
            fields: {plate: plate, camera: cam, captured_at: at}
          """);

  private static final String READ =
      """
      {"type": "record", "name": "read", "fields": [
        {"name": "plate", "type": ["null", "string"]},
        {"name": "cam", "type": "string"},
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}
      """;

  static Stream<CodecFactory> codecs() {
    return Stream.of(
        CodecFactory.nullCodec(),
        CodecFactory.deflateCodec(6),
        CodecFactory.snappyCodec(),
        CodecFactory.zstandardCodec(3));
  }

  private static byte[] reads(CodecFactory codec, int rows) {
    return Samples.avro(
        READ,
        codec,
        rows,
        (record, i) -> {
          record.put("plate", "TST" + (1000 + i));
          record.put("cam", "c");
          record.put("at", 1_780_387_200_000L + i);
        });
  }

  private static List<String> words(byte[] file) {
    return Samples.words(FEED, Samples.avroRecords(FEED, file));
  }

  private static String message(byte[] file) {
    return Samples.avroRecords(FEED, file).get(0).payload();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void shouldReadEveryRecordHoweverBlocksArePacked(CodecFactory codec) {
    List<String> words = words(reads(codec, 2_000));
    assertEquals(2_000, words.size());
    assertEquals("TST1000", words.get(0));
    assertEquals("TST2999", words.get(1_999));
    assertEquals(List.of(), words(reads(codec, 0)));
    assertEquals(List.of(), words(new byte[0]));
  }

  @Test
  void shouldWriteValuesAsJsonWould() {
    byte[] file =
        Samples.avro(
            """
            {"type": "record", "name": "all", "fields": [
              {"name": "flag", "type": "boolean"},
              {"name": "whole", "type": "int"},
              {"name": "real", "type": "float"},
              {"name": "money", "type": {"type": "bytes", "logicalType": "decimal",
                "precision": 9, "scale": 4}},
              {"name": "ms", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "us", "type": {"type": "long", "logicalType": "local-timestamp-micros"}},
              {"name": "ns", "type": {"type": "long", "logicalType": "timestamp-nanos"}},
              {"name": "day", "type": {"type": "int", "logicalType": "date"}},
              {"name": "time", "type": {"type": "int", "logicalType": "time-millis"}},
              {"name": "kind", "type": {"type": "enum", "name": "kind", "symbols": ["BUS", "CAR"]}},
              {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
              {"name": "four", "type": {"type": "fixed", "name": "four", "size": 4}},
              {"name": "text", "type": "bytes"},
              {"name": "union", "type": ["null", "int", {"type": "array", "items": "string"}]},
              {"name": "map", "type": {"type": "map", "values": ["null", "double"]}}]}
            """,
            CodecFactory.nullCodec(),
            1,
            (record, i) -> {
              record.put("flag", true);
              record.put("whole", -7);
              record.put("real", 0.9f);
              record.put("money", ByteBuffer.wrap(BigInteger.valueOf(-471_234).toByteArray()));
              record.put("ms", -1L);
              record.put("us", 1_780_387_200_123_456L);
              record.put("ns", 1_780_387_200_123_456_789L);
              record.put("day", 20_606);
              record.put("time", 28_800_000);
              record.put(
                  "kind",
                  new GenericData.EnumSymbol(record.getSchema().getField("kind").schema(), "CAR"));
              record.put("id", "00000000-0000-0000-0000-000000000000");
              record.put(
                  "four",
                  new GenericData.Fixed(
                      record.getSchema().getField("four").schema(),
                      new byte[] {(byte) 0xFF, 0, 0, 0}));
              record.put("text", ByteBuffer.wrap("Zürich".getBytes(StandardCharsets.UTF_8)));
              record.put("union", List.of("x", "y"));
              record.put("map", Map.of("k", 1.5));
            });
    assertEquals(
        "{\"flag\":true,\"whole\":-7,\"real\":0.9,\"money\":-47.1234,"
            + "\"ms\":\"1969-12-31T23:59:59.999Z\",\"us\":\"2026-06-02T08:00:00.123456\","
            + "\"ns\":\"2026-06-02T08:00:00.123456789Z\",\"day\":\"2026-06-02\","
            + "\"time\":\"08:00:00\",\"kind\":\"CAR\","
            + "\"id\":\"00000000-0000-0000-0000-000000000000\",\"four\":\"/wAAAA==\","
            + "\"text\":\"Zürich\",\"union\":[\"x\",\"y\"],\"map\":{\"k\":1.5}}",
        Samples.avroRecords(all("flag"), file).get(0).payload());
    for (String path : List.of("union.0", "map.anything", "kind")) {
      assertEquals(1, Samples.avroRecords(all(path), file).size(), path);
    }
    for (String path : List.of("union.x", "kind.x", "other")) {
      String message = Samples.avroRecords(all(path), file).get(0).payload();
      assertTrue(message.contains("has no column " + path + " for camera"), message);
    }
  }

  @Test
  void shouldKeepRecordsAroundADamagedBlock() {
    byte[] whole = reads(CodecFactory.snappyCodec(), 2_000);
    int all = words(whole).size();
    byte[] damaged = whole.clone();
    damaged[whole.length / 2] ^= 1;
    List<String> words = words(damaged);
    assertEquals(1, words.stream().filter("ARCHIVE_BROKEN"::equals).count());
    assertEquals("TST1000", words.get(0));
    assertEquals("TST2999", words.get(words.size() - 1));
    assertTrue(words.size() > all - 60, "a block is small");
  }

  @Test
  void shouldSayWhichBlockAndFieldIsDamaged() {
    byte[] whole = reads(CodecFactory.snappyCodec(), 2_000);
    byte[] block = whole.clone();
    block[whole.length / 2] ^= 1;
    assertTrue(fault(block).at().matches("block \\d+(, byte \\d+)?"), fault(block).at());
    byte[] plain = reads(CodecFactory.nullCodec(), 60);
    int at = new String(plain, StandardCharsets.ISO_8859_1).indexOf("TST1003") - 1;
    plain[at] = 0x7F;
    assertEquals("block 1, plate", fault(plain).at(), "a length of 64 characters below zero");
    byte[] branch = reads(CodecFactory.nullCodec(), 60);
    branch[at - 1] = 8;
    assertEquals("block 1, plate", fault(branch).at(), "there is no such type");
    assertEquals("", fault("plate,cam\n1,2\n".getBytes()).at(), "the file as a whole");
  }

  /** Of the first record that is none. */
  private static Fault fault(byte[] file) {
    return Samples.faults(FEED, Samples.avroRecords(FEED, file)).get(0);
  }

  @Test
  void shouldAccountForAFileThatIsCutAnywhere() {
    byte[] whole = reads(CodecFactory.nullCodec(), 60);
    List<String> all = words(whole);
    for (int length = 1; length < whole.length; length++) {
      List<String> words = words(Arrays.copyOf(whole, length));
      int read = (int) words.stream().filter(w -> w.startsWith("TST")).count();
      assertEquals(all.subList(0, read), words.subList(0, read), "cut at " + length);
      // Between two blocks nothing tells that more should follow: the format has no end.
      assertTrue(
          words.size() == read
              || words.subList(read, words.size()).equals(List.of("ARCHIVE_BROKEN")),
          "cut at " + length);
    }
  }

  @Test
  void shouldSayWhatElseTheFileIs() {
    assertTrue(message("plate,cam\n1,2\n".getBytes()).startsWith("this is no Avro file"));
    assertTrue(
        message(replaced("snappy", "sn@ppy")).startsWith("the Avro file is packed by a codec"));
    assertTrue(message(replaced("record", "rec0rd")).startsWith("the schema of the Avro file"));
    byte[] texts = "Obj\1\2\26avro.schema\20\"string\"\0".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(
        message(Arrays.copyOf(texts, texts.length + 16))
            .startsWith("the Avro file does not hold records"));
  }

  private static byte[] replaced(String old, String by) {
    String file = new String(reads(CodecFactory.snappyCodec(), 3), StandardCharsets.ISO_8859_1);
    return file.replaceFirst(old, by).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void shouldStopAtBombs() {
    String text = "{\"type\": \"record\", \"name\": \"r\", \"fields\": [%s]}";
    byte[] zeros =
        Samples.avro(
            text.formatted("{\"name\": \"x\", \"type\": \"string\"}"),
            CodecFactory.deflateCodec(9),
            40,
            (record, i) -> record.put("x", "0".repeat(1 << 20)));
    List<String> words = Samples.words(all("x"), Samples.avroRecords(all("x"), zeros));
    assertEquals("ARCHIVE_LIMIT", words.get(words.size() - 1));
    byte[] nulls =
        Samples.avro(
            text.formatted(
                "{\"name\": \"x\", \"type\": {\"type\": \"array\", \"items\": \"null\"}}"),
            CodecFactory.nullCodec(),
            1,
            (record, i) -> record.put("x", java.util.Collections.nCopies(600_000, null)));
    assertEquals(
        List.of("ARCHIVE_BROKEN"), Samples.words(all("x"), Samples.avroRecords(all("x"), nulls)));
    byte[] nothing =
        Samples.avro(
            text.formatted("{\"name\": \"x\", \"type\": \"null\"}"),
            CodecFactory.nullCodec(),
            1,
            (record, i) -> record.put("x", null));
    assertEquals(
        List.of("ARCHIVE_BROKEN"), Samples.words(all("x"), Samples.avroRecords(all("x"), nothing)));
    String list =
        "{\"name\": \"x\", \"type\": [\"null\", \"int\"]}, {\"name\": \"next\", \"type\": [\"null\", \"r\"]}";
    byte[] deep =
        Samples.avro(
            text.formatted(list),
            CodecFactory.nullCodec(),
            1,
            (record, i) -> {
              GenericData.Record inner = new GenericData.Record(record.getSchema());
              for (int n = 0; n < 100; n++) {
                GenericData.Record outer = new GenericData.Record(record.getSchema());
                outer.put("next", inner);
                inner = outer;
              }
              record.put("next", inner);
            });
    assertEquals(
        List.of("ARCHIVE_LIMIT"), Samples.words(all("x"), Samples.avroRecords(all("x"), deep)));
  }

  @Test
  void shouldAccountForARecordAboveTheLimit() {
    byte[] file =
        Samples.avro(
            READ,
            CodecFactory.snappyCodec(),
            3,
            (record, i) -> {
              record.put("plate", i == 1 ? "0".repeat(9 << 20) : "TST1");
              record.put("cam", "c");
              record.put("at", 1_780_387_200_000L + i);
            });
    List<RawRecord> records = Samples.avroRecords(FEED, file);
    assertEquals(List.of("TST1", "MALFORMED", "TST1"), Samples.words(FEED, records));
    assertEquals(
        "the record is larger than the limit", ((RawRecord.Broken) records.get(1)).place());
  }

  private static FeedDefinition all(String path) {
    return Samples.feed(
        """
        mapping:
          format: avro
          fields: {plate: %s, camera: %s, captured_at: %s}
        """
            .formatted(path, path, path));
  }
}
