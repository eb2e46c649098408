package io.platelake.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NightWindowTest {
  private static final Instant NIGHT = Instant.parse("2026-06-14T01:15:00Z");

  @Test
  void shouldEndWithTheLastCompleteDay() {
    NightWindow window = NightWindow.of(NIGHT, Optional.empty());
    assertEquals("2026-06-11T00:00:00Z/2026-06-14T00:00:00Z", window.text());
    assertEquals("1970-01-01T00:00:00Z/2026-06-11T00:00:00Z", window.earlier());
    assertEquals(
        "2026-06-01T00:00:00Z/2026-06-14T00:00:00Z",
        NightWindow.of(NIGHT, Optional.of(LocalDate.parse("2026-06-01"))).text());
    assertThrows(
        BadInput.class, () -> NightWindow.of(NIGHT, Optional.of(LocalDate.parse("2026-06-14"))));
  }

  @Test
  void shouldTakeLateDaysThatFollowEachOtherTogether() {
    List<LocalDate> dates =
        Stream.of("2026-06-13", "2026-06-03", "2026-06-01", "2026-06-02", "2026-05-20")
            .map(LocalDate::parse)
            .toList();
    assertEquals(
        List.of(
            "2026-05-20T00:00:00Z/2026-05-21T00:00:00Z",
            "2026-06-01T00:00:00Z/2026-06-04T00:00:00Z"),
        NightWindow.of(NIGHT, Optional.empty()).late(dates).stream()
            .map(NightWindow::text)
            .toList());
  }
}
