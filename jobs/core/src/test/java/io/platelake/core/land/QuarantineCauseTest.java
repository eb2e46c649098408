package io.platelake.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.record.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarantineCauseTest {
  private static final QuarantineCause TIME =
      QuarantineCause.of("NO_TIME", new Fault("captured_at", "data.time", "it is absent"));
  private static final QuarantineCause OTHER_TIME =
      QuarantineCause.of("NO_TIME", new Fault("captured_at", "data.time", "it is no time"));
  private static final QuarantineCause BROKEN =
      QuarantineCause.of("MALFORMED", new Fault("", "byte 12", "it is no document"));

  @Test
  void shouldBeOneCauseWhereverARecordBreaks() {
    assertEquals(
        BROKEN, QuarantineCause.of("MALFORMED", new Fault("", "byte 99", "it is no document")));
    assertEquals("position.lat", QuarantineCause.shared("block 3, byte 12, position.lat"));
    assertEquals("column plate", QuarantineCause.shared("row group 2, column plate"));
    assertEquals("byte", QuarantineCause.shared("byte"));
    assertEquals("MALFORMED: it is no document", BROKEN.line());
    assertEquals("NO_TIME captured_at (data.time): it is absent", TIME.line());
  }

  @Test
  void shouldNameTheMostFrequentFirst() {
    Map<QuarantineCause, Long> records = Map.of(TIME, 2L, OTHER_TIME, 2L, BROKEN, 3L);
    assertEquals(
        List.of(BROKEN, TIME),
        QuarantineCause.mostFrequent(records, 2).stream().map(Map.Entry::getKey).toList());
    assertEquals("4 NO_TIME captured_at, 3 MALFORMED", QuarantineCause.words(records, 2));
    assertEquals("4 NO_TIME captured_at and others", QuarantineCause.words(records, 1));
  }
}
