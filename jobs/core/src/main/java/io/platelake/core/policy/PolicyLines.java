package io.platelake.core.policy;

import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlMap;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Every value of a policy by its dotted path, in the order of the file. Periods stand as one value
 * ("21 days"), lists as one value, authorities under the rule they speak for.
 *
 * @param values path to value
 * @param lines path to "file line N"
 */
public record PolicyLines(Map<String, String> values, Map<String, String> lines) {

  /** The place of a rule; the nearest rule above it when it is not written. */
  public String place(String path) {
    for (String p = path; !p.isEmpty(); p = p.substring(0, Math.max(0, p.lastIndexOf('.')))) {
      if (lines.containsKey(p)) {
        return lines.get(p);
      }
    }
    return lines.getOrDefault("id", "the policy");
  }

  static PolicyLines of(Node root, NodeOrigins origins) {
    PolicyLines all = new PolicyLines(new LinkedHashMap<>(), new LinkedHashMap<>());
    all.add(root, YamlPlace.start(origins));
    return new PolicyLines(
        Collections.unmodifiableMap(all.values), Collections.unmodifiableMap(all.lines));
  }

  private void add(Node node, YamlPlace place) {
    if (!place.path().isEmpty()) {
      lines.put(place.path(), place.file() + " line " + place.line());
    }
    if (node instanceof MappingNode mapping && !isPeriod(mapping)) {
      for (NodeTuple tuple : mapping.getValue()) {
        add(tuple.getValueNode(), place.below(tuple.getKeyNode(), YamlTree.key(tuple)));
      }
    } else {
      values.put(place.path(), text(node));
    }
  }

  private static boolean isPeriod(MappingNode node) {
    return YamlTree.entry(node, "amount").isPresent() && YamlTree.entry(node, "unit").isPresent();
  }

  private static String text(Node node) {
    if (node instanceof MappingNode) {
      return YamlMap.readAll(YamlPlace.start(new NodeOrigins("")), node, Period::read).toString();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(PolicyLines::text).collect(Collectors.joining(", "));
    }
    return YamlTree.word(node).orElse("");
  }
}
