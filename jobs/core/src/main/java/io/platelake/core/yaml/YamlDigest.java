package io.platelake.core.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The digest of what YAML says; comments, order of keys and layout do not change it. */
public final class YamlDigest {
  private YamlDigest() {}

  /** SHA-256 in hexadecimal over mappings, one after the other. */
  public static String of(List<Map<String, YamlValue>> mappings) {
    StringBuilder text = new StringBuilder();
    mappings.forEach(entries -> add(entries, text));
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void add(Map<String, YamlValue> entries, StringBuilder text) {
    text.append('{');
    new TreeMap<>(entries)
        .forEach(
            (key, value) -> {
              add(key, text);
              add(value, text);
            });
    text.append('}');
  }

  private static void add(YamlValue value, StringBuilder text) {
    if (value.content() instanceof YamlContent.Entries mapping) {
      add(mapping.entries(), text);
    } else if (value.content() instanceof YamlContent.Items list) {
      text.append('[');
      list.items().forEach(item -> add(item, text));
      text.append(']');
    } else if (value.content() instanceof YamlContent.Scalar scalar) {
      text.append(scalar.plain() ? 'p' : 'q');
      add(scalar.text(), text);
    } else {
      text.append('-');
    }
  }

  /** With its length in front, which keeps neighbours apart. */
  private static void add(String word, StringBuilder text) {
    text.append(word.length()).append(':').append(word);
  }
}
