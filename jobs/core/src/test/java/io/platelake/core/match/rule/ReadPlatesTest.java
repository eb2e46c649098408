package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPlatesTest {
  private static final long READ = PlateKey.pack("ABC1234");
  private static final long OTHER = PlateKey.pack("ABC7234");

  @Test
  void shouldKeepEachPlateOnceAndTheReportedOneFirst() {
    ReadPlates plates =
        ReadPlates.of(
            READ, 0.9, new long[] {OTHER, READ, 0, OTHER}, new double[] {0.4, 0.99, 0.8, 0.6});
    assertEquals(2, plates.size());
    assertEquals(READ, plates.key(0));
    assertEquals(0.9, plates.confidence(0));
    assertEquals(OTHER, plates.key(1));
    assertEquals(0.6, plates.confidence(1));
  }

  @Test
  void shouldCallAnEntryFoundThroughASecondThoughtNear() {
    ReadPlates plates = ReadPlates.of(READ, 0.9, new long[] {OTHER}, new double[] {0.8});
    assertEquals(PlateTier.EXACT, plates.tier(0, PlateTier.EXACT));
    assertEquals(PlateTier.NEAR, plates.tier(1, PlateTier.EXACT));
    assertEquals(PlateTier.NEAR, plates.tier(1, PlateTier.EQUIVALENT));
    assertEquals(PlateTier.PARTIAL, plates.tier(1, PlateTier.PARTIAL));
  }

  @ParameterizedTest
  @CsvSource({
    "ABC7234, 0.9, 0.45, true",
    "ABC7234, 0.9, 0.44, false",
    "ABC7234, NaN, 0.9, false",
    "ABC7234, 0.9, NaN, false",
    "ABC7Z34, 0.9, 0.8, true",
    "ABC1234, 0.9, 0.8, false",
    "ABC9234, 0.9, 0.8, false",
  })
  void shouldOfferWhatTheReaderWasSureEnoughOf(
      String entry, double confidence, double candidateConfidence, boolean offered) {
    ReadPlates plates =
        ReadPlates.of(READ, confidence, new long[] {OTHER}, new double[] {candidateConfidence});
    assertEquals(
        offered,
        plates.offers(
            PlateKey.pack(entry),
            new EquivalenceRule(5, 11, 1),
            OcrClasses.GENETEC,
            false,
            NearRuleTest.USUAL));
  }

  @Test
  void shouldRefuseCandidatesWithoutTheirConfidences() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ReadPlates.of(READ, 0.9, new long[] {OTHER}, new double[0]));
    assertTrue(ReadPlates.of(0, Double.NaN, new long[0], new double[0]).size() == 1);
  }
}
