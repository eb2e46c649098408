package io.platelake.core.mapping;

import io.platelake.core.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tables of codes that come with the product: {@code schemas/hotlists/codes.yaml}. */
public final class CodeTables {
  private static final String FILE = "schemas/hotlists/codes.yaml";
  private static final Map<String, YamlValue> TABLES = YamlValue.read(text(), FILE).entries();

  private CodeTables() {}

  /** In the order of the file. */
  public static List<String> names() {
    return List.copyOf(TABLES.keySet());
  }

  /** The table that a definition names. */
  public static YamlValue get(YamlValue name) {
    YamlValue table = TABLES.get(name.text());
    if (table == null) {
      throw name.bad("is not a code table", "Write codes under it, or one of " + TABLES.keySet());
    }
    return table;
  }

  private static String text() {
    try (InputStream in = CodeTables.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
