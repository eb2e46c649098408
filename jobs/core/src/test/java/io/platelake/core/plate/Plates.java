package io.platelake.core.plate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Normalised plates for property tests, rich in the characters that readers confuse. */
final class Plates {
  private Plates() {}

  static Arbitrary<String> any() {
    return Arbitraries.oneOf(of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), of("0ODQ1I2Z5S8B6GA7"));
  }

  private static Arbitrary<String> of(String characters) {
    return Arbitraries.strings()
        .withChars(characters.toCharArray())
        .ofMinLength(1)
        .ofMaxLength(PlateText.MAX_LENGTH);
  }
}
