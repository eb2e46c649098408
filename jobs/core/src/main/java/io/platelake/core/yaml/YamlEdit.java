package io.platelake.core.yaml;

import io.platelake.core.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document from which values are taken out, and to which words are added. */
final class YamlEdit {
  /** A word that is an id, a name and a text. */
  private static final String FILLER = "x";

  private YamlValue root;

  YamlEdit(YamlValue root) {
    this.root = root;
  }

  YamlValue root() {
    return root;
  }

  boolean has(String path) {
    return has(root, path);
  }

  void remove(String path) {
    root = without(root, path);
  }

  /** Adds a word at a path; says whether there is a mapping to take it. */
  boolean fill(String path) {
    if (path.contains("[")) {
      return false;
    }
    try {
      root = with(root, List.of(path.split("\\.")));
      return true;
    } catch (BadInput e) {
      return false;
    }
  }

  private static boolean has(YamlValue value, String path) {
    return value.key().equals(path) || children(value).stream().anyMatch(child -> has(child, path));
  }

  private static List<YamlValue> children(YamlValue value) {
    if (value.content() instanceof YamlContent.Entries mapping) {
      return List.copyOf(mapping.entries().values());
    }
    return value.content() instanceof YamlContent.Items list ? list.items() : List.of();
  }

  private static YamlValue without(YamlValue value, String path) {
    if (value.content() instanceof YamlContent.Entries mapping) {
      Map<String, YamlValue> rest = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (name, child) -> {
                if (!child.key().equals(path)) {
                  rest.put(name, without(child, path));
                }
              });
      return YamlValue.mapping(value.place(), rest);
    }
    if (value.content() instanceof YamlContent.Items list) {
      return YamlValue.list(
          value.place(),
          list.items().stream()
              .filter(child -> !child.key().equals(path))
              .map(child -> without(child, path))
              .toList());
    }
    return value;
  }

  private static YamlValue with(YamlValue value, List<String> path) {
    if (path.isEmpty()) {
      return YamlValue.text(value.place(), FILLER);
    }
    String name = path.get(0);
    Map<String, YamlValue> more = new LinkedHashMap<>(value.entries());
    YamlValue child =
        more.getOrDefault(name, YamlValue.mapping(value.place().below(name), Map.of()));
    more.put(name, with(child, path.subList(1, path.size())));
    return YamlValue.mapping(value.place(), more);
  }
}
