package io.platelake.core.plate;

import io.platelake.core.BadInput;
import java.io.Serializable;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A plate known in part: {@code ?} stands for one character, {@code *} for any number of them, none
 * included. Matching takes a packed key and allocates nothing.
 *
 * <p>Patterns that fit the same plates by the same wildcards have one {@link #text}: of wildcards
 * in a row, the single characters come first and one run stands for all.
 *
 * <p>A pattern is as personal as a plate: neither errors nor {@code toString} tell it.
 */
public final class PlatePattern implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Fewer known characters would name thousands of vehicles of any state. */
  public static final int MIN_FIXED = 3;

  // A step is a set of characters, bits being digits of a plate key, or a run.
  private static final long RUN = 0;

  private static final long ANY = (1L << PlateKey.BASE) - 2;

  private static final Pattern WILDCARDS = Pattern.compile("[?*]+");

  private final String text;
  private final long[] steps;

  private PlatePattern(String text, long[] steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * @param raw in any case; blanks and hyphens are dropped
   * @param letterOAsZero whether the list writes the letter O as zero: a zero is then either
   * @param minFixed fewest characters that must be given
   * @throws BadInput if it holds anything else, too few characters, no certain one among those that
   *     it gives, or more than a plate has
   */
  public static PlatePattern of(String raw, boolean letterOAsZero, int minFixed) {
    String text = inOrder(upper(raw.replaceAll("[\\s-]", "")));
    long zero = 1L << PlateKey.digit('0');
    long[] steps = new long[text.length()];
    int fixed = 0;
    for (int i = 0; i < steps.length; i++) {
      char c = text.charAt(i);
      if (c == '?') {
        steps[i] = ANY;
      } else if (c == '*') {
        steps[i] = RUN;
      } else if (PlateKey.isPlateCharacter(c)) {
        long only = 1L << PlateKey.digit(c);
        steps[i] = letterOAsZero && only == zero ? only | 1L << PlateKey.digit('O') : only;
        fixed++;
      } else {
        throw wrong("character " + (i + 1) + " is none that a plate has");
      }
    }
    if (fixed < minFixed) {
      throw wrong("it has " + fixed + " known characters and needs " + minFixed);
    }
    if (fixed > 0 && Arrays.stream(steps).noneMatch(step -> Long.bitCount(step) == 1)) {
      throw wrong("each known character is a zero that may be the letter O");
    }
    if (steps.length - text.chars().filter(c -> c == '*').count() > PlateText.MAX_LENGTH) {
      throw wrong("it is longer than a plate");
    }
    return new PlatePattern(text, steps);
  }

  private static String upper(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = PlateText.upper(chars[i]);
    }
    return new String(chars);
  }

  private static String inOrder(String text) {
    return WILDCARDS
        .matcher(text)
        .replaceAll(
            m -> {
              String single = m.group().replace("*", "");
              return single.length() < m.group().length() ? single + "*" : single;
            });
  }

  /** The one spelling: upper case, {@code ?} for a character and {@code *} for any number. */
  public String text() {
    return text;
  }

  /** Number of characters that are given; a zero that may be the letter O is one. */
  public int known() {
    return (int) text.chars().filter(c -> c != '?' && c != '*').count();
  }

  /** Whether the plate fits; false for no plate, the key 0. */
  public boolean matches(long plateKey) {
    // From the last character to the first: what is left of a key then is a key again.
    long rest = plateKey;
    int step = steps.length - 1;
    long retryRest = -1;
    int retryStep = -1;
    while (rest > 0) {
      if (step >= 0 && steps[step] == RUN) {
        retryStep = step--;
        retryRest = rest;
      } else if (step >= 0 && (steps[step] >>> (rest % PlateKey.BASE) & 1) == 1) {
        step--;
        rest /= PlateKey.BASE;
      } else if (retryStep >= 0) {
        // The run takes one character more.
        retryRest /= PlateKey.BASE;
        rest = retryRest;
        step = retryStep - 1;
      } else {
        return false;
      }
    }
    while (step >= 0 && steps[step] == RUN) {
      step--;
    }
    return step < 0 && plateKey > 0;
  }

  /** Number of steps, of which {@link #step} tells each. */
  public int size() {
    return steps.length;
  }

  /** The only character of a step, as a digit of {@link PlateKey}; -1 when it has several. */
  public int step(int index) {
    long step = steps[index];
    return Long.bitCount(step) == 1 ? Long.numberOfTrailingZeros(step) : -1;
  }

  /** Whether the step stands for any number of characters. */
  public boolean isRun(int index) {
    return steps[index] == RUN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlatePattern that && Arrays.equals(steps, that.steps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(steps);
  }

  private static BadInput wrong(String why) {
    return new BadInput(
        "partial plate",
        why,
        "Write the known characters, ? for one that is unknown and * for any number of them.");
  }
}
