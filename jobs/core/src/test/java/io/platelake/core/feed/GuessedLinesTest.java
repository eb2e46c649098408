package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.format.RecordSplitter;
import io.platelake.core.record.RawRecord;
import io.platelake.core.text.LineEnds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Delimiting a document by its line alone must find what delimiting it byte by byte finds. */
class GuessedLinesTest {
  private static final String READ =
      "{\"data_type\":\"alpr_group\",\"epoch_start\":1780345512936,\"camera_id\":1,"
          + "\"best_plate_number\":\"TST1234\",\"best_confidence\":90}";

  private static final List<String> PIECES =
      List.of(
          READ,
          READ + READ,
          READ + " " + READ + ",",
          "[" + READ,
          READ + "]",
          "{\"data_type\":{}",
          "{\"data_type\":\"heartbeat\"}}",
          "{\"data_type\":\"}",
          "{\"a\":\"\\\\\"}\"}",
          "{\"data_type\":\"vehicle\"}  \t\r",
          "{",
          "}",
          " \"camera_id\": 2}",
          "{\"best_plate_number\": [",
          "garbage}",
          "{garbage}",
          "\u00EF\u00BB\u00BF" + READ,
          "");

  @Test
  void shouldFindTheSameRecordsAsByteByByte() {
    Random random = new Random(4);
    int malformed = 0;
    for (int file = 0; file < 20_000; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(7); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextInt(6) == 0 ? "" : "\n");
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      List<String> careful = new ArrayList<>();
      FeedAdapter adapter = FeedAdapter.of(Feeds.OPENALPR);
      Feeds.records(Feeds.OPENALPR, bytes, RecordSplitter.DEFAULT_LIMIT)
          .forEachRemaining(raw -> adapter.parse(raw, parsed -> careful.add(shown(raw, parsed))));
      List<String> guessed = new ArrayList<>();
      FeedParser.of(Feeds.OPENALPR, new ByteArrayInputStream(bytes))
          .forEachRemaining(outcome -> guessed.add(shown(outcome.raw(), outcome.parsed())));
      assertEquals(careful, guessed, () -> text.toString());
      malformed += guessed.stream().anyMatch(s -> s.contains("MALFORMED")) ? 1 : 0;
    }
    assertTrue(malformed > 5_000, "files with damage: " + malformed);
  }

  private static String shown(RawRecord raw, ParsedRead parsed) {
    String what =
        parsed instanceof ParsedRead.Defect defect
            ? defect.reason() + " " + defect.place()
            : parsed.getClass().getSimpleName();
    return raw.line() + "@" + raw.offset() + "+" + raw.bytes().length + " " + what;
  }

  @Test
  void shouldFindLineEndsWhereverTheyStand() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) (random.nextInt(5) == 0 ? '\n' : 8 + random.nextInt(6));
      }
      int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int expected = -1;
      for (int j = from; j < bytes.length && expected < 0; j++) {
        expected = bytes[j] == '\n' ? j : -1;
      }
      assertEquals(expected, LineEnds.next(bytes, from, bytes.length));
    }
  }
}
