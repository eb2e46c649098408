package io.platelake.core.yaml;

import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Which file each node of a composed policy comes from: the file itself, or one it extends. */
public final class NodeOrigins {
  private final String main;
  private final Map<Node, String> inherited = new IdentityHashMap<>();

  public NodeOrigins(String main) {
    this.main = main;
  }

  public String main() {
    return main;
  }

  public String of(Node node) {
    return inherited.getOrDefault(node, main);
  }

  public void add(Node node, String file) {
    inherited.put(node, file);
  }
}
