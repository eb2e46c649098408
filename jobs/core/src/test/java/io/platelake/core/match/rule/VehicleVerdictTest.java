package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleVerdictTest {
  @ParameterizedTest(name = "{0}/{1}/{2}/{3} against {4}/{5}/{6}/{7}: {8}")
  @CsvSource(
      nullValues = ".",
      value = {
        "toyota, camry, blue, sedan, toyota, camry, blue, sedan, CONSISTENT",
        "Toyota, ., ., ., ' TOYOTA ', ., ., ., CONSISTENT",
        "., camry, ., ., ., Camry, ., ., CONSISTENT",
        "., ., blue, ., ., ., BLUE, ., CONSISTENT",
        "., ., ., sedan, ., ., ., sedan, CONSISTENT",
        "toyota, ., blue, ., toyota, ., red, ., INCONSISTENT",
        "toyota, ., ., ., honda, ., ., ., INCONSISTENT",
        "toyota, ., ., sedan, toyota, ., ., suv, INCONSISTENT",
        "toyota, camry, ., ., toyota, corolla, ., ., CONSISTENT",
        "., camry, ., ., ., corolla, ., ., UNKNOWN",
        "toyota, ., ., ., ., camry, blue, sedan, UNKNOWN",
        "., ., ., ., ., ., ., ., UNKNOWN",
        "unknown, ., -, ., unknown, ., -, ., UNKNOWN",
        "unknown, ., '', n/a, honda, ., red, suv, UNKNOWN",
        "., ., black, ., ., ., black/white, ., CONSISTENT",
        "., ., white/black, ., ., ., black/white, ., CONSISTENT",
        "., ., red, ., ., ., black/white, ., INCONSISTENT",
      })
  void shouldCompareWhatBothSidesKnow(
      String make,
      String model,
      String color,
      String body,
      String entryMake,
      String entryModel,
      String entryColor,
      String entryBody,
      VehicleVerdict expected) {
    VehicleTraits read = new VehicleTraits(make, model, color, body);
    VehicleTraits entry = new VehicleTraits(entryMake, entryModel, entryColor, entryBody);

    assertEquals(expected, VehicleVerdict.judge(read, entry));
    assertEquals(expected, VehicleVerdict.judge(entry, read));
  }
}
