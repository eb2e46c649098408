package io.platelake.core.plate;

import io.platelake.core.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Keeps plates out of what people write for the record. */
public final class PlateInText {
  /** A plate of fewer characters is part of many words: then it counts as a word only. */
  private static final int SHORT = 5;

  private PlateInText() {}

  /** Whether a text names the plate of a key, whatever stands between its characters. */
  public static boolean names(String text, long plateKey) {
    String plate = PlateKey.unpack(plateKey);
    String upper = text.toUpperCase(Locale.ROOT);
    return plate.length() < SHORT
        ? List.of(upper.split("[^A-Z0-9]+")).contains(plate)
        : upper.replaceAll("[^A-Z0-9]", "").contains(plate);
  }

  /**
   * @throws Refusal if the text names what is known of a plate, wildcards included; it is not
   *     quoted
   */
  public static void refusePart(String option, String text, String pattern) {
    if (pattern != null
        && text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .contains(pattern.replaceAll("^\\*|\\*$", ""))) {
      throw new Refusal(
          option, "it names a part of the plate, and would outlive it", "Say why without it.");
    }
  }

  /**
   * Keys of everything in a text that could be a plate: every word, and adjacent words together, as
   * plates are written with blanks and hyphens. Use it where any plate of a whole list may be
   * meant.
   */
  public static List<Long> possible(String text) {
    Set<Long> keys = new TreeSet<>();
    spellings(text).forEach(word -> keys.add(PlateKey.pack(word)));
    return List.copyOf(keys);
  }

  /**
   * Those of {@link #possible} that hardly are words or numbers: letters and digits, five
   * characters or more. Use it where any plate of a whole state may be meant, of which many a word
   * and many a number is one.
   */
  public static List<Long> likely(String text) {
    Set<Long> keys = new TreeSet<>();
    for (String word : spellings(text)) {
      if (word.length() >= SHORT && word.matches(".*[A-Z].*") && word.matches(".*[0-9].*")) {
        keys.add(PlateKey.pack(word));
      }
    }
    return List.copyOf(keys);
  }

  private static Set<String> spellings(String text) {
    String[] words = text.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+");
    Set<String> spellings = new TreeSet<>();
    for (int from = 0; from < words.length; from++) {
      StringBuilder together = new StringBuilder();
      for (int to = from; to < words.length; to++) {
        together.append(words[to]);
        if (together.length() > PlateText.MAX_LENGTH) {
          break;
        }
        spellings.add(together.toString());
      }
    }
    spellings.remove("");
    return spellings;
  }

  /**
   * @throws Refusal if the text names one of the plates; it is not quoted
   */
  public static void refuse(String option, String text, List<Long> plateKeys) {
    if (plateKeys.stream().anyMatch(key -> names(text, key))) {
      throw new Refusal(
          option, "it names the plate, and would outlive it", "Say why without the plate.");
    }
  }
}
