package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.mapping.RecordPlaces;
import java.util.List;

/**
 * One read of a record that holds several.
 *
 * @param root the record
 * @param element the read in it
 * @param list path of the list that holds the reads, from the root
 * @param shared paths of what the record says of all of them, from the root
 */
record RecordPart(JsonNode root, JsonNode element, List<String> list, List<List<String>> shared) {
  RecordPart {
    list = withoutRoot(list);
    shared = shared.stream().map(RecordPart::withoutRoot).toList();
  }

  /**
   * The record as if this were its only read. Whatever else it says is left out: that may be about
   * other reads.
   */
  String text() {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    shared.forEach(path -> copy(path, record));
    ArrayNode alone = JsonNodeFactory.instance.arrayNode().add(element);
    return put(record, list, alone) ? record.toString() : element.toString();
  }

  private void copy(List<String> path, ObjectNode into) {
    JsonNode value = RecordPlaces.of(root, root).at(path);
    if (value != null && value.isValueNode()) {
      put(into, path, value);
    }
  }

  /** False where a structure is in the way, or the path goes through a list. */
  private static boolean put(ObjectNode into, List<String> path, JsonNode value) {
    ObjectNode node = into;
    for (String name : path.subList(0, path.size() - 1)) {
      JsonNode next = node.get(name);
      if (next != null && !next.isObject() || isIndex(name)) {
        return false;
      }
      node = next == null ? node.putObject(name) : (ObjectNode) next;
    }
    String last = path.get(path.size() - 1);
    if (node.has(last) || isIndex(last)) {
      return false;
    }
    node.set(last, value);
    return true;
  }

  private static boolean isIndex(String name) {
    return name.chars().allMatch(Character::isDigit);
  }

  private static List<String> withoutRoot(List<String> path) {
    return path.get(0).equals(RecordPlaces.ROOT) ? path.subList(1, path.size()) : path;
  }

  /** Shows nothing of the record. */
  @Override
  public String toString() {
    return "RecordPart[]";
  }
}
