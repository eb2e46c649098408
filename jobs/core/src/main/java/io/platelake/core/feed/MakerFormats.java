package io.platelake.core.feed;

import io.platelake.core.mapping.CommonWords;
import io.platelake.core.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The makers' formats that come with the product: {@code schemas/feeds/<name>.yaml}, on the class
 * path, listed in {@code index.txt} in the same folder.
 */
final class MakerFormats {
  /** Fields of a mapping that a feed completes key by key; every other it replaces as a whole. */
  private static final String COMPLETED = "captured_at";

  private static final String FOLDER = "/schemas/feeds/";
  private static final List<String> NAMES =
      resource("index.txt").lines().filter(line -> !line.isBlank()).toList();

  private MakerFormats() {}

  /** In alphabetical order. */
  static List<String> names() {
    return NAMES;
  }

  /** The entries of a maker's file. */
  static Map<String, YamlValue> keys(String name) {
    return YamlValue.read(resource(name + ".yaml"), "schemas/feeds/" + name + ".yaml").entries();
  }

  /**
   * The maker's mapping with the feed's own words in it. A field or default of the feed comes
   * before the maker's, and every other key replaces the maker's.
   *
   * @param own the feed's mapping, null when it has none
   */
  static YamlValue mapping(YamlValue maker, YamlValue own) {
    if (own == null) {
      return maker;
    }
    // Two words for one thing have to meet.
    Map<String, YamlValue> merged = new LinkedHashMap<>(CommonWords.of(maker).entries());
    CommonWords.of(own)
        .entries()
        .forEach(
            (key, value) -> {
              YamlValue there = merged.get(key);
              boolean nested = key.equals("fields") || key.equals("defaults");
              merged.put(key, nested && there != null ? entries(there, value) : value);
            });
    return YamlValue.mapping(own.place(), merged);
  }

  private static YamlValue entries(YamlValue maker, YamlValue own) {
    Map<String, YamlValue> merged = new LinkedHashMap<>(maker.entries());
    own.entries()
        .forEach(
            (key, value) -> {
              YamlValue there = merged.get(key);
              boolean completed =
                  key.equals(COMPLETED) && there != null && there.isMapping() && value.isMapping();
              merged.put(key, completed ? entries(there, value) : value);
            });
    return YamlValue.mapping(own.place(), merged);
  }

  private static String resource(String name) {
    try (InputStream in = MakerFormats.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
