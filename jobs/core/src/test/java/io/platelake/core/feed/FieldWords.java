package io.platelake.core.feed;

import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.Source;
import io.platelake.core.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In words, where a format's fields stand. */
final class FieldWords {
  private FieldWords() {}

  /** Our field to the maker's, in the order of {@link MappedField}. */
  static Map<String, String> of(Map<String, YamlValue> keys, FeedDefinition feed) {
    Map<String, String> words = new LinkedHashMap<>();
    if (feed.mapping() == null) {
      keys.get("fields").entries().forEach((field, place) -> words.put(field, place.text()));
      return words;
    }
    new TreeMap<>(feed.mapping().fields())
        .forEach((field, source) -> words.put(field.key(), words(source)));
    String candidates =
        feed.mapping().candidates().stream()
            .map(c -> code(c.path()))
            .collect(Collectors.joining(", "));
    if (!candidates.isEmpty()) {
      words.put("candidates", candidates);
    }
    String images =
        feed.mapping().images().stream()
            .map(i -> code(i.path()) + " as " + i.kind().word())
            .collect(Collectors.joining(", "));
    if (!images.isEmpty()) {
      words.put("images", images);
    }
    return words;
  }

  private static String words(Source source) {
    StringBuilder words =
        new StringBuilder(
            source.value() != null
                ? "always `" + source.value() + "`"
                : source.paths().stream().map(FieldWords::code).collect(Collectors.joining(" ")));
    if (source.best() != null) {
      words.append(", `").append(source.take()).append("` of the best `");
      words.append(source.best()).append('`');
    }
    if (source.match() != null) {
      words.append(", matching `").append(source.match()).append('`');
    }
    if (source.when() != null) {
      source
          .when()
          .values()
          .forEach(
              (path, values) ->
                  words
                      .append(" where ")
                      .append(code(path))
                      .append(" is `")
                      .append(String.join("`, `", new TreeSet<>(values)))
                      .append('`'));
    }
    if (!source.meaning().codes().isEmpty()) {
      words.append(", by codes");
    }
    if (source.otherwise() != null) {
      words.append(", else ").append(words(source.otherwise()));
    }
    return words.toString();
  }

  private static String code(List<String> path) {
    return "`" + String.join(".", path) + "`";
  }
}
