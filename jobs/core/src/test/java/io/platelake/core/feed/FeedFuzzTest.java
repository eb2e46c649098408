package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.record.RawRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged files: nothing throws, nothing vanishes, nothing is told. */
class FeedFuzzTest {
  private static final int RUNS = 20_000;

  private static final FeedDefinition CSV =
      Feeds.feed(
          "mapping",
          """
          time_zone: UTC
          mapping:
            format: csv
            fields: {plate: plate, camera: camera, captured_at: at}
          """);

  private static final String ROWS =
      "camera,at,plate\nc1,2025-06-01T00:00:00,TST0001\n\"c\"\"2\",2025-06-01T00:00:01,\"TST\n0002\"\n";

  private record Case(FeedDefinition feed, byte[] file) {}

  private static final List<Case> CASES =
      List.of(
          new Case(Feeds.OPENALPR, bytes(OpenAlprAdapterTest.GROUP)),
          new Case(Feeds.OPENALPR, bytes(line(OpenAlprAdapterTest.GROUP).repeat(3))),
          new Case(
              Feeds.OPENALPR,
              bytes("[" + OpenAlprAdapterTest.GROUP + ",{\"data_type\":\"heartbeat\"}]")),
          new Case(Feeds.PLATE_RECOGNIZER, bytes(PlateRecognizerAdapterTest.TWO_PLATES)),
          new Case(
              Feeds.PLATE_RECOGNIZER,
              bytes("json=%7B%22data%22%3A%7B%22results%22%3A%5B%5D%7D%7D")),
          new Case(CSV, bytes(ROWS)));

  @Test
  void shouldAccountForEveryDamagedFile() {
    Random random = new Random(20_250_601);
    for (int run = 0; run < RUNS; run++) {
      Case picked = CASES.get(random.nextInt(CASES.size()));
      byte[] file = damaged(picked.file(), random);
      List<RecordResult> outcomes;
      try {
        outcomes = Feeds.outcomes(picked.feed(), file);
      } catch (RuntimeException e) {
        throw new AssertionError("run " + run + " of " + picked.feed().adapter(), e);
      }
      int current = run;
      // Of rows, the header alone may be left.
      boolean onlyHeader = picked.feed() == CSV && text(file).strip().lines().count() == 1;
      assertTrue(onlyHeader || !outcomes.isEmpty(), () -> "no outcome in run " + current);
      for (RecordResult outcome : outcomes) {
        assertTrue(outcome.raw().line() >= 1, "line");
        assertTrue(outcome.raw().offset() >= 0 && outcome.raw().offset() <= file.length, "offset");
        assertTrue(outcome.raw().payload().length() <= RawRecord.PAYLOAD_LIMIT, "payload");
        assertFalse(outcome.toString().contains("TST"), "a plate in the text of an outcome");
      }
    }
  }

  @Test
  void shouldKeepTheOtherLinesOfADamagedFile() {
    Random random = new Random(7);
    String good = line(OpenAlprAdapterTest.GROUP);
    for (int run = 0; run < 500; run++) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(bytes(good));
      String middle = text(damaged(bytes(good.strip()), random));
      // One line stays one line; a cut between its brackets is damage enough.
      byte[] oneLine =
          middle.replace('\n', ' ').replace('\r', ' ').getBytes(StandardCharsets.ISO_8859_1);
      file.writeBytes(oneLine);
      file.writeBytes(bytes("\n" + good + good));
      long intact =
          Feeds.outcomes(Feeds.OPENALPR, file.toByteArray()).stream()
              .filter(outcome -> outcome.raw().line() != 2)
              .filter(outcome -> Feeds.word(outcome).equals("TST0001"))
              .count();
      assertEquals(3, intact, "run " + run);
    }
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] bytes = file.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) random.nextInt(256);
        case 3 -> bytes = insert(bytes, at, "[".repeat(random.nextInt(200)));
        case 4 -> bytes = insert(bytes, at, "{\"a\":".repeat(random.nextInt(200)));
        default -> bytes = insert(bytes, at, pick(random));
      }
    }
    // A file of blanks has no record, rightly.
    return text(bytes).isBlank() ? bytes("x") : bytes;
  }

  private static String pick(Random random) {
    List<String> parts =
        List.of(
            "\"",
            "}",
            "]",
            "{}",
            ",",
            "null",
            "1e999",
            "\\",
            "\u0000",
            "\uFEFF",
            "-",
            "\n",
            "&",
            "%2",
            "9".repeat(2_000),
            "\uD83D\uDE97");
    return parts.get(random.nextInt(parts.size()));
  }

  private static byte[] insert(byte[] bytes, int at, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(bytes(text));
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  private static String line(String document) {
    return document.replaceAll("\\s*\\n\\s*", "") + "\n";
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
