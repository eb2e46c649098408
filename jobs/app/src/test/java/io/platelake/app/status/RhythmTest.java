package io.platelake.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class RhythmTest {
  /** A Wednesday. */
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

  @Test
  void shouldTakeTheMedianOfTheLastDaysWithData() {
    assertEquals(OptionalLong.of(100), usual(30, d -> 100));
    // One day of a fair is not usual, and a day without data is none of the days.
    assertEquals(OptionalLong.of(100), usual(30, d -> d == 3 ? 5_000 : d == 8 || d == 9 ? 0 : 100));
    // More than two weeks ago is not of late.
    assertEquals(OptionalLong.of(100), usual(40, d -> d > 14 ? 900 : 100));
  }

  @Test
  void shouldNotJudgeANewSource() {
    assertEquals(OptionalLong.empty(), usual(13, d -> 100));
    assertEquals(OptionalLong.of(100), usual(14, d -> 100));
    assertEquals(OptionalLong.empty(), Rhythm.DEFAULT.usual(Map.of(), DAY));
    assertEquals(OptionalLong.empty(), Rhythm.DEFAULT.usual(Map.of(DAY, 100L), DAY));
  }

  @Test
  void shouldCompareAWeekdayWithItsOwnWhereItIsLower() {
    LocalDate sunday = LocalDate.of(2026, 6, 14);
    Map<LocalDate, Long> commuters = new HashMap<>();
    Map<LocalDate, Long> mondays = new HashMap<>();
    for (LocalDate d = sunday.minusDays(30); d.isBefore(sunday); d = d.plusDays(1)) {
      commuters.put(d, d.getDayOfWeek() == DayOfWeek.SUNDAY ? 30L : 100L);
      if (d.getDayOfWeek() == DayOfWeek.MONDAY) {
        mondays.put(d, 700L);
      }
    }
    assertEquals(OptionalLong.of(30), Rhythm.DEFAULT.usual(commuters, sunday));
    assertEquals(OptionalLong.of(100), Rhythm.DEFAULT.usual(commuters, sunday.minusDays(1)));
    assertEquals(OptionalLong.of(0), Rhythm.DEFAULT.usual(mondays, sunday));
    assertEquals(OptionalLong.of(700), Rhythm.DEFAULT.usual(mondays, sunday.plusDays(1)));
  }

  @Test
  void shouldRememberASourceThatIsSilentForWeeks() {
    assertEquals(OptionalLong.of(100), usual(41, d -> d <= 20 ? 0 : 100));
    assertEquals(OptionalLong.empty(), usual(60, d -> d <= 42 ? 0 : 100));
  }

  @Test
  void shouldJudgeByShareAndNotJudgeTheSmall() {
    assertFalse(Rhythm.DEFAULT.isSilent(50, 100));
    assertTrue(Rhythm.DEFAULT.isSilent(49, 100));
    assertTrue(Rhythm.DEFAULT.isSilent(0, 20));
    assertFalse(Rhythm.DEFAULT.isSilent(0, 19));
    assertThrows(IllegalArgumentException.class, () -> new Rhythm(0, 20, 14, 6));
    assertThrows(IllegalArgumentException.class, () -> new Rhythm(0.5, 20, 14, 1));
  }

  /** What is usual on the day after so many days, of which the last is number one. */
  private static OptionalLong usual(int days, ToLongFunction<Integer> count) {
    Map<LocalDate, Long> counts = new HashMap<>();
    for (int d = 1; d <= days; d++) {
      counts.put(DAY.minusDays(d), count.applyAsLong(d));
    }
    return Rhythm.DEFAULT.usual(counts, DAY);
  }
}
