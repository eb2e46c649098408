package io.platelake.core.match.score;

import io.platelake.core.plate.PlateKey;

/** A plate key as the digits of its characters, 1 to 36, first character first. */
final class Digits {
  private Digits() {}

  static int[] of(long plateKey) {
    int[] digits = new int[PlateKey.length(plateKey)];
    long rest = plateKey;
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = (int) (rest % PlateKey.BASE);
      rest /= PlateKey.BASE;
    }
    return digits;
  }
}
