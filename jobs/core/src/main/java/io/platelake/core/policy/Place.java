package io.platelake.core.policy;

import io.platelake.core.BadInput;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where in a file a value stands.
 *
 * @param origins which file a node comes from: a policy may extend another
 * @param file name of the file
 * @param line from 1
 * @param path dotted path of the rule
 */
record Place(Origins origins, String file, int line, String path) {
  private static final int QUOTED = 40;

  static Place start(Origins origins) {
    return new Place(origins, origins.main(), 1, "");
  }

  /** The same path, on the line of {@code node}. */
  Place at(Node node) {
    return new Place(origins, origins.of(node), node.getStartMark().getLine() + 1, path);
  }

  Place below(String key) {
    return new Place(origins, file, line, path.isEmpty() ? key : path + "." + key);
  }

  Place below(Node keyNode, String key) {
    return at(keyNode).below(key);
  }

  BadInput bad(String why, String remedy) {
    return new BadInput(file + " line " + line + (path.isEmpty() ? "" : ", " + path), why, remedy);
  }

  /** Shortens a value for a message. */
  static String quote(String value) {
    return "'" + (value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "…") + "'";
  }
}
