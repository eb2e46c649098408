package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadIdTest {
  private static final Instant AT = Instant.parse("2025-06-15T15:06:40.123456Z");

  @Test
  void shouldStayTheSameForever() {
    // Changing the recipe would land every event of a repeated file a second time.
    assertEquals(6599561706760398024L, ReadId.of("city-2", "cam-1", AT, "event-1"));
  }

  @Test
  void shouldIgnoreWhatTheTablesCannotHold() {
    assertEquals(
        ReadId.of("city-2", "cam-1", AT, "event-1"),
        ReadId.of("city-2", "cam-1", AT.plusNanos(999), "event-1"));
  }

  @Test
  void shouldTellEventsApart() {
    long id = ReadId.of("city-2", "cam-1", AT, "event-1");
    assertNotEquals(id, ReadId.of("city-3", "cam-1", AT, "event-1"));
    assertNotEquals(id, ReadId.of("city-2", "cam-2", AT, "event-1"));
    assertNotEquals(id, ReadId.of("city-2", "cam-1", AT.plusNanos(1_000), "event-1"));
    assertNotEquals(id, ReadId.of("city-2", "cam-1", AT, "event-2"));
    assertNotEquals(id, ReadId.of("city-2c", "am-1", AT, "event-1"));
  }
}
