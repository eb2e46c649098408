package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleRuleTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = ".",
      value = {
        "toyota, camry, blue, ., WA, toyota, camry, blue, ., WA, true",
        "toyota, camry, blue, sedan, WA, toyota, camry, blue/white, ., ., true",
        "toyota, camry, blue, ., WA, toyota, corolla, blue, ., WA, false",
        "toyota, camry, red, ., WA, toyota, camry, blue, ., WA, false",
        "toyota, camry, ., ., WA, toyota, camry, blue, ., WA, false",
        "toyota, ., blue, sedan, WA, toyota, camry, blue, sedan, WA, false",
        "toyota, camry, blue, ., OR, toyota, camry, blue, ., WA, false",
        "toyota, camry, blue, ., ., toyota, camry, blue, ., WA, false",
        "toyota, camry, blue, ., WA, toyota, camry, ., ., WA, false",
      })
  void shouldFitOnlyWithAllThatTheEntryGives(
      String make,
      String model,
      String color,
      String body,
      String state,
      String entryMake,
      String entryModel,
      String entryColor,
      String entryBody,
      String entryState,
      boolean fits) {
    assertEquals(
        fits,
        VehicleRule.fits(
            new VehicleTraits(make, model, color, body),
            state,
            new VehicleTraits(entryMake, entryModel, entryColor, entryBody),
            entryState));
  }

  @Test
  void shouldRefuseARuleThatEveryVehicleMeets() {
    assertThrows(BadInput.class, () -> new VehicleRule(0));
    assertThrows(BadInput.class, () -> new VehicleRule(-1));
  }
}
