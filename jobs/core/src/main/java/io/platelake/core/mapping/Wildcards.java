package io.platelake.core.mapping;

import io.platelake.core.yaml.YamlValue;
import java.util.List;
import java.util.Map;

/**
 * Characters that stand for unknown ones of a plate: key {@code wildcards}. A list may have them; a
 * read is one plate.
 *
 * @param one characters that each stand for one
 * @param any characters that each stand for any number, none included
 */
public record Wildcards(String one, String any) {
  /** Those of file names and of SQL; no plate holds one. */
  public static final Wildcards USUAL = new Wildcards("?_", "*%");

  /** Other characters than usual; none that plates are made of. */
  public static Wildcards read(YamlValue yaml) {
    Map<String, YamlValue> keys = yaml.object(List.of("one", "any"));
    String one = keys.containsKey("one") ? keys.get("one").text() : "";
    String any = keys.containsKey("any") ? keys.get("any").text() : "";
    String all = one + any;
    if (all.isEmpty()
        || all.chars().distinct().count() != all.length()
        || all.chars().anyMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-')) {
      throw yaml.bad(
          "does not hold different characters that no plate has",
          "Write for example one: \"?.\" and any: \"*\"");
    }
    return new Wildcards(one, any);
  }

  public boolean isIn(String plate) {
    return plate.chars().anyMatch(c -> one.indexOf(c) >= 0 || any.indexOf(c) >= 0);
  }

  /** The same with {@code ?} and {@code *}. */
  public String replaced(String plate) {
    StringBuilder text = new StringBuilder(plate);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (one.indexOf(c) >= 0) {
        text.setCharAt(i, '?');
      } else if (any.indexOf(c) >= 0) {
        text.setCharAt(i, '*');
      }
    }
    return text.toString();
  }
}
