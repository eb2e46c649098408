package io.platelake.core.policy;

import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlText;
import io.platelake.core.yaml.YamlTree;
import io.platelake.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Merges a policy with the one that it names under {@code extends}. Mappings are merged key by key,
 * any other value of the file replaces the inherited one, and nothing can be removed. An authority
 * is replaced as a whole, so a section of one document never appears under the name of another.
 */
final class Inheritance {
  private static final String EXTENDS = "extends";
  private static final String AUTHORITY = "authority";

  private final ParentPolicies parents;
  private final NodeOrigins origins;
  private final Set<String> seen = new LinkedHashSet<>();

  Inheritance(ParentPolicies parents, NodeOrigins origins) {
    this.parents = parents;
    this.origins = origins;
  }

  /** The whole policy, without the key {@code extends}. */
  Node resolve(Node root) {
    Optional<NodeTuple> parent = YamlTree.entry(root, EXTENDS);
    if (parent.isEmpty()) {
      return root;
    }
    YamlPlace place = YamlPlace.start(origins).below(parent.get().getKeyNode(), EXTENDS);
    String id = YamlValue.of(place, parent.get().getValueNode()).name();
    if (!seen.add(id)) {
      throw place.bad("leads back to " + String.join(", ", seen), "Extend a policy that ends");
    }
    ParentPolicies.Source source =
        parents
            .find(id)
            .orElseThrow(
                () ->
                    place.bad(
                        "names the unknown policy " + YamlPlace.quote(id),
                        "Use the id of a policy that ships, or put "
                            + id
                            + ".yaml beside this file"));
    Node inherited = YamlText.compose(source.text(), source.file());
    YamlTree.walk(inherited, node -> origins.add(node, source.file()));
    return joined(resolve(inherited), root, YamlPlace.start(origins));
  }

  private Node joined(Node below, Node above, YamlPlace place) {
    boolean join =
        below instanceof MappingNode
            && above instanceof MappingNode
            && !Blanks.isBlank(below)
            && !Blanks.isBlank(above);
    if (!join) {
      return above;
    }
    MappingNode over = (MappingNode) above;
    refuseRepeated(over, place);
    List<NodeTuple> tuples = new ArrayList<>();
    for (NodeTuple tuple : ((MappingNode) below).getValue()) {
      String key = YamlTree.key(tuple);
      Optional<NodeTuple> replacement = YamlTree.entry(over, key);
      tuples.add(
          replacement
              .map(r -> new NodeTuple(r.getKeyNode(), value(place, key, tuple, r)))
              .orElse(tuple));
    }
    for (NodeTuple tuple : over.getValue()) {
      String key = YamlTree.key(tuple);
      if (YamlTree.entry(below, key).isEmpty() && !EXTENDS.equals(key)) {
        tuples.add(tuple);
      }
    }
    tuples.removeIf(tuple -> EXTENDS.equals(YamlTree.key(tuple)));
    MappingNode node =
        new MappingNode(
            over.getTag(),
            true,
            tuples,
            over.getStartMark(),
            over.getEndMark(),
            over.getFlowStyle());
    if (!origins.of(over).equals(origins.main())) {
      origins.add(node, origins.of(over));
    }
    return node;
  }

  private Node value(YamlPlace place, String key, NodeTuple below, NodeTuple above) {
    return AUTHORITY.equals(key)
        ? above.getValueNode()
        : joined(below.getValueNode(), above.getValueNode(), place.below(above.getKeyNode(), key));
  }

  /** Joining would take the first of two equal keys and lose the other. */
  private static void refuseRepeated(MappingNode node, YamlPlace place) {
    Set<String> keys = new HashSet<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!keys.add(YamlTree.key(tuple))) {
        throw place.below(tuple.getKeyNode(), String.valueOf(YamlTree.key(tuple))).repeated();
      }
    }
  }
}
