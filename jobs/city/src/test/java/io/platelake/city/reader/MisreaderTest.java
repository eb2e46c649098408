package io.platelake.city.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.city.chance.Dice;
import io.platelake.city.text.Bytes;
import io.platelake.city.vehicle.Fleet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisreaderTest {
  private static final int READINGS = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.11, 0.14})
  void shouldMisreadTheShareAskedForOverAFleet(double share) {
    Fleet fleet = new Fleet(1, 5000);
    Misreader misreader = new Misreader(share, fleet, 1);
    int wrong = 0;
    for (int i = 0; i < READINGS; i++) {
      byte[] truth = fleet.plate(i % 5000);
      wrong += Arrays.equals(misreader.read(truth, 1, dice(i)), truth) ? 0 : 1;
    }
    assertEquals(share, (double) wrong / READINGS, 0.004);
  }

  @Test
  void shouldReadExactlyWhenNothingIsMisread() {
    Fleet fleet = new Fleet(1, 500);
    Misreader misreader = new Misreader(0, fleet, 1);
    byte[] truth = fleet.plate(3);
    for (int i = 0; i < 1000; i++) {
      assertSame(truth, misreader.read(truth, 1.3, dice(i)));
    }
  }

  @Test
  void shouldMisreadALetterOMoreOftenThanItsLookAlikes() {
    double o = shareMisread("AOA1117");
    double d = shareMisread("ADA1117");
    double q = shareMisread("AQA1117");
    assertTrue(o > q && q > d, "O " + o + ", Q " + q + ", D " + d);
  }

  @Test
  void shouldConfuseByTrueCharacterAndNotBothWaysAlike() {
    int[] ofO = confusions('O');
    assertEquals(190.0 / 330, ofO['D'] / (double) READINGS, 0.01);
    assertEquals(130.0 / 330, ofO['Q'] / (double) READINGS, 0.01);
    int[] ofD = confusions('D');
    assertTrue(ofD['O'] > 0.5 * READINGS, "D is mostly taken for an O");
    assertEquals(0, confusions('8')['8'], "never itself");
  }

  @Test
  void shouldLoseEndsMoreOftenThanMiddles() {
    byte[] truth = Bytes.ascii("AB34567");
    Fleet fleet = new Fleet(1, 500);
    Misreader misreader = new Misreader(0.5, fleet, 1);
    int ends = 0;
    int lost = 0;
    int added = 0;
    for (int i = 0; i < READINGS; i++) {
      byte[] read = misreader.read(truth, 1, dice(i));
      added += read.length == 8 ? 1 : 0;
      if (read.length == 6) {
        lost++;
        String text = new String(read, StandardCharsets.US_ASCII);
        ends += text.equals("AB3456") || text.equals("B34567") ? 1 : 0;
      }
    }
    assertTrue(ends > 0.6 * lost, ends + " of " + lost);
    assertEquals(0.8, (double) lost / (lost + added), 0.01);
  }

  @Test
  void shouldOfferOtherReadingsWithOneCharacterWrong() {
    byte[] truth = Bytes.ascii("ABC8O12");
    for (int i = 0; i < 1000; i++) {
      byte[] other = Misreader.oneWrong(truth, dice(i));
      int different = 0;
      for (int place = 0; place < truth.length; place++) {
        different += other[place] == truth[place] ? 0 : 1;
      }
      assertEquals(1, different);
      assertNotEquals(truth, other);
    }
  }

  private static double shareMisread(String plate) {
    Misreader misreader = new Misreader(0.11, new Fleet(1, 5000), 1);
    byte[] truth = Bytes.ascii(plate);
    int wrong = 0;
    for (int i = 0; i < READINGS; i++) {
      wrong += Arrays.equals(misreader.read(truth, 1, dice(i)), truth) ? 0 : 1;
    }
    return (double) wrong / READINGS;
  }

  private static int[] confusions(char truth) {
    int[] counts = new int[128];
    for (int i = 0; i < READINGS; i++) {
      counts[Confusions.misread((byte) truth, dice(i))]++;
    }
    return counts;
  }

  private static Dice dice(long index) {
    return Dice.of(1, Dice.Stream.EVENT, index);
  }
}
