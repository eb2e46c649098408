package io.platelake.core.policy;

import io.platelake.core.BadInput;
import org.yaml.snakeyaml.nodes.Node;

/** Where in a file a value stands: the file's name, the line (from 1) and the dotted path. */
record Place(String file, int line, String path) {
  private static final int QUOTED = 40;

  static Place start(String file) {
    return new Place(file, 1, "");
  }

  /** The same path, on the line of {@code node}. */
  Place at(Node node) {
    return new Place(file, node.getStartMark().getLine() + 1, path);
  }

  Place below(String key) {
    return new Place(file, line, path.isEmpty() ? key : path + "." + key);
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
