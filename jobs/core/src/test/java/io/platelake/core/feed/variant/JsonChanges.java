package io.platelake.core.feed.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.feed.ParsedRead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** Changes of one document that leave its meaning. */
final class JsonChanges {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SampleRecord record;
  private final Random random;
  private final Set<String> removed = new HashSet<>();

  JsonChanges(SampleRecord record, Random random) {
    this.record = record;
    this.random = random;
  }

  Set<String> removed() {
    return removed;
  }

  /** Null where the document has nothing to change. */
  JsonNode made(ObjectNode document, VariantKind kind) {
    JsonNode changed =
        switch (kind) {
          case FIELD_ORDER -> shuffled(document);
          case TYPES_AS_TEXT -> leaves(document, this::quoted);
          case TEXTS_AS_NUMBERS -> leaves(document, (name, leaf) -> unquoted(leaf));
          case NULL_FIELDS -> without(document, true);
          case ABSENT_FIELDS -> without(document, false);
          case NESTED -> nested(document);
          case ARRAY_OF_ONE -> inArrays(document);
          case KEY_CASE -> renamed(document);
          case OTHER_ZONE -> elsewhere(document);
          case EXTRA_FIELDS -> withMore(document);
          case BLANKS -> leaves(document, (name, leaf) -> blanks(leaf));
          default -> document;
        };
    boolean ofText =
        kind == VariantKind.ENCODING
            || kind == VariantKind.LAYOUT
            || kind == VariantKind.LINE_ENDS
            || kind == VariantKind.SEVERAL;
    return ofText || changed != null && !changed.toString().equals(document.toString())
        ? changed
        : null;
  }

