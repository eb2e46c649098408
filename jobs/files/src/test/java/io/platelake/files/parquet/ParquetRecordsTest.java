package io.platelake.files.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.record.RawRecord;
import io.platelake.files.tree.Samples;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetRecordsTest {
  private static final FeedDefinition FEED =
      Samples.feed(
          """
          mapping:
            format: parquet
            fields: {plate: plate, camera: cam, captured_at: at}
          """);

  private static final String READ =
      """
      message read {
        optional binary plate (STRING);
        required binary cam (STRING);
        required int64 at (TIMESTAMP(MILLIS,true));
      }
      """;

  private static byte[] reads(CompressionCodecName codec, int rows) {
    return Samples.parquet(
        READ,
        o -> o.withCompressionCodec(codec).withRowGroupSize(4_000L),
        rows,
        (row, i) ->
            row.append("plate", "TST" + (1000 + i))
                .append("cam", "c")
                .append("at", 1_780_387_200_000L + i));
  }

  private static List<String> words(byte[] file) {
    return Samples.words(FEED, Samples.parquetRecords(FEED, file));
  }

  private static String message(byte[] file) {
    List<RawRecord> records = Samples.parquetRecords(FEED, file);
    return records.get(records.size() - 1).payload();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void shouldReadEveryRowHoweverPagesArePacked(CompressionCodecName codec) {
    List<RawRecord> records = Samples.parquetRecords(FEED, reads(codec, 2_000));
    assertEquals(2_000, records.size());
    assertEquals(2_000, records.get(1_999).line());
    assertEquals("TST2999", Samples.words(FEED, records).get(1_999));
    assertEquals(List.of(), Samples.parquetRecords(FEED, reads(codec, 0)));
    assertEquals(List.of(), Samples.parquetRecords(FEED, new byte[0]));
  }

  @Test
  void shouldWriteValuesAsJsonWould() {
    byte[] file =
        Samples.parquet(
            """
            message all {
              required boolean flag;
              required int32 whole;
              required int64 large (INTEGER(64,false));
              required int32 small (INTEGER(8,false));
              required float real;
              required double nan;
              required int32 money (DECIMAL(9,4));
              required fixed_len_byte_array(9) id (DECIMAL(20,0));
              required int64 ms (TIMESTAMP(MILLIS,true));
              required int64 us (TIMESTAMP(MICROS,false));
              required int64 ns (TIMESTAMP(NANOS,true));
              required int96 old;
              required int32 day (DATE);
              required int32 time (TIME(MILLIS,true));
              required binary kind (ENUM);
              required fixed_len_byte_array(16) uuid (UUID);
              required fixed_len_byte_array(2) half (FLOAT16);
              required binary text;
              required binary bytes;
              optional binary none (STRING);
            }
            """,
            o -> {},
            1,
            (row, i) -> {
              row.append("flag", true)
                  .append("whole", -7)
                  .append("large", -1L)
                  .append("small", 200);
              row.append("real", 0.9f).append("nan", Double.NaN).append("money", -471_234);
              row.append("id", decimal("18446744073709551617", 9));
              row.append("ms", -1L).append("us", 1_780_387_200_123_456L);
              row.append("ns", 1_780_387_200_123_456_789L).append("old", int96());
              row.append("day", 20_606).append("time", 28_800_000).append("kind", "CAR");
              row.append("uuid", Binary.fromConstantByteArray(new byte[16]));
              row.append("half", Binary.fromConstantByteArray(new byte[] {0, 0x38}));
              row.append("text", "Zürich");
              row.append("bytes", Binary.fromConstantByteArray(new byte[] {(byte) 0xFF, 0}));
            });
    assertEquals(
        "{\"flag\":true,\"whole\":-7,\"large\":\"18446744073709551615\",\"small\":200,\"real\":0.9,"
            + "\"nan\":\"NaN\",\"money\":-47.1234,\"id\":\"18446744073709551617\","
            + "\"ms\":\"1969-12-31T23:59:59.999Z\",\"us\":\"2026-06-02T08:00:00.123456\","
            + "\"ns\":\"2026-06-02T08:00:00.123456789Z\",\"old\":\"2026-06-02T08:00:00Z\","
            + "\"day\":\"2026-06-02\",\"time\":\"08:00:00\",\"kind\":\"CAR\","
            + "\"uuid\":\"00000000-0000-0000-0000-000000000000\",\"half\":0.5,"
            + "\"text\":\"Zürich\",\"bytes\":\"/wA=\",\"none\":null}",
        Samples.parquetRecords(all("flag"), file).get(0).payload());
  }

  @Test
  void shouldReadNestedFieldsListsAndMaps() {
    byte[] file =
        Samples.parquet(
            """
            message nested {
              required group a { optional binary b (STRING); repeated int32 r; }
              optional group l (LIST) { repeated group list { optional binary element (STRING); } }
              optional group o (LIST) { repeated group array { required int32 x; required int32 y; } }
              optional group p (LIST) { repeated int32 element; }
              optional group m (MAP) { repeated group key_value {
                required binary key (STRING); optional int32 value; } }
            }
            """,
            o -> {},
            2,
            (row, i) -> {
              Group a = row.addGroup("a");
              if (i == 0) {
                a.append("b", "x").append("r", 1).append("r", 2);
                Group list = row.addGroup("l");
                list.addGroup("list").append("element", "y");
                list.addGroup("list");
                row.addGroup("o").addGroup("array").append("x", 3).append("y", 4);
                row.addGroup("p").append("element", 5);
                row.addGroup("m").addGroup("key_value").append("key", "k").append("value", 6);
              }
            });
    List<RawRecord> records = Samples.parquetRecords(all("a.b"), file);
    assertEquals(
        "{\"a\":{\"b\":\"x\",\"r\":[1,2]},\"l\":[\"y\",null],\"o\":[{\"x\":3,\"y\":4}],\"p\":[5],"
            + "\"m\":{\"k\":6}}",
        records.get(0).payload());
    assertEquals(
        "{\"a\":{\"b\":null,\"r\":[]},\"l\":null,\"o\":null,\"p\":null,\"m\":null}",
        records.get(1).payload());
    for (String path : List.of("a.r.0", "l.1", "o.0.x", "p.0", "m.anything", "m")) {
      assertEquals(2, Samples.parquetRecords(all(path), file).size(), path);
    }
    for (String path : List.of("b", "a.c", "l.list", "l.0.element", "o.x", "a.b.c")) {
      String message = Samples.parquetRecords(all(path), file).get(0).payload();
      assertTrue(message.contains("has no column " + path + " for camera"), message);
    }
  }

  @Test
  void shouldTellNullFromAColumnThatIsNotThere() {
    byte[] file =
        Samples.parquet(
            READ, o -> {}, 1, (row, i) -> row.append("cam", "c").append("at", 1_780_387_200_000L));
    assertEquals(List.of("NO_PLATE"), words(file));
    FeedDefinition other =
        Samples.feed(
            """
            mapping:
              format: parquet
              fields: {plate: plate_no, camera: cam, captured_at: at}
            """);
    List<RawRecord> records = Samples.parquetRecords(other, file);
    assertEquals(List.of("MALFORMED", "MALFORMED"), Samples.words(other, records));
    assertEquals(
        "the file has no column plate_no for plate. Correct mapping.fields of feed f-1, or ask the"
            + " sender for the columns that it maps.",
        records.get(0).payload());
    assertTrue(records.get(1).payload().startsWith("{\"plate\":null"), "the row itself");
  }

  @Test
  void shouldAccountForAFileThatIsCutAnywhere() {
    byte[] whole = reads(CompressionCodecName.SNAPPY, 300);
    for (int length = 1; length < whole.length; length += 7) {
      assertEquals(
          List.of("ARCHIVE_BROKEN"), words(Arrays.copyOf(whole, length)), "cut at " + length);
    }
    assertTrue(message(Arrays.copyOf(whole, 500)).contains("no footer: it is truncated"));
  }

  @Test
  void shouldSayWhatElseTheFileIs() {
    assertTrue(message("plate,cam\n1,2\n".getBytes()).startsWith("this is no Parquet file"));
    byte[] whole = reads(CompressionCodecName.SNAPPY, 3);
    byte[] encrypted = whole.clone();
    encrypted[whole.length - 1] = 'E';
    assertTrue(message(encrypted).startsWith("the Parquet file is encrypted"));
    byte[] footer = whole.clone();
    Arrays.fill(footer, whole.length - 8, whole.length - 4, (byte) 0x7F);
    assertTrue(message(footer).startsWith("the footer of the Parquet file is damaged"));
  }

  @Test
  void shouldLoseNoMoreThanTheRowGroupThatIsDamaged() {
    byte[] whole = reads(CompressionCodecName.UNCOMPRESSED, 2_000);
    int groups = (int) words(whole).stream().distinct().count();
    assertEquals(2_000, groups);
    byte[] damaged = whole.clone();
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("TST1000") + 3;
    damaged[at] ^= 1;
    List<String> words = words(damaged);
    assertEquals("ARCHIVE_BROKEN", words.get(0), "its checksum tells");
    assertEquals("TST2999", words.get(words.size() - 1));
    assertEquals(1, words.stream().filter("ARCHIVE_BROKEN"::equals).count());
    assertEquals(
        "row group 1", Samples.faults(FEED, Samples.parquetRecords(FEED, damaged)).get(0).at());
  }

  @Test
  void shouldSayWhichColumnIsDamaged() {
    byte[] zeros =
        Samples.parquet(
            "message bomb { required binary x (STRING); required binary other (STRING); }",
            o -> o.withCompressionCodec(CompressionCodecName.ZSTD).withDictionaryEncoding(false),
            40,
            (row, i) -> row.append("x", "x").append("other", "0".repeat(1 << 20)));
    assertEquals(
        "row group 1, column ...",
        Samples.faults(all("x"), Samples.parquetRecords(all("x"), zeros)).get(0).at(),
        "a column that the feed does not name");
    assertEquals(
        "row group 1, column other",
        Samples.faults(all("other"), Samples.parquetRecords(all("other"), zeros)).get(0).at());
  }

  @Test
  void shouldStopAtBombs() {
    String wide = "required binary x (STRING);";
    byte[] zeros =
        Samples.parquet(
            "message bomb { " + wide + " }",
            o -> o.withCompressionCodec(CompressionCodecName.ZSTD).withDictionaryEncoding(false),
            40,
            (row, i) -> row.append("x", "0".repeat(1 << 20)));
    assertEquals(
        "ARCHIVE_LIMIT", Samples.words(all("x"), Samples.parquetRecords(all("x"), zeros)).get(0));
    byte[] nulls =
        Samples.parquet("message bomb { optional int32 x; }", o -> {}, 1_000_001, (row, i) -> {});
    assertEquals(
        List.of("ARCHIVE_LIMIT"), Samples.words(all("x"), Samples.parquetRecords(all("x"), nulls)));
    StringBuilder columns = new StringBuilder("message bomb { required int32 x;");
    for (int i = 0; i < 10_000; i++) {
      columns.append("optional int32 c").append(i).append(';');
    }
    byte[] many = Samples.parquet(columns + "}", o -> {}, 1, (row, i) -> row.append("x", 1));
    assertTrue(Samples.parquetRecords(all("x"), many).get(0).payload().contains("10000 columns"));
    String deep = "optional group g { ".repeat(70) + "optional int32 x;" + "}".repeat(70);
    byte[] nested = Samples.parquet("message bomb { " + deep + "}", o -> {}, 1, (row, i) -> {});
    assertTrue(Samples.parquetRecords(all("g"), nested).get(0).payload().contains("nest too deep"));
  }

  @Test
  void shouldAccountForARecordAboveTheLimit() {
    byte[] file =
        Samples.parquet(
            "message large { required binary cam; repeated int32 x; }",
            o -> o.withCompressionCodec(CompressionCodecName.SNAPPY),
            3,
            (row, i) -> {
              row.append("cam", "c" + i);
              for (int n = 0; i == 1 && n < 600_000; n++) {
                row.append("x", n);
              }
            });
    List<RawRecord> records = Samples.parquetRecords(all("cam"), file);
    assertEquals(3, records.size());
    RawRecord.Broken large = (RawRecord.Broken) records.get(1);
    assertEquals("the record is larger than the limit", large.place());
    assertTrue(records.get(2).payload().startsWith("{\"cam\":\"c2\""), "the next one is whole");
  }

  /** A mapping whose camera stands at the path. */
  private static FeedDefinition all(String path) {
    return Samples.feed(
        """
        mapping:
          format: parquet
          fields: {plate: %s, camera: %s, captured_at: %s}
        """
            .formatted(path, path, path));
  }

  private static Binary decimal(String unscaled, int length) {
    byte[] bytes = new byte[length];
    byte[] digits = new BigDecimal(unscaled).unscaledValue().toByteArray();
    System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }

  private static Binary int96() {
    ByteBuffer parts = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    return Binary.fromConstantByteArray(
        parts.putLong(28_800_000_000_000L).putInt(2_440_588 + 20_606).array());
  }
}
