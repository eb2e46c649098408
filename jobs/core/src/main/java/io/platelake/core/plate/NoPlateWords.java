package io.platelake.core.plate;

import io.platelake.core.yaml.YamlValue;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Words that say that no plate was read, where a plate would be: {@code NO TAG}, {@code UNREADABLE}
 * or {@code XXXXXXX}. They come with the product in {@code schemas/plates/no-plate.yaml}, and a
 * feed or a list adds its own:
 *
 * <pre>{@code
 * no_plate_words:
 *   add: [SIN LAMINA]   # further words
 *   plates: [MISSING]   # words of the product that are plates here
 * }</pre>
 *
 * <p>The comparison ignores case, signs and blanks, and takes 0 for O in words of four characters
 * or more. One character over and over is such a word as well.
 */
public final class NoPlateWords implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for every text that repeats one character. */
  public static final String REPEATED = "one character repeated";

  /** The words of the product alone. */
  public static final NoPlateWords COMMON = new NoPlateWords(Map.of(), Set.of());

  private final HashMap<String, String> added;
  private final HashSet<String> plates;
  private final transient Map<String, String> byForm;
  private final transient long[] keys;

  private NoPlateWords(Map<String, String> added, Set<String> plates) {
    this.added = new HashMap<>(added);
    this.plates = new HashSet<>(plates);
    this.byForm = new HashMap<>(ShippedWords.BY_FORM);
    this.byForm.putAll(added);
    this.keys = WordKeys.of(byForm.keySet(), plates);
  }

  /**
   * Key {@code no_plate_words} of a feed or list.
   *
   * @param value null where the file has no such key
   */
  public static NoPlateWords read(YamlValue value) {
    if (value == null) {
      return COMMON;
    }
    Map<String, YamlValue> keys = value.object("add", "plates");
    Map<String, String> added = new HashMap<>();
    for (YamlValue word : list(keys.get("add"))) {
      added.put(form(word), word.text());
    }
    Set<String> plates = new HashSet<>();
    for (YamlValue word : list(keys.get("plates"))) {
      plates.add(form(word));
    }
    return new NoPlateWords(added, plates);
  }

  private static List<YamlValue> list(YamlValue value) {
    return value == null ? List.of() : value.list();
  }

  private static String form(YamlValue word) {
    String form = WordForm.of(word.text());
    if (form.isEmpty() || form.length() > WordForm.LONGEST) {
      throw word.bad(
          "is no word of 1 to " + WordForm.LONGEST + " letters and digits",
          "Remove it; signs alone never are a plate");
    }
    return form;
  }

  /** Whether a key is a word of the product. Such a read or entry never matches. */
  public static boolean isCommon(long key) {
    return WordKeys.contain(COMMON.keys, key);
  }

  /** The words of the product, as its file writes them. */
  public static Collection<String> common() {
    return List.copyOf(ShippedWords.BY_FORM.values());
  }

  /** The plate that a text spells, see {@link PlateText#normalise}; empty for a word. */
  public Optional<String> plate(String raw) {
    return PlateText.spelled(raw)
        .filter(
            plate -> !WordKeys.contain(keys, PlateKey.pack(plate)) && !ShippedWords.isExact(raw));
  }

  /** Whether the feed or list says that the text is a plate, whatever else it looks like. */
  public boolean isPlateHere(String raw) {
    return !plates.isEmpty() && plates.contains(WordForm.of(raw));
  }

  /** The word that a text is, as the list of words writes it; empty for any other text. */
  public Optional<String> find(String raw) {
    String form = WordForm.of(raw);
    if (form.isEmpty() || plates.contains(form)) {
      return Optional.empty();
    }
    if (byForm.containsKey(form)) {
      return Optional.of(byForm.get(form));
    }
    if (ShippedWords.isRepeated(form)) {
      return Optional.of(REPEATED);
    }
    return ShippedWords.isExact(raw) ? Optional.of(raw.strip()) : Optional.empty();
  }

  /** What travels is what a feed says; the words of the product are there already. */
  private Object readResolve() {
    return added.isEmpty() && plates.isEmpty() ? COMMON : new NoPlateWords(added, plates);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoPlateWords words
        && added.equals(words.added)
        && plates.equals(words.plates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(added, plates);
  }

  @Override
  public String toString() {
    return "NoPlateWords[" + added.size() + " added, " + plates.size() + " plates]";
  }
}
