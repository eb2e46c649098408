package io.platelake.core.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a value is made of. */
public sealed interface YamlContent {
  /** Keys with values, in the order of the file. */
  record Entries(Map<String, YamlValue> entries) implements YamlContent {
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** Values one after another. */
  record Items(List<YamlValue> items) implements YamlContent {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * One word or text, as it is written.
   *
   * @param plain it has no quotes
   * @param string every YAML tool reads it as a text, and not as a number, flag or date
   */
  record Scalar(String text, boolean plain, boolean string) implements YamlContent {}

  /** Nothing, {@code ~} or {@code null}. */
  record Nothing() implements YamlContent {}
}
