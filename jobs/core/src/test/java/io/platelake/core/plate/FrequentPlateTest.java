package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequentPlateTest {
  @ParameterizedTest
  @CsvSource({
    "20, 200, true",
    "19, 200, false",
    "20, 199, false",
    "199, 199, false",
    "20, 1000, true",
    "20, 1001, false",
    "200, 10000, true",
    "199, 10000, false",
  })
  void shouldBeUnusualByCountAndShare(long repeats, long reads, boolean unusual) {
    assertEquals(unusual, FrequentPlate.isUnusual(repeats, reads));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1000, 0.1, false",
    "101, 1000, 0.1, true",
    "101, 1000, 0.2, false",
    "20, 1000, 0.0, true",
    "19, 1000, 0.0, false",
    "1000, 1000, 1.0, false",
  })
  void shouldBeAFindingAboveTheLimitAlone(
      long repeats, long reads, double limit, boolean isFinding) {
    assertEquals(isFinding, FrequentPlate.isFinding(repeats, reads, limit));
  }
}
