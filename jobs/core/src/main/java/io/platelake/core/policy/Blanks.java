package io.platelake.core.policy;

import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlTree;
import io.platelake.core.yaml.YamlValue;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds the values that are explicitly unset, written {@code {unset: "XXX", example: ...}}, and
 * puts their examples in place so that the rest of the file can be checked. A policy with a blank
 * is never in force.
 */
final class Blanks {
  private static final String UNSET = "unset";
  private static final String EXAMPLE = "example";

  private final List<Blank> found = new ArrayList<>();

  private Blanks() {}

  /** Replaces every unset value below {@code root} by its example. */
  static List<Blank> fill(Node root, YamlPlace start) {
    Blanks blanks = new Blanks();
    blanks.visit(root, start);
    return List.copyOf(blanks.found);
  }

  /** Whether a node is an unset value. */
  static boolean isBlank(Node node) {
    return YamlTree.entry(node, UNSET).isPresent();
  }

  private void visit(Node node, YamlPlace place) {
    if (node instanceof MappingNode mapping) {
      List<NodeTuple> tuples = mapping.getValue();
      for (int i = 0; i < tuples.size(); i++) {
        NodeTuple tuple = tuples.get(i);
        YamlPlace here = place.below(tuple.getKeyNode(), String.valueOf(YamlTree.key(tuple)));
        Node value = filled(tuple.getValueNode(), here);
        tuples.set(i, new NodeTuple(tuple.getKeyNode(), value));
        visit(value, here);
      }
    } else if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      for (int i = 0; i < items.size(); i++) {
        items.set(i, filled(items.get(i), place));
        visit(items.get(i), place);
      }
    }
  }

  private Node filled(Node value, YamlPlace place) {
    Optional<NodeTuple> unset = YamlTree.entry(value, UNSET);
    if (unset.isEmpty()) {
      return value;
    }
    Optional<NodeTuple> example = YamlTree.entry(value, EXAMPLE);
    if (example.isEmpty() || ((MappingNode) value).getValue().size() != 2) {
      throw place
          .at(value)
          .bad(
              "is unset without an example",
              "Write {unset: \"the words of the blank\", example: a value of the right form}");
    }
    YamlPlace at = place.at(value);
    String text = YamlValue.of(at, unset.get().getValueNode()).string();
    Node shown = example.get().getValueNode();
    found.add(new Blank(at.file(), at.line(), at.path(), text, oneLine(shown)));
    return shown;
  }

  private static String oneLine(Node node) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setWidth(1_000);
    StringWriter out = new StringWriter();
    new Yaml(options).serialize(node, out);
    return out.toString().strip();
  }
}
