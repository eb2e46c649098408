package io.platelake.lake.proof.needle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.proof.Erased;
import io.platelake.lake.proof.Plant;
import io.platelake.lake.proof.ProofSession;
import io.platelake.lake.proof.ReadsFixture;
import io.platelake.lake.proof.UnusedDictionaryEntry;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A needle in every hiding place, one row each, planted into a table that is clean without it. */
@Tag("lake")
class NeedleScannerTest {
  private static final String PLATE = "ZZ9QX4HTV7KB";
  private static final long KEY = 5_512_345_678_901_234_567L;
  private static final String SHORT = "Q7X";
  private static final Needles NEEDLES = Needles.of(List.of(PLATE, SHORT), List.of(KEY));

  @TempDir Path folder;

  private interface Hiding {
    void plant(Path root) throws IOException;
  }

  private static Arguments row(String path, String where, int needle, Hiding hiding) {
    return Arguments.of(path, where, needle, hiding);
  }

  private static Arguments parquet(
      String path, String where, int needle, String text, long number, String footer) {
    return row(
        path,
        where,
        needle,
        root -> Plant.parquet(root.resolve(path), text, number, new byte[] {0, 1}, footer));
  }

  private static Arguments bytes(String path, String where, int needle, byte[] bytes) {
    return row(path, where, needle, root -> Plant.write(root.resolve(path), bytes));
  }

  private static Arguments line(String path, String where, int needle, String text) {
    return row(path, where, needle, root -> Plant.line(root.resolve(path), text));
  }

