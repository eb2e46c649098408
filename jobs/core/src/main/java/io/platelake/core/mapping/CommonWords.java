package io.platelake.core.mapping;

import io.platelake.core.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The one mapping language of feeds and lists. Earlier words of either are replaced by the common
 * ones, so that nobody else has to know them:
 *
 * <ul>
 *   <li>a place {@code path} or {@code column} is {@code at}
 *   <li>the {@code value} of the best estimate is {@code take}
 *   <li>the pattern of a {@code date}, or of a header's {@code time}, is {@code pattern}
 *   <li>a {@code record_type} whose words are {@code known} is a {@code kind} with {@code wanted}
 *       words, and so are the {@code reads} and {@code not_reads} of a kind
 *   <li>the number of {@code cells} is {@code columns}
 *   <li>{@code header: true} is {@code names}, {@code false} is {@code none}
 * </ul>
 */
public final class CommonWords {
  private static final Map<String, String> PLACE = Map.of("path", "at", "column", "at");
  private static final Map<String, String> FIELD =
      Map.of("path", "at", "column", "at", "date", "pattern");
  private static final Map<String, String> ESTIMATE =
      Map.of("path", "at", "column", "at", "value", "take");
  private static final Map<String, String> KIND =
      Map.of(
          "path", "at",
          "column", "at",
          "reads", "wanted",
          "known", "wanted",
          "not_reads", "unwanted");
  private static final Map<String, String> WHOLE = Map.of("record_type", "kind");

  private CommonWords() {}

  /** A mapping, or a part of one, in the common words. Values keep their places for messages. */
  public static YamlValue of(YamlValue mapping) {
    if (!mapping.isMapping()) {
      return mapping;
    }
    Map<String, YamlValue> keys = new LinkedHashMap<>(renamed(mapping, WHOLE));
    YamlValue cells = keys.get("cells");
    if (cells != null && !(cells.isText() && cells.text().equals("python")) && isSize(cells)) {
      keys.remove("cells");
      if (keys.put("columns", cells) != null) {
        throw cells.bad("says the same as columns", "Keep one of the two");
      }
    }
    keys.computeIfPresent("kind", (k, v) -> each(v, one -> renamedAll(one, KIND)));
    keys.computeIfPresent("candidates", (k, v) -> each(v, one -> renamedAll(one, PLACE)));
    keys.computeIfPresent("images", (k, v) -> each(v, one -> renamedAll(one, PLACE)));
    keys.computeIfPresent("header", (k, v) -> header(v));
    keys.computeIfPresent("fields", (k, v) -> fields(v));
    return YamlValue.mapping(mapping.place(), keys);
  }

  private static boolean isSize(YamlValue cells) {
    return cells.isMapping() || cells.text().chars().allMatch(Character::isDigit);
  }

  private static YamlValue fields(YamlValue fields) {
    if (!fields.isMapping()) {
      return fields;
    }
    Map<String, YamlValue> common = new LinkedHashMap<>();
    fields.entries().forEach((name, source) -> common.put(name, field(source)));
    return YamlValue.mapping(fields.place(), common);
  }

  /** A field; a place without more is left as it is. */
  private static YamlValue field(YamlValue source) {
    if (!source.isMapping()) {
      return source;
    }
    boolean estimate = source.entries().containsKey("best");
    Map<String, YamlValue> keys = renamed(source, estimate ? ESTIMATE : FIELD);
    keys.computeIfPresent("else", (k, v) -> field(v));
    return YamlValue.mapping(source.place(), keys);
  }

  private static YamlValue header(YamlValue value) {
    if (value.isMapping()) {
      return renamedAll(value, Map.of("time", "pattern"));
    }
    if (!value.isFlag()) {
      return value;
    }
    return YamlValue.text(value.place(), value.flag() ? "names" : "none");
  }

  private static YamlValue each(YamlValue value, UnaryOperator<YamlValue> change) {
    List<YamlValue> items = value.list().stream().map(change).toList();
    return value.isList() ? YamlValue.list(value.place(), items) : items.get(0);
  }

  private static YamlValue renamedAll(YamlValue value, Map<String, String> words) {
    return value.isMapping() ? YamlValue.mapping(value.place(), renamed(value, words)) : value;
  }

  private static Map<String, YamlValue> renamed(YamlValue value, Map<String, String> words) {
    Map<String, YamlValue> keys = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    value
        .entries()
        .forEach(
            (key, entry) -> {
              String common = words.getOrDefault(key, key);
              if (keys.put(common, entry) != null) {
                throw value.bad(
                    written.get(common) + " and " + key + " say the same", "Keep " + common);
              }
              written.put(common, key);
            });
    return keys;
  }
}
