package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.PythonLiteral;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Words;
import io.platelake.core.record.XmlTree;
import java.util.List;

/** The places of one read, whatever the record is made of. */
public interface RecordPlaces {
  /** The name in front of paths that start at the root of the record. */
  String ROOT = "$";

  /** The element of a list that is a read itself, where it is a plain text. */
  String SELF = ".";

  /** A structure where there should be another one: no field takes it for a value. */
  JsonNode NO_VALUE = JsonNodeFactory.instance.arrayNode();

  /** The value at a path; null when there is none. */
  JsonNode at(List<String> path);

  /** The text at a path; null when there is no value or no scalar. */
  default String text(List<String> path) {
    return JsonTree.text(at(path));
  }

  /**
   * Whether the record has this place. It has it also if the value there is null, or if a part of
   * the path is null.
   */
  default boolean has(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      JsonNode node = at(path.subList(0, length));
      if (node != null) {
        return length == path.size() || !node.isContainerNode();
      }
    }
    return false;
  }

  /** A read in a tree. */
  static RecordPlaces of(JsonNode root, JsonNode read) {
    return path -> {
      String first = path.get(0);
      if (first.equals(SELF)) {
        return read;
      }
      return first.equals(ROOT) ? down(root, path.subList(1, path.size())) : down(read, path);
    };
  }

  /** A row, and the structure in its cells where they have one. */
  static RecordPlaces of(RawRecord.Row row, boolean pythonCells) {
    return path -> {
      String cell = row.cell(path.get(0));
      if (cell == null) {
        return null;
      }
      boolean structure = pythonCells && !cell.isEmpty() && "[{(".indexOf(cell.charAt(0)) >= 0;
      if (structure) {
        return PythonLiteral.read(cell)
            .map(value -> down(value, path.subList(1, path.size())))
            .orElse(NO_VALUE);
      }
      boolean missing = path.size() > 1 && Words.known(cell) != null;
      return missing ? NO_VALUE : TextNode.valueOf(cell);
    };
  }

  /** A line whose values are at fixed positions. */
  static RecordPlaces of(String line, Spans spans) {
    return path -> {
      String text = spans.text(line, path.get(0));
      return text == null ? null : TextNode.valueOf(text);
    };
  }

  private static JsonNode down(JsonNode from, List<String> path) {
    JsonNode node = from;
    for (String name : path) {
      if (node == null || node.isNull() || node == NO_VALUE) {
        return node == NO_VALUE ? NO_VALUE : null;
      }
      node = step(node, name);
    }
    return textOfSelected(node, path);
  }

  /** Of {@code <item key="plate">} the mapping knows the attribute, so its text is the value. */
  private static JsonNode textOfSelected(JsonNode node, List<String> path) {
    boolean selected =
        node != null
            && node.isObject()
            && !path.isEmpty()
            && ListSelector.isOne(path.get(path.size() - 1));
    JsonNode text = selected ? node.get(XmlTree.TEXT) : null;
    return text == null ? node : text;
  }

  /** In XML, one element alone does not show that there could be several. */
  private static JsonNode alone(JsonNode node, String name) {
    if (name.equals("0")) {
      return node;
    }
    return ListSelector.isOne(name) ? ListSelector.find(node, name) : null;
  }

  private static JsonNode step(JsonNode node, String name) {
    if (node.isObject()) {
      JsonNode child = node.get(name);
      return child == null ? alone(node, name) : child;
    }
    if (node.isArray() && ListSelector.isOne(name)) {
      return ListSelector.find(node, name);
    }
    boolean index = name.length() < 5 && name.chars().allMatch(Character::isDigit);
    if (node.isArray() && index) {
      return node.get(Integer.parseInt(name));
    }
    return Words.known(JsonTree.text(node)) == null && !node.isArray() ? null : NO_VALUE;
  }
}
