package io.platelake.core.plate;

import io.platelake.core.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words for "no plate" that come with the product: {@code schemas/plates/no-plate.yaml}. */
final class ShippedWords {
  static final String FILE = "schemas/plates/no-plate.yaml";
  private static final String OTHERS = "others";
  private static final String NO_WORD = "-";

  /** Words by their form, as the file writes them. */
  static final Map<String, String> BY_FORM = new LinkedHashMap<>();

  private static final Set<String> EXACT = new HashSet<>();

  /** With blanks around it. Plates are longer, and every reading passes here. */
  private static final int LONGEST_EXACT = 6;

  /** How often a character must repeat. */
  private static final Map<Character, Integer> REPEATS = new HashMap<>();

  private static final int REPEATS_OF_OTHERS;

  static {
    Map<String, YamlValue> root = file().object("groups", "phrases", "exact", "repeats");
    for (YamlValue group : root.get("groups").list()) {
      Map<String, YamlValue> keys = group.object("language", "maker", "source", "words");
      keys.get("words").list().forEach(word -> BY_FORM.put(WordForm.of(word.text()), word.text()));
    }
    root.get("phrases").list().forEach(phrase -> addPhrases("", phrase.list()));
    root.get("exact").list().forEach(word -> EXACT.add(word.text()));
    Map<String, YamlValue> repeats = root.get("repeats").entries();
    REPEATS_OF_OTHERS = repeats.get(OTHERS).integer(2, PlateText.MAX_LENGTH);
    repeats.forEach(
        (character, times) -> {
          if (!character.equals(OTHERS)) {
            REPEATS.put(character.charAt(0), times.integer(2, PlateText.MAX_LENGTH));
          }
        });
  }

  private ShippedWords() {}

  /** One word of each list after the other; what a group of words has already stays. */
  private static void addPhrases(String start, List<YamlValue> lists) {
    if (lists.isEmpty()) {
      BY_FORM.putIfAbsent(WordForm.of(start), start);
      return;
    }
    for (YamlValue word : lists.get(0).list()) {
      String longer = word.text().equals(NO_WORD) ? start : (start + " " + word.text()).strip();
      addPhrases(longer, lists.subList(1, lists.size()));
    }
  }

  /** Whether the text as a whole, signs included, is a word. */
  static boolean isExact(String raw) {
    return raw.length() <= LONGEST_EXACT && EXACT.contains(raw.strip().toUpperCase(Locale.ROOT));
  }

  /** Whether a form is one character so often that it is a filler. */
  static boolean isRepeated(String form) {
    char first = form.charAt(0);
    return form.length() >= REPEATS.getOrDefault(first, REPEATS_OF_OTHERS)
        && form.chars().allMatch(c -> c == first);
  }

  private static YamlValue file() {
    try (InputStream in = ShippedWords.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return YamlValue.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
