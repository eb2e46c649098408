package io.platelake.core.plate;

/**
 * A normalised plate packed into one {@code long}, so that joins compare numbers.
 *
 * <p>Base 37 with the first character most significant; {@code 0-9} are the digits 1 to 10 and
 * {@code A-Z} 11 to 36. No character is digit 0, so leading characters count and plates of
 * different length never share a key: packing is bijective on plates of 1 to {@link
 * PlateText#MAX_LENGTH} characters. Twelve digits stay below 2^63, so keys are positive.
 *
 * <p>No exception of this class tells the offending plate or key.
 */
public final class PlateKey {
  /** Base of the packing: dividing a key by it drops the last character. */
  public static final int BASE = 37;

  private PlateKey() {}

  /** The key of a plate as {@link PlateText#normalise} spells it. */
  public static long pack(String normalised) {
    int length = normalised.length();
    if (length < 1 || length > PlateText.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a plate has 1 to " + PlateText.MAX_LENGTH + " characters, this text has " + length);
    }
    long key = 0;
    for (int i = 0; i < length; i++) {
      char c = normalised.charAt(i);
      if (!isPlateCharacter(c)) {
        throw new IllegalArgumentException(
            "character " + (i + 1) + " is not A-Z or 0-9: normalise the text before packing it");
      }
      key = key * BASE + digit(c);
    }
    return key;
  }

  /** The key of 1 to 12 characters A-Z and 0-9; 0 for any other text. */
  static long packIfPlate(byte[] text, int length) {
    long key = 0;
    for (int i = 0; i < length; i++) {
      char c = (char) (text[i] & 0xFF);
      if (!isPlateCharacter(c)) {
        return 0;
      }
      key = key * BASE + digit(c);
    }
    return key;
  }

  /** The plate of a key made by {@link #pack}. */
  public static String unpack(long key) {
    char[] plate = new char[PlateText.MAX_LENGTH];
    int start = plate.length;
    for (long rest = key; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      if (digit == 0 || start == 0) {
        throw notAKey();
      }
      plate[--start] = character(digit);
    }
    if (start == plate.length) {
      throw notAKey();
    }
    return new String(plate, start, plate.length - start);
  }

  /** Number of characters of the plate behind a key made by {@link #pack}; 0 for no plate. */
  public static int length(long key) {
    int length = 0;
    for (long rest = key; rest > 0; rest /= BASE) {
      length++;
    }
    return length;
  }

  static boolean isPlateCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** The digit of a character that a plate can have, 1 to 36. */
  public static int digit(char c) {
    return c <= '9' ? c - '0' + 1 : c - 'A' + 11;
  }

  private static char character(int digit) {
    return (char) (digit <= 10 ? '0' + digit - 1 : 'A' + digit - 11);
  }

  private static IllegalArgumentException notAKey() {
    return new IllegalArgumentException("not a plate key: no plate packs to this number");
  }
}
