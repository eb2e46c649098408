package io.platelake.core.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.plate.OcrClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CameraDayTest {

  @Test
  void shouldTakeTheReadsOfAWaitingCarTogether() {
    assertPasses(
        "ABC1234 [1, 2, 4]\nXYZ9876 [3]",
        """
        10:00:00 ABC1234
        10:00:02 ABC1234
        10:00:03 XYZ9876
        10:00:30 ABC1234
        """);
  }

  @Test
  void shouldEndAPassAfterTheGapAndNoSooner() {
    assertPasses(
        "ABC1234 [1, 2]\nABC1234 [3]",
        """
        10:00:00 ABC1234
        10:00:30 ABC1234
        10:01:00.000001 ABC1234
        """);
  }

  @Test
  void shouldEndAPassThatHasLastedTooLong() {
    StringBuilder reads = new StringBuilder();
    for (int second = 0; second < 1_200; second += 20) {
      reads.append(String.format("10:%02d:%02d ABC1234%n", second / 60, second % 60));
    }
    List<VehiclePass> passes = Reads.passes(reads.toString());
    assertEquals(List.of(30, 30), passes.stream().map(p -> p.reads().size()).toList());
    assertEquals(Reads.at("10:09:40"), passes.get(0).lastAt());
    assertEquals(Reads.at("10:10:00"), passes.get(1).firstAt());
  }

  @Test
  void shouldJoinReadsOneLookAlikeApartAndNotTwo() {
    assertPasses(
        "ABC1234 [1, 2]\nA8C1Z35 [3]\n88C12E4 [4]",
        """
        10:00:00 ABC1234@0.9
        10:00:01 A8C1234@0.5
        10:00:02 A8C1Z35
        10:00:03 88C12E4
        """);
  }

  @Test
  void shouldJoinReadsOfWhichOneOffersThePlateOfTheOther() {
    assertPasses(
        "T123ABC [1, 2, 3]\nL123ABC [4]",
        """
        10:00:00 T123ABC@0.9
        10:00:01 1123ABC@0.6 T123ABC@0.5
        10:00:02 123ABC@0.4  1123ABC@0.3
        10:00:03 L123ABC     Q123ABC
        """);
  }

  @Test
  void shouldPreferTheEqualPlateToOneThatOnlyLooksAlike() {
    // The third read is one step from both, the last from the second pass only by that read.
    assertPasses(
        "ABC1234 [1, 4]\nA8C1Z34 [2, 3]",
        """
        10:00:00 ABC1234
        10:00:01 A8C1Z34@0.9
        10:00:02 A8C1234@0.5
        10:00:03 ABC1234
        """);
  }

  @Test
  void shouldMakeTheSamePassesOfReadsInAnyOrder() {
    List<PassRead> reads = new ArrayList<>();
    Random random = new Random(7);
    String[] plates = {"ABC1234", "A8C1234", "ABC12B4", "XYZ9876", "XYZ98T6"};
    for (int i = 0; i < 400; i++) {
      Instant at = Reads.at("10:00:00").plusSeconds(random.nextInt(2_000));
      reads.addAll(Reads.of("10:00:00 " + plates[random.nextInt(plates.length)]));
      PassRead read = reads.get(i);
      reads.set(
          i, new PassRead(i, at, read.plate(), read.candidates(), null, null, read.deleteAfter()));
    }
    List<VehiclePass> passes = CameraDay.passes(reads, Reads.RULE, ParkedRule.DEFAULT);
    assertEquals(
        LongStream.range(0, 400).boxed().collect(Collectors.toSet()),
        passes.stream()
            .flatMap(p -> p.reads().stream())
            .map(PassRead::readId)
            .collect(Collectors.toSet()));
    assertEquals(400, passes.stream().mapToInt(p -> p.reads().size()).sum(), "each read once");
    for (VehiclePass pass : passes) {
      assertFalse(
          Duration.between(pass.firstAt(), pass.lastAt()).compareTo(PassRule.LONGEST) > 0,
          pass::toString);
    }
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(reads, random);
      assertEquals(passes, CameraDay.passes(reads, Reads.RULE, ParkedRule.DEFAULT));
    }
  }

  @Test
  void shouldForgetAPassWithTheFirstOfItsReads() {
    VehiclePass pass =
        Reads.passes(
                """
                10:00:00 ABC1234 gone=2026-06-22T10:00:00Z
                10:00:01 ABC1234 gone=2026-06-22T09:00:00Z
                10:00:02 ABC1234
                """)
            .get(0);
    assertEquals(Optional.of(Instant.parse("2026-06-22T09:00:00Z")), pass.deleteAfter());
    assertEquals(Optional.empty(), Reads.passes("10:00:00 ABC1234").get(0).deleteAfter());
  }

  @Test
  void shouldTellNoPlate() {
    VehiclePass pass = Reads.passes("10:00:00 ABC1234 A8C1234").get(0);
    String said = pass + " " + pass.reads() + " " + pass.reads().get(0).candidates();
    assertFalse(said.contains("ABC1234") || said.contains("" + pass.plateKey()), said);
  }

  @Test
  void shouldHaveNoRuleWithoutAGap() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PassRule(Duration.ZERO, PassRule.LONGEST, OcrClasses.GENETEC));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PassRule(PassRule.LONGEST, PassRule.GAP, OcrClasses.GENETEC));
  }

  private static void assertPasses(String expected, String reads) {
    assertEquals(expected, Reads.text(Reads.passes(reads)));
  }
}
