package io.platelake.core.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * The one JSON text of a value: keys sorted, no white space, nothing escaped that need not be.
 *
 * <p>Follows RFC 8785 (sorting by UTF-16 code units, ECMAScript numbers), with one difference:
 * integers are written in full, so that 64-bit ids beyond 2^53 survive. Instants, dates and
 * durations are ISO 8601 text. The number format is this class's own because {@code
 * Double.toString} changed between JDK 17 and JDK 19, and a hash must not depend on the JDK.
 */
public final class CanonicalJson {
  private static final ObjectMapper TREE =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private CanonicalJson() {}

  /** Canonical text of a record, map, list, scalar, null or {@link JsonNode}. */
  public static String write(Object value) {
    JsonNode node = value instanceof JsonNode given ? given : TREE.valueToTree(value);
    StringBuilder out = new StringBuilder();
    append(node, out);
    return out.toString();
  }

  /** {@link #write} in UTF-8. */
  public static byte[] bytes(Object value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void append(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> appendObject(node, out);
      case ARRAY -> appendArray(node, out);
      case NUMBER -> out.append(CanonicalNumber.text(node));
      case STRING -> appendString(node.textValue(), out);
      case BOOLEAN, NULL -> out.append(node.asText());
      default ->
          throw new IllegalArgumentException("JSON has no " + node.getNodeType() + " values");
    }
  }

  private static void appendObject(JsonNode node, StringBuilder out) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    String separator = "{";
    for (String name : new TreeSet<>(names)) {
      out.append(separator);
      appendString(name, out);
      out.append(':');
      append(node.get(name), out);
      separator = ",";
    }
    out.append(names.isEmpty() ? "{}" : "}");
  }

  private static void appendArray(JsonNode node, StringBuilder out) {
    out.append('[');
    for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
      append(items.next(), out);
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void appendString(String text, StringBuilder out) {
    // UTF-8 has no half surrogates: the encoder would write a question mark, for any of them.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("text with an unpaired surrogate has no UTF-8 form");
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}
