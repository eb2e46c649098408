package io.platelake.city.reader;

import io.platelake.city.chance.Dice;
import io.platelake.city.vehicle.Fleet;

/**
 * The camera's text recognition: true plate in, plate as read out.
 *
 * <p>Of the misreads, two fifths differ in length by a character (four fifths of these lost, one
 * fifth added, mostly at the ends where a tow bar or a frame covers the plate), about half have one
 * character wrong and the rest several ({@link Confusions} says where the figures are from). A
 * plate with an O or a Q is misread far more often than one without; over the fleet the share of
 * misreads is the one asked for.
 */
public final class Misreader {
  private static final double LENGTH_ERRORS = 0.38;
  private static final double SEVERAL_OF_WRONG = 0.23;
  private static final int CALIBRATION_PLATES = 4096;

  private final double misreads;
  private final double meanRate;

  public Misreader(double misreads, Fleet fleet, long seed) {
    this.misreads = misreads;
    Dice dice = Dice.of(seed, Dice.Stream.CALIBRATION, 0);
    double sum = 0;
    for (int i = 0; i < CALIBRATION_PLATES; i++) {
      sum += rate(fleet.plate(dice.below(fleet.size())));
    }
    meanRate = sum / CALIBRATION_PLATES;
  }

  /**
   * @param difficulty of the camera's place, 1 on average
   * @return the same array when read exactly, a new one otherwise
   */
  byte[] read(byte[] truth, double difficulty, Dice dice) {
    double u = dice.unit();
    double length = misreads * difficulty * LENGTH_ERRORS;
    if (u < length) {
      return wrongLength(truth, dice);
    }
    double wrong = misreads * difficulty * (1 - LENGTH_ERRORS) * rate(truth) / meanRate;
    if (u >= length + wrong) {
      return truth;
    }
    byte[] read = oneWrong(truth, dice);
    if (dice.chance(SEVERAL_OF_WRONG)) {
      return dice.chance(0.3) ? wrongLength(read, dice) : twoWrong(truth, read, dice);
    }
    return read;
  }

  /** Another reading of the same plate with one character wrong, the likeliest place first. */
  static byte[] oneWrong(byte[] truth, Dice dice) {
    int at = dice.below(rate(truth));
    int place = 0;
    while (at >= Confusions.rate(truth[place])) {
      at -= Confusions.rate(truth[place++]);
    }
    byte[] read = truth.clone();
    read[place] = Confusions.misread(truth[place], dice);
    return read;
  }

  private static byte[] twoWrong(byte[] truth, byte[] read, Dice dice) {
    int place = dice.below(truth.length);
    if (read[place] != truth[place]) {
      place = (place + 1) % truth.length;
    }
    read[place] = Confusions.misread(truth[place], dice);
    return read;
  }

  private static byte[] wrongLength(byte[] truth, Dice dice) {
    return dice.chance(0.8) ? lost(truth, dice) : added(truth, dice);
  }

  private static byte[] lost(byte[] truth, Dice dice) {
    double u = dice.unit();
    int eight = indexOfEight(truth);
    int place;
    if (u < 0.35) {
      place = truth.length - 1;
    } else if (u < 0.60) {
      place = 0;
    } else if (u < 0.75 && eight >= 0) {
      place = eight;
    } else {
      place = dice.below(truth.length);
    }
    byte[] read = new byte[truth.length - 1];
    System.arraycopy(truth, 0, read, 0, place);
    System.arraycopy(truth, place + 1, read, place, truth.length - 1 - place);
    return read;
  }

  /** Bolts and frame edges become strokes at an end, or a character is seen twice. */
  private static byte[] added(byte[] truth, Dice dice) {
    double u = dice.unit();
    int place = u < 0.35 ? 0 : u < 0.70 ? truth.length : 1 + dice.below(truth.length);
    byte stroke = place > 0 && u >= 0.70 ? truth[place - 1] : (byte) (dice.chance(0.7) ? '1' : 'I');
    byte[] read = new byte[truth.length + 1];
    System.arraycopy(truth, 0, read, 0, place);
    read[place] = stroke;
    System.arraycopy(truth, place, read, place + 1, truth.length - place);
    return read;
  }

  private static int indexOfEight(byte[] plate) {
    for (int i = 0; i < plate.length; i++) {
      if (plate[i] == '8') {
        return i;
      }
    }
    return -1;
  }

  private static int rate(byte[] plate) {
    int sum = 0;
    for (byte character : plate) {
      sum += Confusions.rate(character);
    }
    return sum;
  }
}
