package io.platelake.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextStreamTest {
  private static final String TEXT = "caf\u00e9,1\n\u00e9t\u00e9,2\n";

  private static RecordBuffer lenient(byte[] file, String stated) {
    return TextStream.lenient(
        new PeekedStream(new ByteArrayInputStream(file)),
        Optional.ofNullable(stated).map(Charset::forName),
        1 << 20);
  }

  /** The lines of a file, each with its position. */
  private static List<String> lines(RecordBuffer in) {
    List<String> lines = new ArrayList<>();
    for (in.begin(); in.peek() != RecordBuffer.END; in.begin()) {
      int b = in.next();
      while (b != '\n' && b != RecordBuffer.END) {
        b = in.next();
      }
      lines.add(in.recordOffset() + " " + new String(in.record(), StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Two lines, and where the second starts in the file. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, , 8",
    "UTF-8, US-ASCII, 8",
    "UTF-16LE, , 14",
    "UTF-16BE, , 14",
    "UTF-16LE, UTF-16LE, 14",
    "UTF-16BE, UTF-16, 14",
    "windows-1252, windows-1252, 7",
    "ISO-8859-15, ISO-8859-15, 7",
    "GB18030, GB18030, 8",
    "UTF-32BE, UTF-32BE, 28",
  })
  void shouldReadAnyEncodingThatIsStatedOrShown(String encoding, String stated, int second) {
    byte[] file = TEXT.getBytes(Charset.forName(encoding));
    assertEquals(
        List.of("0 caf\u00e9,1", second + " \u00e9t\u00e9,2"), lines(lenient(file, stated)));
  }

  /** A mark goes before what a definition states. */
  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, , 2, 16",
    "UTF-16BE, windows-1252, 2, 16",
    "UTF-32LE, , 4, 32",
  })
  void shouldBelieveTheByteOrderMark(String encoding, String stated, int first, int second) {
    byte[] file = ("\uFEFF" + TEXT).getBytes(Charset.forName(encoding));
    assertEquals(
        List.of(first + " caf\u00e9,1", second + " \u00e9t\u00e9,2"), lines(lenient(file, stated)));
  }

  @Test
  void shouldCountTheBytesOfPairsOfSurrogates() {
    String text = "\ud83d\ude97,1\n\u4e8c,2\n";
    assertEquals(
        List.of("0 \ud83d\ude97,1", "10 \u4e8c,2"),
        lines(lenient(text.getBytes(StandardCharsets.UTF_16LE), "UTF-16LE")));
    assertEquals(
        List.of("0 \ud83d\ude97,1", "7 \u4e8c,2"),
        lines(lenient(text.getBytes(Charset.forName("GB18030")), "GB18030")));
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-1", "windows-1252", "GB2312", "Big5", "Shift_JIS", "KOI8-R"})
  void shouldBelieveAnXmlDeclaration(String encoding) {
    Charset charset = Charset.forName(encoding);
    String letter = charset.newEncoder().canEncode('\u00e9') ? "\u00e9" : "\u0434";
    String xml = "<?xml version='1.0' encoding='" + encoding + "'?>\n<a>" + letter + "</a>\n";
    String second = lines(lenient(xml.getBytes(charset), null)).get(1);
    assertTrue(second.endsWith("<a>" + letter + "</a>"), second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "nonsense", "UTF-8"})
  void shouldNotBelieveADeclarationThatCannotBeTrue(String encoding) {
    String xml = "<?xml version='1.0' encoding='" + encoding + "'?>\n<a>\u00e9</a>\n";
    assertTrue(
        lines(lenient(xml.getBytes(StandardCharsets.UTF_8), null))
            .get(1)
            .endsWith("<a>\u00e9</a>"));
  }

  /** In the texts n stands for a line feed, r for a carriage return. */
  @ParameterizedTest
  @CsvSource({
    "arbr, 0 a/2 b",
    "arnbrn, 0 a/3 b",
    "arrnbn, 0 a/4 b",
    "anbrcn, 0 a/2 brc",
    "arb, 0 a/2 b",
    "ar, 0 a",
  })
  void shouldEndLinesAsTheFirstOneDoes(String text, String lines) {
    byte[] file = text.replace('n', '\n').replace('r', '\r').getBytes(StandardCharsets.UTF_8);
    assertEquals(lines, String.join("/", lines(lenient(file, null))).replace('\r', 'r'));
  }

  @Test
  void shouldKeepDamageLocalOrRefuseTheFile() throws IOException {
    byte[] file = {'a', (byte) 0x81, 'b', '\n', 'c'};
    assertEquals(List.of("0 a\uFFFDb", "4 c"), lines(lenient(file, "windows-1252")));
    BadInput e =
        assertThrows(
            BadInput.class,
            () ->
                text(
                    TextStream.strict(
                        new ByteArrayInputStream(file),
                        Optional.of(Charset.forName("windows-1252")),
                        "f")));
    assertTrue(e.getMessage().startsWith("f, line 1: bytes are not windows-1252"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "GB18030"})
  void shouldDecodeCharactersThatLieAcrossPieces(String encoding) throws IOException {
    String text = "x\u00e9\u4e8c\ud83d\ude97\n".repeat(30_000);
    byte[] file = text.getBytes(Charset.forName(encoding));
    Optional<Charset> stated = Optional.of(Charset.forName(encoding));
    assertEquals(text, text(TextStream.strict(new ByteArrayInputStream(file), stated, "f")));
    List<String> lines = lines(lenient(file, encoding));
    assertEquals(30_000, lines.size());
    int line = file.length / 30_000;
    assertEquals(29_999L * line + " x\u00e9\u4e8c\ud83d\ude97", lines.get(29_999));
  }

  @Test
  void shouldGiveWhatCameBeforeAFailure() {
    InputStream failing =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given == 8) {
              throw new IOException("broken");
            }
            return given++ % 4 == 3 ? '\n' : 'a';
          }
        };
    RecordBuffer in = TextStream.lenient(new PeekedStream(failing), Optional.empty(), 1 << 20);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    assertThrows(
        UncheckedIOException.class,
        () -> {
          while (true) {
            read.write(in.next());
          }
        });
    assertEquals("aaa\naaa\n", read.toString(StandardCharsets.UTF_8));
  }
}
