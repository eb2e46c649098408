package io.platelake.core.policy;

import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Which file each node of a composed policy comes from: the file itself, or one it extends. */
final class Origins {
  private final String main;
  private final Map<Node, String> inherited = new IdentityHashMap<>();

  Origins(String main) {
    this.main = main;
  }

  String main() {
    return main;
  }

  String of(Node node) {
    return inherited.getOrDefault(node, main);
  }

  void add(Node node, String file) {
    inherited.put(node, file);
  }
}