  static Stream<Arguments> hidingPlaces() throws IOException {
    String commit = "_delta_log/00000000000000000003.json";
    String crc = "_delta_log/00000000000000000002.crc";
    String day = "purpose=parking/date=2026-10-20/";
    byte[] csv = ("plate,seen\n" + PLATE + ",1\n").getBytes(UTF_8);
    byte[] json = ("{\"read\":{\"key\":" + KEY + "}}").getBytes(UTF_8);
    return Stream.of(
        parquet(day + "part-9.parquet", "column deep.word", 0, PLATE, 1, ""),
        parquet(day + "part-9.parquet", "statistics of n (number)", 2, "", KEY, ""),
        parquet(day + "part-9.parquet", "column n (number)", 2, "", KEY, ""),
        parquet("deep/down/orphan.parquet", "column deep.word", 0, "seen " + PLATE + "!", 1, ""),
        parquet(
            "_delta_log/.00000000000000000009.checkpoint.parquet",
            "column deep.word",
            0,
            "{\"x\":\"" + PLATE + "\"}",
            1,
            ""),
        parquet("_x.parquet", "footer note", 0, "", 1, "of " + PLATE),
        parquet("odd-name", "column deep.word", 1, SHORT, 1, ""),
        row(
            "blob.parquet",
            "column blob > gzip > text",
            0,
            root -> Plant.parquet(root.resolve("blob.parquet"), "", 1, Plant.gzip(csv), "")),
        bytes(".hidden", "text", 0, csv),
        bytes("_tmp/.a/.b", "text", 0, csv),
        bytes("lower.txt", "text", 0, PLATE.toLowerCase(Locale.ROOT).getBytes(UTF_8)),
        bytes("short.csv", "text", 1, "a,q7x,b".getBytes(UTF_8)),
        bytes("short-end.txt", "text", 1, SHORT.getBytes(UTF_8)),
        bytes("notes.log", "text", 0, ("image/" + PLATE + "_1.jpg").getBytes(UTF_8)),
        bytes(
            "mixed.txt",
            "text (8 bytes little-endian)",
            2,
            ("text ".repeat(2000) + "\0")
                .concat(new String(Plant.eightBytes(KEY, ByteOrder.LITTLE_ENDIAN), ISO_8859_1))
                .getBytes(ISO_8859_1)),
        bytes("run.txt", "text (inside a longer run)", 0, ("x" + PLATE).getBytes(UTF_8)),
        bytes("run.txt", "text (inside a longer run)", 0, (PLATE + "x").getBytes(UTF_8)),
        line(
            crc,
            "field allFiles.stats.minValues.p",
            0,
            "{\"allFiles\":[{\"stats\":\"{\\\"minValues\\\":{\\\"p\\\":\\\""
                + PLATE
                + "\\\"}}\"}]}"),
        line(
            commit,
            "field commitInfo.operationParameters.predicate",
            0,
            "{\"commitInfo\":{\"operationParameters\":{\"predicate\":\"[\\\"(plate#1 = "
                + PLATE
                + ")\\\"]\"}}}"),
        line(commit, "field add.key (number)", 2, "{\"add\":{\"key\":" + KEY + "}}"),
        line(commit, "field add.key (number)", 2, "{\"add\":{\"key\":\"" + KEY + "\"}}"),
        line(commit, "field add.p", 0, "{\"add\":{\"p\":\"\\u005AZ9QX4HTV7KB\"}}"),
        line(commit, "field add.*** (name)", 0, "{\"add\":{\"" + PLATE + "\":1}}"),
        line(commit, "text", 0, "torn { " + PLATE),
        bytes("rows.json.gz", "gzip > field read.key (number)", 2, Plant.gzip(json)),
        bytes("rows.csv.gz", "gzip > text", 0, Plant.gzip(csv)),
        bytes("rows.csv.zst", "zstd > text", 0, Plant.zstd(csv)),
        bytes("rows.csv.zip", "zip > text", 0, Plant.zip("rows.csv", csv)),
        bytes("named.zip", "zip > entry name", 0, Plant.zip(PLATE, new byte[0])),
        bytes("twice", "gzip > zstd > text", 0, Plant.gzip(Plant.zstd(csv))),
        bytes("le.bin", "raw bytes (UTF-16LE)", 0, ("é" + PLATE).getBytes(UTF_16LE)),
        bytes("be.bin", "raw bytes (UTF-16BE)", 0, ("é" + PLATE).getBytes(UTF_16BE)),
        bytes(
            "le8.bin",
            "raw bytes (8 bytes little-endian)",
            2,
            Plant.eightBytes(KEY, ByteOrder.LITTLE_ENDIAN)),
        bytes(
            "be8.bin",
            "raw bytes (8 bytes big-endian)",
            2,
            Plant.eightBytes(KEY, ByteOrder.BIG_ENDIAN)),
        bytes("decimal.txt", "text (number)", 2, ("id=" + KEY + ";").getBytes(UTF_8)),
        bytes("b64-0.txt", "text (Base64)", 0, Base64.getEncoder().encode(PLATE.getBytes(UTF_8))),
        bytes(
            "b64-1.txt",
            "text (Base64)",
            0,
            Base64.getEncoder().encode(("x" + PLATE + "yz").getBytes(UTF_8))),
        bytes(
            "b64-2.txt",
            "text (Base64)",
            0,
            Base64.getUrlEncoder().encode(("xy" + PLATE + "z").getBytes(UTF_8))),
        bytes("purpose=" + PLATE + "/empty", "name", 0, new byte[0]),
        bytes(
            "_delta_log/.00000000000000000002.json.crc",
            "raw bytes",
            0,
            ("crc\0\0\0\2\0" + PLATE).getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hidingPlaces")
  void shouldFindTheNeedle(String path, String where, int needle, Hiding hiding)
      throws IOException {
    ReadsFixture table = Erased.careful().copyTo(folder.resolve("t"));
    hiding.plant(table.root());

    ScanReport report = NeedleScanner.scan(ProofSession.files(), table.path(), NEEDLES);

    NeedleHit expected = new NeedleHit(path.replace("purpose=" + PLATE, "***"), where, needle);
    assertTrue(report.hits().contains(expected), () -> expected + " is not in " + report.hits());
    assertFalse(report.toString().toUpperCase(Locale.ROOT).contains(PLATE));
    assertFalse(report.toString().contains(Long.toString(KEY)));
  }

  @Test
  void shouldFindNothingWhereNothingWasPlanted() throws IOException {
    ScanReport report = NeedleScanner.scan(ProofSession.files(), Erased.careful().path(), NEEDLES);

    assertEquals(List.of(), report.hits());
    assertTrue(report.clean());
  }

  @Test
  void shouldFindADictionaryEntryThatNoRowUses() throws IOException {
    Path file = folder.resolve("t/d.parquet");
    UnusedDictionaryEntry.write(file, "SEEN12345", PLATE);

    ScanReport report =
        NeedleScanner.scan(
            ProofSession.files(), new org.apache.hadoop.fs.Path(file.getParent().toUri()), NEEDLES);

    assertEquals(List.of(new NeedleHit("d.parquet", "dictionary of word", 0)), report.hits());
  }

  @Test
  void shouldNotTakePartOfALongerRunForAShortNeedleOrAnotherNumber() throws IOException {
    Path root = Files.createDirectories(folder.resolve("t"));
    Plant.text(root.resolve("a.txt"), "AQ7XB Q7X9 1" + KEY + " " + KEY + "0 ");
    Plant.text(root.resolve("a.json"), "{\"a\":\"AQ7XB\",\"b\":" + (KEY + 1) + "}");

    ScanReport report =
        NeedleScanner.scan(
            ProofSession.files(), new org.apache.hadoop.fs.Path(root.toUri()), NEEDLES);

    assertEquals(List.of(), report.hits());
  }

  @ParameterizedTest
  @MethodSource("undecodable")
  void shouldNameWhatItCannotDecode(byte[] bytes, String reason) throws IOException {
    Path root = Files.createDirectories(folder.resolve("t"));
    Plant.write(root.resolve("f"), bytes);

    ScanReport report =
        NeedleScanner.scan(
            ProofSession.files(), new org.apache.hadoop.fs.Path(root.toUri()), NEEDLES);

    assertFalse(report.clean());
    assertEquals("f", report.unread().get(0).path());
    assertTrue(report.unread().get(0).reason().startsWith(reason), report.unread()::toString);
  }

  static Stream<Arguments> undecodable() throws IOException {
    byte[] gzip = Plant.gzip(new byte[5000]);
    return Stream.of(
        Arguments.of("BZh91AY".getBytes(UTF_8), "bzip2 is not decoded"),
        Arguments.of("PAR1 damaged PAR1".getBytes(UTF_8), "Parquet"),
        Arguments.of(Arrays.copyOf(gzip, gzip.length - 9), "gzip ends early"));
  }
}
