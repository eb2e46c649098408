package io.platelake.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One JSON document as a tree of the wanted fields; unwanted ones are skipped, never decoded. */
public final class JsonTree {
  private static final int DEEPEST = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // Python writes NaN and Infinity, which say nothing.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Slips of programs that build JSON by hand, none of which changes a plate. Not allowed:
          // leading zeros and escapes of any character, which would lose a character of it.
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          // Names come from outside: interning them, or failing when they collide, has no use.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final byte[] bytes;
  private final Wanted wanted;

  private JsonTree(JsonParser parser, byte[] bytes, Wanted wanted) {
    this.parser = parser;
    this.bytes = bytes;
    this.wanted = wanted;
  }

  /**
   * The JSON object in {@code bytes}, or empty if it cannot be used. That is: not an object, not
   * well-formed, or nested too deep. A wanted field that comes twice is an empty array, because its
   * true value is unknown; values {@link Wanted#asWritten} make such an object unusable. Of a
   * picture that comes twice the last counts.
   */
  public static Optional<ObjectNode> read(byte[] bytes, Wanted wanted) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      return document(parser, bytes, wanted);
    } catch (IOException e) {
      // Jackson's message quotes the input, so the exception goes no further.
      return withoutBadBytes(bytes, wanted);
    }
  }

  /** Bytes that are no UTF-8 harm their own field, and not the document. */
  private static Optional<ObjectNode> withoutBadBytes(byte[] bytes, Wanted wanted) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(text)) {
      return document(parser, bytes, wanted);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ObjectNode> document(JsonParser parser, byte[] bytes, Wanted wanted)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    ObjectNode root = new JsonTree(parser, bytes, wanted).object();
    return root == null || parser.nextToken() != null ? Optional.empty() : Optional.of(root);
  }

  /** Where {@code bytes} stop being JSON, as {@code byte 12}; empty where they do not. */
  public static String faultyByte(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return "";
    } catch (JsonProcessingException e) {
      // Its message quotes the input; its place does not.
      long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
      return at < 0 ? "" : "byte " + at;
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether {@code bytes} are one well-formed value of JSON. */
  public static boolean isValue(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      boolean value = parser.nextToken() != null;
      parser.skipChildren();
      return value && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The scalar under {@code name} as text; null when absent, null or not a scalar. */
  public static String text(JsonNode parent, String name) {
    return text(parent.get(name));
  }

  public static String text(JsonNode node) {
    return node == null || node.isNull() || node.isContainerNode() ? null : node.asText();
  }

  /** The number under {@code name}, also when it is written as text: see {@link Numbers#parse}. */
  public static Double number(JsonNode parent, String name) {
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

  /** Null when a field comes twice. */
  private ObjectNode object() throws IOException {
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      Wanted.Use use = wanted.use(name);
      if (use == null) {
        parser.skipChildren();
      } else if (use == Wanted.Use.PICTURE) {
        object.set(name, picture(token));
      } else {
        JsonNode value = value(token);
        boolean twice = value != null && object.replace(name, value) != null;
        if (value == null || twice && wanted.numbersAreTexts()) {
          return null;
        }
        if (twice) {
          object.set(name, NODES.arrayNode());
        }
      }
    }
    return object;
  }

  private ArrayNode array() throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      JsonNode value = value(token);
      if (value == null) {
        return null;
      }
      array.add(value);
    }
    return array;
  }

  /** Its text where it may be kept; else only that it is there, without decoding it. */
  private JsonNode picture(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      if (wanted.picturesRead()) {
        return NODES.textNode(parser.getText());
      }
      // A string that was not asked for has not been read: the parser is after its quote.
      long at = parser.currentLocation().getByteOffset();
      boolean empty =
          at >= 0 && at < bytes.length ? bytes[(int) at] == '"' : parser.getText().isEmpty();
      return empty ? NODES.nullNode() : Wanted.PRESENT;
    }
    parser.skipChildren();
    return token == JsonToken.VALUE_NULL ? NODES.nullNode() : Wanted.PRESENT;
  }

  private JsonNode value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private JsonNode number(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
      return NODES.nullNode();
    }
    if (wanted.numbersAreTexts()) {
      return NODES.textNode(parser.getText());
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return NODES.numberNode(parser.getDoubleValue());
    }
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? NODES.textNode(parser.getText())
        : NODES.numberNode(parser.getLongValue());
  }

  /**
   * The name with the highest score in a list of estimates; null when the list is missing or empty.
   */
  public static JsonNode best(JsonNode estimates, String score) {
    JsonNode best = null;
    double highest = Double.NEGATIVE_INFINITY;
    if (estimates != null && estimates.isArray()) {
      for (JsonNode estimate : estimates) {
        Double value = estimate.isObject() ? number(estimate, score) : null;
        double known = value == null || value.isNaN() ? -1 : value;
        if (estimate.isObject() && known > highest) {
          highest = known;
          best = estimate;
        }
      }
    }
    return best;
  }

  public static String bestText(JsonNode estimates, String name, String score) {
    JsonNode best = best(estimates, score);
    return best == null ? null : text(best, name);
  }
}
