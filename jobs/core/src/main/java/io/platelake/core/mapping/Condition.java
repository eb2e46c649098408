package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.record.Words;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds for a record in which every one of these places has one of its words, in either case of
 * letters.
 *
 * @param values words by path, in lower case
 */
public record Condition(Map<List<String>, Set<String>> values) implements Serializable {
  public Condition {
    values =
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> List.copyOf(e.getKey()), e -> lower(e.getValue())));
  }

  public boolean holds(Function<List<String>, String> texts) {
    return values.entrySet().stream()
        .allMatch(
            e -> {
              String text = texts.apply(e.getKey());
              return text != null && e.getValue().contains(lower(text));
            });
  }

  /** Whether a structure is where one of the words should be, so that it cannot be known. */
  public boolean isUnclear(RecordPlaces places) {
    for (List<String> path : values.keySet()) {
      JsonNode node = places.at(path);
      if (node != null && node.isContainerNode()) {
        return true;
      }
    }
    return false;
  }

  static String lower(String word) {
    return Words.strip(word).toLowerCase(Locale.ROOT);
  }

  static Set<String> lower(Set<String> words) {
    return words.stream().map(Condition::lower).collect(Collectors.toUnmodifiableSet());
  }
}
