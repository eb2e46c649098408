package io.platelake.city.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and times as text. */
class TextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.00",
    "7, 7, 0.07",
    "9865, 9865, 98.65",
    "-5, -5, -0.05",
    "9223372036854775807, 9223372036854775807, 92233720368547758.07"
  })
  void shouldWriteNumbers(long number, String whole, String hundredths) throws IOException {
    assertEquals(whole, text(out -> out.append(number)));
    assertEquals(hundredths, text(out -> out.decimal(number, 2)));
  }

  @Test
  void shouldWriteDegreesPlatesAndPadding() throws IOException {
    assertEquals("-122.880537", text(out -> out.degrees(-122.880537)));
    assertEquals("0.000000", text(out -> out.degrees(0)));
    assertEquals("abc0z19", text(out -> out.lowerCase(Bytes.ascii("ABC0Z19"))));
    assertEquals("0042", text(out -> out.padded(42, 4)));
  }

  @Test
  void shouldGrow() throws IOException {
    assertEquals(1_000_000, text(out -> out.append("x".repeat(1_000_000))).length());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T16:42:58.740Z, 03/02/2026 08:42:58",
    "2026-07-01T00:00:00.007Z, 06/30/2026 17:00:00",
    "1970-01-03T08:00:00.000Z, 01/03/1970 00:00:00",
    "2026-11-01T09:30:00.000Z, 11/01/2026 01:30:00"
  })
  void shouldWriteTimesInUtcAndOnTheWall(Instant at, String wall) throws IOException {
    Timestamps pacific = new Timestamps(ZoneId.of("America/Los_Angeles"));
    Timestamps utc = new Timestamps(ZoneOffset.UTC);
    assertEquals(wall, text(out -> pacific.american(at.toEpochMilli(), out)));
    String iso = text(out -> utc.iso(at.toEpochMilli(), out)) + "Z";
    assertEquals(at, Instant.parse(iso));
    assertEquals(24, iso.length());
  }

  private static String text(Consumer<Bytes> writing) throws IOException {
    Bytes bytes = new Bytes();
    writing.accept(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes.drainTo(out);
    return out.toString(StandardCharsets.US_ASCII);
  }
}
