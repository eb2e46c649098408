package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "WA, WA",
        "wa, WA",
        "' or ', OR",
        "DC, DC",
        "PR, PR",
        "US, US",
        "bc, BC",
        "YT, YT",
        "MX, MX",
        "XX, null",
        "us-wa, null",
        "Washington, null",
        "-, null",
        "'', null",
        "null, null",
      })
  void shouldKnowTwoLetterCodes(String raw, String code) {
    assertEquals(Optional.ofNullable(code), Jurisdiction.code(raw));
  }
}
