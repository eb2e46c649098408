package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.record.JsonTree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of a path into a list of names and values: {@code [Name=Plate]} is the element whose
 * {@code Name} is {@code Plate}, in either case of letters. One element alone is a list of one.
 */
final class ListSelector {
  private static final Pattern STEP = Pattern.compile("([^\\[]*)(\\[[^\\[\\]=]+=[^\\[\\]]+\\])");

  private ListSelector() {}

  /** A name with a selector after it, as group 1 and 2; it matches for no other name. */
  static Matcher in(String name) {
    return STEP.matcher(name);
  }

  static boolean isOne(String step) {
    return step.charAt(0) == '[' && step.indexOf('=') > 0;
  }

  /** The name that a parser must not skip: of the key that selects, or the step itself. */
  static String name(String step) {
    return !step.isEmpty() && isOne(step) ? step.substring(1, step.indexOf('=')) : step;
  }

  /**
   * The element; null where there is none, and a structure that no field takes where there are
   * several, since the true one is unknown.
   */
  static JsonNode find(JsonNode list, String step) {
    String key = name(step);
    String word = step.substring(key.length() + 2, step.length() - 1);
    if (list.isObject()) {
      return isSelected(list, key, word) ? list : null;
    }
    JsonNode found = null;
    for (JsonNode element : list) {
      if (isSelected(element, key, word)) {
        if (found != null && !found.equals(element)) {
          return RecordPlaces.NO_VALUE;
        }
        found = element;
      }
    }
    return found;
  }

  private static boolean isSelected(JsonNode element, String key, String word) {
    String text = JsonTree.text(element.isArray() ? at(element, key) : element.get(key));
    return text != null && text.strip().equalsIgnoreCase(word);
  }

  /** Of a pair that is a list, by number. */
  private static JsonNode at(JsonNode pair, String index) {
    return index.length() < 3 && index.chars().allMatch(Character::isDigit)
        ? pair.get(Integer.parseInt(index))
        : null;
  }
}
