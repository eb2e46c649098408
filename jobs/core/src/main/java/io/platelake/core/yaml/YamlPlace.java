package io.platelake.core.yaml;

import io.platelake.core.BadInput;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The place of a value in a file.
 *
 * @param origins which file a node comes from: a policy may extend another
 * @param file name of the file
 * @param line from 1
 * @param path dotted path of the rule
 */
public record YamlPlace(NodeOrigins origins, String file, int line, String path) {
  private static final int QUOTED = 40;

  public static YamlPlace start(NodeOrigins origins) {
    return new YamlPlace(origins, origins.main(), 1, "");
  }

  /** The same path, on the line of {@code node}. */
  public YamlPlace at(Node node) {
    return new YamlPlace(origins, origins.of(node), node.getStartMark().getLine() + 1, path);
  }

  public YamlPlace below(String key) {
    return new YamlPlace(origins, file, line, path.isEmpty() ? key : path + "." + key);
  }

  public YamlPlace below(Node keyNode, String key) {
    return at(keyNode).below(key);
  }

  public BadInput bad(String why, String remedy) {
    return new BadInput(file + " line " + line + (path.isEmpty() ? "" : ", " + path), why, remedy);
  }

  /** Shortens a value for a message. */
  public static String quote(String value) {
    return "'" + (value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "…") + "'";
  }
}
