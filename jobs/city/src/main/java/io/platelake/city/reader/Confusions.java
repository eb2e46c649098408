package io.platelake.city.reader;

import io.platelake.city.chance.Dice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a reader mistakes single characters: rates per true character, not symmetric.
 *
 * <p>Measured on 751 US plates of known truth read by an open engine of 2014 (O as D .19, Q as 0
 * .14, and so on), which found 86 % exact, a quarter of the errors inside the look-alike classes
 * 0ODQ 1I 2Z 5S 8B 6G, and two fifths a difference in length. What else a character turns into is
 * drawn from the commonest confusions of a general text recogniser on British plates, then from
 * anything. Beyond the measured pairs every character has the same small rate.
 */
final class Confusions {
  /** True character, character read, rate in thousandths. */
  private static final String[] MEASURED = {
    "OD190", "Q0140", "OQ130", "I1040", "8B040", "HB020", "LE020", "B8020", "0D013", "5S009",
    "2Z008"
  };

  private static final String[] LOOKALIKES = {
    "DO", "NM", "XY", "FR", "GC", "KR", "VY", "HN", "65", "ZI"
  };
  private static final int OTHER_RATE = 10;
  private static final int SYMBOLS = 36;

  private static final byte[][] READ_AS = new byte[SYMBOLS][];
  private static final int[][] RATE_TOTALS = new int[SYMBOLS][];
  private static final int[] RATE = new int[SYMBOLS];
  private static final byte[] LOOKALIKE = new byte[SYMBOLS];

  static {
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      StringBuilder readAs = new StringBuilder();
      int[] rates = new int[MEASURED.length + 1];
      int count = 0;
      for (String pair : MEASURED) {
        if (pair.charAt(0) == character(symbol)) {
          readAs.append(pair.charAt(1));
          rates[count++] = Integer.parseInt(pair.substring(2));
        }
      }
      rates[count++] = OTHER_RATE;
      RATE_TOTALS[symbol] = Dice.runningTotals(Arrays.copyOf(rates, count));
      RATE[symbol] = RATE_TOTALS[symbol][count - 1];
      READ_AS[symbol] = readAs.toString().getBytes(StandardCharsets.US_ASCII);
    }
    for (String pair : LOOKALIKES) {
      LOOKALIKE[index((byte) pair.charAt(0))] = (byte) pair.charAt(1);
    }
  }

  private Confusions() {}

  /** Thousandths of this true character's readings that are another character. */
  static int rate(byte truth) {
    return RATE[index(truth)];
  }

  /** A character that is never the true one. */
  static byte misread(byte truth, Dice dice) {
    int symbol = index(truth);
    int choice = dice.weighted(RATE_TOTALS[symbol]);
    if (choice < READ_AS[symbol].length) {
      return READ_AS[symbol][choice];
    }
    if (LOOKALIKE[symbol] != 0 && dice.chance(0.6)) {
      return LOOKALIKE[symbol];
    }
    return character((symbol + 1 + dice.below(SYMBOLS - 1)) % SYMBOLS);
  }

  private static int index(byte character) {
    return character <= '9' ? character - '0' : character - 'A' + 10;
  }

  private static byte character(int index) {
    return (byte) (index < 10 ? '0' + index : 'A' + index - 10);
  }
}
