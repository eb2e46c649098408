package io.platelake.core.hotlist.layout;

import io.platelake.core.mapping.CodeTables;
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
 * The layouts that come with the product: {@code schemas/hotlists/<name>.yaml} on the class path.
 * {@code index.txt} in the same folder lists them, and {@code codes.yaml} holds the code tables
 * they name, see {@link CodeTables}.
 */
public final class ShippedLayouts {
  private static final String FOLDER = "schemas/hotlists/";
  private static final List<String> NAMES =
      resource("index.txt").lines().filter(line -> !line.isBlank()).toList();

  private ShippedLayouts() {}

  /** In alphabetical order. */
  public static List<String> names() {
    return NAMES;
  }

  /** A layout by the name that a definition gives. */
  static YamlValue layout(YamlValue name) {
    if (!NAMES.contains(name.text())) {
      throw name.bad("is not a known layout", "Write one here, or use one of " + NAMES);
    }
    return read(name.text());
  }

  public static YamlValue read(String name) {
    return YamlValue.read(text(name), FOLDER + name + ".yaml");
  }

  /** The text of a layout. */
  static String text(String name) {
    return resource(name + ".yaml");
  }

  /** A layout with an operator's own words in it: keys of the same name meet, others are added. */
  static YamlValue with(YamlValue shipped, YamlValue own) {
    if (own == null) {
      return shipped;
    }
    // Two words for one thing have to meet.
    return merged(CommonWords.of(shipped), CommonWords.of(own));
  }

  private static YamlValue merged(YamlValue shipped, YamlValue own) {
    Map<String, YamlValue> merged = new LinkedHashMap<>(shipped.entries());
    own.entries().forEach((key, value) -> merged.merge(key, value, ShippedLayouts::met));
    return YamlValue.mapping(own.place(), merged);
  }

  private static YamlValue met(YamlValue shipped, YamlValue own) {
    if (!own.isMapping()) {
      return own;
    }
    if (shipped.isMapping()) {
      return merged(shipped, own);
    }
    if (shipped.isText() && own.key().endsWith(".codes")) {
      return merged(CodeTables.get(shipped), own);
    }
    boolean field = own.key().matches("(.*\\.)?fields\\.[^.]+");
    return field ? merged(placed(shipped), own) : own;
  }

  /** A bare place as the mapping it is short for. */
  private static YamlValue placed(YamlValue place) {
    return YamlValue.mapping(place.place(), Map.of("at", place.moved(place.key() + ".at")));
  }

  private static String resource(String name) {
    try (InputStream in = ShippedLayouts.class.getResourceAsStream("/" + FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
