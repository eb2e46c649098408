package io.platelake.app.outcome;

import io.platelake.core.Refusal;
import io.platelake.core.plate.PlateKey;
import java.util.List;
import java.util.Locale;

/** Keeps plates out of what people write for the record. */
final class PlateInText {
  /** A plate of fewer characters is part of many words: then it counts as a word only. */
  private static final int SHORT = 5;

  private PlateInText() {}

  /** Whether a text names the plate of a key, whatever stands between its characters. */
  static boolean names(String text, long plateKey) {
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
  static void refusePart(String option, String text, String pattern) {
    if (pattern != null
        && text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .contains(pattern.replaceAll("^\\*|\\*$", ""))) {
      throw new Refusal(
          option, "it names a part of the plate, and would outlive it", "Say why without it.");
    }
  }

  /**
   * @throws Refusal if the text names one of the plates; it is not quoted
   */
  static void refuse(String option, String text, List<Long> plateKeys) {
    if (plateKeys.stream().anyMatch(key -> names(text, key))) {
      throw new Refusal(
          option, "it names the plate, and would outlive it", "Say why without the plate.");
    }
  }
}
