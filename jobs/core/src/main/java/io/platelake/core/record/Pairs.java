package io.platelake.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of names and values whose names end with the number of a slot. Example: {@code
 * LPR0=…,LPR_TIME0=…,LPR1=…}, with the slots on lines of their own or one after the other.
 *
 * <p>As a tree it is {@code {"slots": [{"LPR": …, "LPR_TIME": …}, …]}}, slots of which nothing is
 * said left out. Names without a number belong to no slot and are siblings of {@code slots}.
 */
public final class Pairs {
  static final String SLOTS = "slots";
  private static final int LONGEST_LINE = 10_000;

  /** A value ends at a comma, a line end, or a blank before the next name. */
  private static final Pattern PAIR =
      Pattern.compile(
          "([A-Za-z_][A-Za-z_]{0,40}?)([0-9]?)=([^,\\r\\n]*?)(?=,|\\s{1,8}[A-Z_]{1,40}[0-9]?=|[\\r\\n]|$)");

  private Pairs() {}

  /** Empty where a line is longer than any such line, or there is no pair at all. */
  public static Optional<ObjectNode> read(byte[] bytes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    Map<Integer, ObjectNode> slots = new TreeMap<>();
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)
        || lines.stream().noneMatch(line -> line.contains("="))) {
      return Optional.empty();
    }
    lines.forEach(line -> line(line, root, slots));
    ArrayNode used = root.putArray(SLOTS);
    slots.values().stream().filter(Pairs::isUsed).forEach(used::add);
    return Optional.of(root);
  }

  private static boolean isUsed(ObjectNode slot) {
    for (JsonNode value : slot) {
      if (!value.isTextual() || !value.textValue().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void line(String line, ObjectNode root, Map<Integer, ObjectNode> slots) {
    Matcher pair = PAIR.matcher(line);
    while (pair.find()) {
      String value = pair.group(3).strip();
      ObjectNode into =
          pair.group(2).isEmpty()
              ? root
              : slots.computeIfAbsent(
                  Integer.valueOf(pair.group(2)), n -> JsonNodeFactory.instance.objectNode());
      String name = pair.group(1).strip();
      if (into.has(name)) {
        // Of two values the true one is unknown: an array is no value.
        into.putArray(name);
      } else {
        into.put(name, value);
      }
    }
  }
}