  private JsonNode shuffled(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(one -> array.add(shuffled(one)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    Collections.shuffle(fields, random);
    ObjectNode object = NODES.objectNode();
    fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue())));
    return object;
  }

  /** A copy with some or all of its values changed. */
  private JsonNode leaves(JsonNode document, BiFunction<String, JsonNode, JsonNode> change) {
    boolean all = random.nextBoolean();
    return leaves(
        "", document, (n, leaf) -> all || random.nextBoolean() ? change.apply(n, leaf) : leaf);
  }

  private JsonNode leaves(
      String name, JsonNode node, BiFunction<String, JsonNode, JsonNode> change) {
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(one -> array.add(leaves(name, one, change)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.properties()
          .forEach(f -> object.set(f.getKey(), leaves(f.getKey(), f.getValue(), change)));
      return object;
    }
    return change.apply(name, node);
  }

  /** A plate that is a fraction is lost; as text it would be one. */
  private JsonNode quoted(String name, JsonNode leaf) {
    boolean lost = record.names().isPlate(name) && !leaf.isIntegralNumber();
    return !lost && leaf.isNumber() || leaf.isBoolean() ? NODES.textNode(leaf.asText()) : leaf;
  }

  private static JsonNode unquoted(JsonNode leaf) {
    return leaf.isTextual() && leaf.textValue().matches("-?(0|[1-9][0-9]{0,17})([.][0-9]{1,18})?")
        ? NODES.numberNode(new BigDecimal(leaf.textValue()))
        : leaf;
  }

  private JsonNode blanks(JsonNode leaf) {
    String before = List.of("", " ", "\t").get(random.nextInt(3));
    String after = List.of(" ", "   ", "\t", "\r\n", "\u00A0").get(random.nextInt(5));
    return leaf.isTextual() && !leaf.textValue().isEmpty()
        ? NODES.textNode(before + leaf.textValue() + after)
        : leaf;
  }

  private JsonNode without(ObjectNode document, boolean asNull) {
    ObjectNode copy = document.deepCopy();
    for (ObjectNode object : objects(copy)) {
      for (String name : names(object)) {
        Set<String> below = names(name, object.get(name), new HashSet<>());
        if (record.names().isRemovable(below) && random.nextInt(3) == 0) {
          removed.addAll(below);
          if (asNull) {
            object.putNull(name);
          } else {
            object.remove(name);
          }
        }
      }
    }
    return copy;
  }

  private JsonNode nested(ObjectNode document) {
    return switch (random.nextInt(6)) {
      case 0 -> in("payload", document);
      case 1 -> in("data", document);
      case 2 -> in("records", NODES.arrayNode().add(document));
      case 3 -> in("message", in("body", document));
      case 4 -> in("event", document);
      default -> ((ObjectNode) in("value", document)).put("type", "record").put("id", "w-1");
    };
  }

  private static JsonNode in(String name, JsonNode node) {
    return NODES.objectNode().set(name, node);
  }

  private JsonNode inArrays(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    List<ObjectNode> objects = objects(copy);
    for (int i = random.nextInt(3); i >= 0; i--) {
      ObjectNode object = objects.get(random.nextInt(objects.size()));
      List<String> names = names(object);
      if (!names.isEmpty()) {
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        boolean lone = value.isArray() && value.size() == 1;
        if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
          object.set(name, lone ? value.get(0) : NODES.arrayNode().add(value));
        }
      }
    }
    return copy;
  }

  private JsonNode renamed(ObjectNode document) {
    int style = random.nextInt(4);
    if (random.nextBoolean()) {
      return allRenamed(document, style);
    }
    ObjectNode copy = document.deepCopy();
    for (ObjectNode object : objects(copy)) {
      for (String name : names(object)) {
        Set<String> below = names(name, object.get(name), new HashSet<>());
        String other = renamed(name, style);
        if (record.names().isRemovable(below) && !object.has(other) && random.nextInt(3) == 0) {
          removed.addAll(below);
          object.set(other, object.remove(name));
        }
      }
    }
    return copy;
  }

  private static JsonNode allRenamed(JsonNode node, int style) {
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(one -> array.add(allRenamed(one, style)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = NODES.objectNode();
    node.properties()
        .forEach(f -> object.set(renamed(f.getKey(), style), allRenamed(f.getValue(), style)));
    return object;
  }

  static String renamed(String name, int style) {
    return switch (style) {
      case 0 -> name.toLowerCase(Locale.ROOT);
      case 1 -> name.toUpperCase(Locale.ROOT);
      case 2 -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      default -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    };
  }

  private JsonNode elsewhere(ObjectNode document) {
    // Of a document with several reads of one instant any tells it.
    if (!(record.known().get(0) instanceof ParsedRead.Read first) || !record.isRead()) {
      return null;
    }
    return leaves(
        "",
        document,
        (name, leaf) ->
            record.names().isTime(name) && leaf.asText().length() > 9
                ? NODES.textNode(OtherZone.text(first.read().capturedAt(), random))
                : leaf);
  }

  private JsonNode withMore(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    List<ObjectNode> objects = objects(copy);
    for (int i = random.nextInt(4); i >= 0; i--) {
      ObjectNode object = objects.get(random.nextInt(objects.size()));
      object.set("x_more_" + i, more(document));
    }
    return random.nextBoolean() ? shuffled(copy) : copy;
  }

  private JsonNode more(ObjectNode document) {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.textNode("a \"quote\", {braces} and [brackets]\nand a line end");
      case 1 -> NODES.numberNode(random.nextInt(1000));
      case 2 -> NODES.nullNode();
      case 3 -> NODES.arrayNode().add(true).add(NODES.objectNode());
      // What came before has the same names and another meaning.
      case 4 -> other(document);
      default -> NODES.arrayNode().add(other(document)).add(other(document));
    };
  }

  private JsonNode other(ObjectNode document) {
    return leaves(
        "",
        document,
        (n, leaf) -> leaf.isTextual() ? NODES.textNode("OTHER9") : NODES.numberNode(5));
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(node, objects);
    return objects;
  }

  private static void collect(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    node.forEach(child -> collect(child, into));
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> names(String name, JsonNode node, Set<String> into) {
    into.add(name);
    if (node.isObject()) {
      node.properties().forEach(field -> names(field.getKey(), field.getValue(), into));
    } else {
      node.forEach(one -> names(name, one, into));
    }
    return into;
  }
}
