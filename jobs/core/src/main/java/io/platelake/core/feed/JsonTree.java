package io.platelake.core.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One JSON document as a tree of the wanted fields; unwanted ones are skipped, never decoded. */
final class JsonTree {
  private static final int DEEPEST = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // Names come from outside: interning them, or failing when they collide, helps nobody.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /** A set for {@link #read}'s question, which is asked of every field of every record. */
  static Set<String> names(String... names) {
    // Set.of divides to find its bucket; Jackson hands out names whose hash is known.
    return new HashSet<>(List.of(names));
  }

  /**
   * The object that {@code bytes} are; empty when they are anything else, are not well-formed, nest
   * too deep, or state a wanted field twice (which of the two holds, nobody knows).
   */
  static Optional<ObjectNode> read(byte[] bytes, Charset charset, Predicate<String> wanted) {
    try (JsonParser parser = parser(bytes, charset)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      ObjectNode root = object(parser, wanted);
      return root == null || parser.nextToken() != null ? Optional.empty() : Optional.of(root);
    } catch (IOException e) {
      // Jackson's message quotes the input, so the exception goes no further.
      return Optional.empty();
    }
  }

  /** The scalar under {@code name} as text; null when absent, null or not a scalar. */
  static String text(JsonNode parent, String name) {
    return text(parent.get(name));
  }

  static String text(JsonNode node) {
    return node == null || node.isNull() || node.isContainerNode() ? null : node.asText();
  }

  /** The number under {@code name}, also when it is written as text: see {@link Numbers#parse}. */
  static Double number(JsonNode parent, String name) {
    JsonNode node = parent.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isNumber()) {
      double value = node.asDouble();
      return Double.isInfinite(value) ? Double.NaN : value;
    }
    return node.isTextual() ? Numbers.parse(node.asText()) : Double.valueOf(Double.NaN);
  }

  private static JsonParser parser(byte[] bytes, Charset charset) throws IOException {
    return charset.equals(StandardCharsets.UTF_8)
        ? JSON.createParser(bytes)
        : JSON.createParser(new String(bytes, charset));
  }

  /** Null when a field comes twice. */
  private static ObjectNode object(JsonParser parser, Predicate<String> wanted) throws IOException {
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (!wanted.test(name)) {
        parser.skipChildren();
        continue;
      }
      JsonNode value = value(parser, token, wanted);
      if (value == null || object.replace(name, value) != null) {
        return null;
      }
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser, Predicate<String> wanted) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      JsonNode value = value(parser, token, wanted);
      if (value == null) {
        return null;
      }
      array.add(value);
    }
    return array;
  }

  private static JsonNode value(JsonParser parser, JsonToken token, Predicate<String> wanted)
      throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser, wanted);
      case START_ARRAY -> array(parser, wanted);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? NODES.textNode(parser.getText())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }
}
