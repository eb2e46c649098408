package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateKeyTest {
  private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "9, 10",
    "A, 11",
    "Z, 36",
    "00, 38",
    "ABC1234, 29079587642",
    "ZZZZZZZZZZZZ, 6582952005840035280",
  })
  void shouldPackToTheseKeysForEver(String plate, long key) {
    assertEquals(key, PlateKey.pack(plate));
    assertEquals(plate, PlateKey.unpack(key));
  }

  @Test
  void shouldGiveEveryShortPlateItsOwnKey() {
    Set<Long> keys = new HashSet<>();
    for (char a : DIGITS.toCharArray()) {
      keys.add(PlateKey.pack("" + a));
      for (char b : DIGITS.toCharArray()) {
        keys.add(PlateKey.pack("" + a + b));
        for (char c : DIGITS.toCharArray()) {
          keys.add(PlateKey.pack("" + a + b + c));
        }
      }
    }
    assertEquals(36 + 36 * 36 + 36 * 36 * 36, keys.size());
  }

  @Property(tries = 400)
  void shouldUnpackWhatItPacked(@ForAll("plates") String plate) {
    long key = PlateKey.pack(plate);

    assertTrue(key > 0);
    assertEquals(plate, PlateKey.unpack(key));
    assertEquals(plate.length(), PlateKey.length(key));
    assertEquals(positional(plate), BigInteger.valueOf(key));
  }

  @Property(tries = 400)
  void shouldPackOnlyKeysThatItUnpacks(@ForAll long number) {
    try {
      assertEquals(number, PlateKey.pack(PlateKey.unpack(number)));
    } catch (IllegalArgumentException notAKey) {
      assertTrue(number <= 0 || hasZeroDigit(number) || PlateKey.length(number) > 12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ABCDEFGHIJKLM", "abc", "AB C", "AB-C", "\u00C4"})
  void shouldRefuseTextThatIsNotNormalisedWithoutQuotingIt(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> PlateKey.pack(text));
    assertFalse(text.length() > 1 && error.getMessage().contains(text));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 37, 37 * 37, Long.MIN_VALUE, Long.MAX_VALUE})
  void shouldRefuseNumbersThatNoPlatePacksTo(long number) {
    assertThrows(IllegalArgumentException.class, () -> PlateKey.unpack(number));
  }

  @Provide
  Arbitrary<String> plates() {
    return Plates.any();
  }

  private static BigInteger positional(String plate) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < plate.length(); i++) {
      BigInteger place = BigInteger.valueOf(37).pow(plate.length() - 1 - i);
      sum = sum.add(place.multiply(BigInteger.valueOf(DIGITS.indexOf(plate.charAt(i)) + 1)));
    }
    return sum;
  }

  private static boolean hasZeroDigit(long number) {
    return base37(number).contains(0);
  }

  private static Set<Integer> base37(long number) {
    Set<Integer> digits = new HashSet<>();
    for (long rest = number; rest > 0; rest /= 37) {
      digits.add((int) (rest % 37));
    }
    return digits;
  }
}
