package io.platelake.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Small steps on composed YAML, where everything is a mapping, a list or a plain value. */
public final class YamlTree {
  private YamlTree() {}

  /** The tuple with this key; empty when the node is no mapping or has no such key. */
  public static Optional<NodeTuple> entry(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream().filter(t -> key.equals(key(t))).findFirst();
    }
    return Optional.empty();
  }

  /** The word of a key; null for a key that is not a word, which the reader refuses. */
  public static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  /** The value as a word; empty when it is a list or a mapping. */
  public static Optional<String> word(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** Visits a node and all below it. */
  public static void walk(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    for (Node child : children(node)) {
      walk(child, visitor);
    }
  }

  private static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        children.add(tuple.getKeyNode());
        children.add(tuple.getValueNode());
      }
    } else if (node instanceof SequenceNode sequence) {
      children.addAll(sequence.getValue());
    }
    return children;
  }
}
