package io.platelake.core.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParkedRuleTest {
  private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void shouldFlagAParkedCarFromTwoHoursOn() {
    assertEquals(Optional.of(ParkedSign.STAYS), judge(every(10, 0, 120)));
    assertEquals(Optional.empty(), judge(every(10, 0, 119)));
    assertEquals(Optional.empty(), judge(every(11, 0, 600)), "each time it was away");
  }

  @Test
  void shouldFlagASignThatHeadlightsShowAllDay() {
    List<Integer> sixHours = new ArrayList<>();
    for (int hour : List.of(0, 4, 8, 12, 16, 20)) {
      IntStream.range(0, 10).forEach(i -> sixHours.add(60 * hour + 6 * i));
    }
    assertEquals(Optional.of(ParkedSign.ALL_DAY), judge(sixHours.stream()));
    assertEquals(Optional.empty(), judge(sixHours.subList(0, 59).stream()), "nine minutes at last");
  }

  @Test
  void shouldNotFlagWhatComesBack() {
    // A bus, twice an hour from 05:00 to 23:00, three minutes at its stop; and somebody's way to
    // work.
    assertEquals(
        Optional.empty(),
        judge(
            IntStream.range(0, 36)
                .boxed()
                .flatMap(i -> Stream.of(300 + 30 * i, 301 + 30 * i, 302 + 30 * i))));
    assertEquals(Optional.empty(), judge(Stream.of(480, 481, 1_020)));
    assertEquals(Optional.empty(), judge(Stream.of(480)));
  }

  @Test
  void shouldFlagEveryPassOfThePlateAtTheCameraAndNoOther() {
    StringBuilder reads = new StringBuilder();
    for (int minute = 0; minute < 150; minute++) {
      String plate = minute % 7 == 0 ? "A8C1234" : "ABC1234";
      String time = String.format("%02d:%02d:00", 8 + minute / 60, minute % 60);
      reads.append(time).append(" ").append(plate).append("\n");
    }
    reads.append("09:00:30 XYZ9876\n");
    List<VehiclePass> passes = Reads.passes(reads.toString());
    assertEquals(151, passes.stream().mapToInt(p -> p.reads().size()).sum());
    assertEquals(1, passes.stream().filter(p -> p.standing().isEmpty()).count());
    assertTrue(passes.size() > 2);
  }

  @Test
  void shouldHaveNoRuleThatFlagsEverything() {
    Duration ten = Duration.ofMinutes(10);
    assertThrows(IllegalArgumentException.class, () -> new ParkedRule(ten, ten, 6, 6));
    assertThrows(
        IllegalArgumentException.class, () -> new ParkedRule(Duration.ofHours(2), ten, 0, 6));
  }

  private static Stream<Integer> every(int minutes, int from, int to) {
    return Stream.concat(
        IntStream.iterate(from, m -> m < to, m -> m + minutes).boxed(), Stream.of(to));
  }

  private static Optional<ParkedSign> judge(Stream<Integer> minutes) {
    return ParkedRule.DEFAULT.judge(
        minutes.sorted().map(m -> DAY.plus(Duration.ofMinutes(m))).toList());
  }
}
