package io.platelake.app.land.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.files.tree.StorageFailure;
import io.platelake.files.unpack.Packing;
import io.platelake.files.unpack.UnpackLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnpackedOutcomesTest {
  private static final UnpackLimits SMALL = new UnpackLimits(1 << 20, 20, 1 << 16, 3);

  private static final FeedDefinition FEED =
      FeedDefinition.read(
          """
          id: f-1
          agency: city-2
          purpose: criminal
          adapter: mapping
          mapping:
            format: csv
            fields: {plate: plate, camera: cam, captured_at: at}
          """,
          "f.yaml");

  /** Layouts of which the first bytes are looked at before there is a record. */
  private static final FeedDefinition JSON =
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

  private static final FeedDefinition XML =
      FeedDefinition.read(
          """
          id: f-3
          agency: city-2
          purpose: criminal
          adapter: mapping
          mapping:
            format: xml
            record: read
            fields: {plate: plate, camera: cam, captured_at: at}
          """,
          "f.yaml");

  /** A feed, and what it sends of as many reads. */
  private record Sent(FeedDefinition feed, byte[] content) {}

  private static List<Sent> sent(int reads) {
    StringBuilder json = new StringBuilder();
    StringBuilder xml = new StringBuilder("<reads>\n");
    for (int i = 0; i < reads; i++) {
      json.append(
          "{\"data_type\":\"alpr_group\",\"epoch_start\":%d,\"camera_id\":\"c\",\"best_uuid\":\"u%d\",\"best_plate_number\":\"TST%d\"}\n"
              .formatted(1_780_387_200_000L + i, i, 1000 + i));
      xml.append(
          "<read><cam>c</cam><at>2026-06-02T08:00:00Z</at><plate>TST%d</plate></read>\n"
              .formatted(1000 + i));
    }
    return List.of(
        new Sent(FEED, rows(0, reads)),
        new Sent(JSON, json.toString().getBytes(StandardCharsets.US_ASCII)),
        new Sent(XML, xml.append("</reads>\n").toString().getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<String> plates(int reads) {
    return IntStream.range(1000, 1000 + reads).mapToObj(i -> "TST" + i).toList();
  }

  private static byte[] rows(int from, int to) {
    StringBuilder csv = new StringBuilder("cam,at,plate\n");
    for (int i = from; i < to; i++) {
      csv.append("c,2026-06-02T08:00:00Z,TST").append(1000 + i).append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> words(byte[] file, UnpackLimits limits) {
    return words(FEED, file, limits);
  }

  private static List<String> words(FeedDefinition feed, byte[] file, UnpackLimits limits) {
    List<String> words = new ArrayList<>();
    Set<String> places = new HashSet<>();
    try {
      Iterator<RecordResult> all =
          UnpackedOutcomes.of(feed, new ByteArrayInputStream(file), limits);
      all.forEachRemaining(
          o -> {
            assertTrue(places.add(o.raw().offset() + "#" + o.index()), "two outcomes in one place");
            words.add(
                o.parsed() instanceof ParsedRead.Read read
                    ? read.read().plate()
                    : ((ParsedRead.Defect) o.parsed()).reason().name());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void shouldReadAFileHoweverItIsPacked(Packing packing) {
    assertEquals(
        List.of("TST1000", "TST1001"), words(Packed.by(packing, rows(0, 2)), UnpackLimits.DEFAULT));
    assertEquals(List.of(), words(Packed.by(packing, new byte[0]), UnpackLimits.DEFAULT));
  }

  @Test
  void shouldReadEntriesOneAfterTheOtherWhateverTheirNames() {
    byte[] file =
        Packed.zip("../../etc/passwd", rows(0, 1), "/abs", rows(1, 2), "folder/", new byte[0]);
    assertEquals(List.of("TST1000", "TST1001"), words(file, UnpackLimits.DEFAULT));
    assertEquals(List.of(), words(Packed.zip(), UnpackLimits.DEFAULT));
  }

  @Test
  void shouldReadFramesOneAfterTheOther() throws IOException {
    for (Packing packing : List.of(Packing.GZIP, Packing.ZSTD)) {
      byte[] rest = "c,2026-06-02T08:00:00Z,TST2000\n".getBytes(StandardCharsets.US_ASCII);
      InputStream two =
          new SequenceInputStream(
              new ByteArrayInputStream(Packed.by(packing, rows(0, 1))),
              new ByteArrayInputStream(Packed.by(packing, rest)));
      assertEquals(List.of("TST1000", "TST2000"), words(two.readAllBytes(), UnpackLimits.DEFAULT));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldStopAtABomb(Packing packing) {
    // Zeros shrink a thousandfold; no line end, so that one record has it all.
    byte[] zeros = new byte[4 << 20];
    List<String> words = words(Packed.by(packing, zeros), SMALL);
    assertEquals("ARCHIVE_LIMIT", words.get(words.size() - 1));
    // Beyond the absolute size, at a ratio that is fine.
    byte[] noise = new byte[2 << 20];
    new Random(3).nextBytes(noise);
    List<String> large = words(Packed.by(packing, noise), SMALL);
    assertEquals("ARCHIVE_LIMIT", large.get(large.size() - 1));
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldRefuseAPackedFileInside(Packing packing) {
    for (Packing inner : List.of(Packing.GZIP, Packing.ZSTD, Packing.ZIP)) {
      assertEquals(
          List.of("ARCHIVE_NESTED"),
          words(Packed.by(packing, Packed.by(inner, rows(0, 2))), UnpackLimits.DEFAULT));
    }
  }

  @Test
  void shouldRefuseMoreEntriesThanTheLimit() {
    byte[] none = new byte[0];
    byte[] file = Packed.zip("a", rows(0, 1), "b", none, "c", none, "d", rows(1, 2));
    assertEquals(List.of("TST1000", "ARCHIVE_LIMIT"), words(file, SMALL));
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldAccountForATruncatedFile(Packing packing) {
    for (Sent sent : sent(1_000)) {
      byte[] whole = Packed.by(packing, sent.content());
      assertEquals(plates(1_000), words(sent.feed(), whole, UnpackLimits.DEFAULT));
      for (int length = Packing.LOOKED_AT; length < whole.length; length += length < 99 ? 1 : 97) {
        List<String> words = words(sent.feed(), Arrays.copyOf(whole, length), UnpackLimits.DEFAULT);
        assertEquals("ARCHIVE_BROKEN", words.get(words.size() - 1), "cut at " + length);
      }
    }
  }

  @Test
  void shouldNoticeADamagedMemberBehindAnother() {
    byte[] first = Packed.gzip(rows(0, 2));
    byte[] second =
        Packed.gzip("c,2026-06-02T08:00:00Z,TST2000\n".getBytes(StandardCharsets.US_ASCII));
    byte[] two = Packed.joined(first, second);
    List<String> broken = List.of("TST1000", "TST1001", "ARCHIVE_BROKEN");
    for (int at = 0; at < 3; at++) {
      byte[] damaged = two.clone();
      damaged[first.length + at] ^= 1;
      assertEquals(broken, words(damaged, UnpackLimits.DEFAULT), "header byte " + at);
    }
    for (int length = 1; length <= 10; length++) {
      byte[] cut = Arrays.copyOf(two, first.length + length);
      assertEquals(broken, words(cut, UnpackLimits.DEFAULT), "cut at header byte " + length);
    }
  }

  @Test
  void shouldPassOverZerosBehindTheLastMemberAndNothingElse() {
    byte[] file = Packed.gzip(rows(0, 1));
    byte[] padded = Arrays.copyOf(file, file.length + 70_000);
    assertEquals(List.of("TST1000"), words(padded, UnpackLimits.DEFAULT));
    padded[padded.length - 1] = 1;
    assertEquals(List.of("TST1000", "ARCHIVE_BROKEN"), words(padded, UnpackLimits.DEFAULT));
  }

  @Test
  void shouldReadWhatAHeaderMaySay() {
    byte[] plain = Packed.gzip(rows(0, 1));
    byte[] header = Arrays.copyOf(plain, 10);
    // Extra field, name, comment and checksum.
    header[3] = 4 | 8 | 16 | 2;
    byte[] said =
        Packed.joined(new byte[] {2, 0, 9, 9}, new byte[] {'a', 0, 'b', 0}, new byte[] {7, 7});
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    assertEquals(
        List.of("TST1000"), words(Packed.joined(header, said, rest), UnpackLimits.DEFAULT));
  }

  @Test
  void shouldNoticeAZipFileThatEndsBetweenTwoEntries() {
    byte[] one = Packed.zip("a", rows(0, 1));
    byte[] two = Packed.zip("a", rows(0, 1), "b", rows(1, 2));
    int second = new String(two, StandardCharsets.ISO_8859_1).indexOf("PK\u0003\u0004", 4);
    assertEquals(
        List.of("TST1000", "ARCHIVE_BROKEN"),
        words(Arrays.copyOf(two, second), UnpackLimits.DEFAULT));
    assertEquals(List.of("TST1000"), words(one, UnpackLimits.DEFAULT));
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldAccountForADamagedFile(Packing packing) {
    for (Sent sent : sent(200)) {
      byte[] whole = Packed.by(packing, sent.content());
      Random random = new Random(5);
      for (int run = 0; run < 1_000; run++) {
        byte[] damaged = whole.clone();
        damaged[Packing.LOOKED_AT + random.nextInt(whole.length - Packing.LOOKED_AT)] ^=
            (byte) (1 << random.nextInt(8));
        List<String> words = words(sent.feed(), damaged, UnpackLimits.DEFAULT);
        assertTrue(
            words.equals(plates(200)) || words.get(words.size() - 1).equals("ARCHIVE_BROKEN"),
            "run " + run);
      }
    }
  }

  @Test
  void shouldNotTakeAFailingStorageForADamagedFile() throws IOException {
    IOException failure = new IOException("the storage is away");
    byte[] start = Arrays.copyOf(Packed.gzip(rows(0, 3_000)), 600);
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(start),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw failure;
              }
            });
    Iterator<RecordResult> all = UnpackedOutcomes.of(FEED, failing, UnpackLimits.DEFAULT);
    StorageFailure thrown = assertThrows(StorageFailure.class, () -> all.forEachRemaining(o -> {}));
    assertEquals("reading a raw file failed: IOException", thrown.getMessage());
  }
}
