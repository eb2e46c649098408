package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import io.platelake.core.record.Wanted;
import java.util.Map;
import java.util.function.Consumer;

/** What the documents of JSON vendors have in common. */
public final class VendorDocument {
  private VendorDocument() {}

  /** Hands the document over, or gives the reason why the record is none. */
  static void read(
      RawRecord record, Wanted wanted, Consumer<ObjectNode> use, Consumer<ParsedRead> out) {
    if (record instanceof RawRecord.Json json) {
      JsonTree.read(json.bytes(), wanted)
          .ifPresentOrElse(
              use, () -> out.accept(damaged("not one well-formed JSON object", json.bytes())));
    } else {
      out.accept(malformed(record));
    }
  }

  static ParsedRead malformed(String place) {
    return new ParsedRead.Defect(Reason.MALFORMED, place);
  }

  private static ParsedRead damaged(String place, byte[] bytes) {
    ParsedRead.Defect defect = new ParsedRead.Defect(Reason.MALFORMED, place);
    return defect.with(defect.fault().at(JsonTree.faultyByte(bytes)));
  }

  static ParsedRead malformed(RawRecord record) {
    if (record instanceof RawRecord.Broken broken) {
      ParsedRead.Defect defect = new ParsedRead.Defect(broken.reason(), broken.place());
      return defect.with(defect.fault().at(broken.at()));
    }
    return malformed("not a record of this format");
  }

  /** An outcome about one element of a list, told apart from the others where there are any. */
  static ParsedRead part(ParsedRead parsed, RecordPart part, JsonNode list) {
    return list.size() == 1 ? parsed : new ParsedRead.Part(parsed, part);
  }

  /** Sets the plate; false when the node is a structure, which no plate is. */
  static boolean plate(JsonNode node, VendorRead read) {
    if (node != null && node.isContainerNode()) {
      return false;
    }
    read.plate = JsonTree.text(node);
    // A JSON number keeps whole digits only: 1E5 has become 100000.0.
    read.plateDamaged = node != null && (node.isFloatingPointNumber() || node.isBoolean());
    return true;
  }

  /** The text under a name; unknown and counted where a structure is in its place. */
  static String text(JsonNode parent, String name, MappedField field, VendorRead read) {
    JsonNode node = parent.get(name);
    if (node != null && node.isContainerNode()) {
      read.unknown(field);
    }
    return JsonTree.text(node);
  }

  /** The best of a list of estimates; unknown and counted where something else is there. */
  static JsonNode best(JsonNode list, String score, VendorRead read, MappedField... fields) {
    JsonNode best = JsonTree.best(list, score);
    boolean said =
        list != null && !list.isNull() && !(list.isTextual() && list.textValue().isBlank());
    if (best == null && said && !(list.isArray() && list.isEmpty())) {
      for (MappedField field : fields) {
        read.unknown(field);
      }
    }
    return best;
  }

  /** The text under a name in the best of a list of estimates. */
  static String bestText(
      JsonNode list, String name, String score, MappedField field, VendorRead read) {
    JsonNode best = best(list, score, read, field);
    return best == null ? null : text(best, name, field, read);
  }

  static void candidates(JsonNode list, String score, Map<String, Double> into) {
    candidates(list, "plate", score, into);
  }

  /**
   * @param score key of the score, null when there is none
   */
  static void candidates(JsonNode list, String name, String score, Map<String, Double> into) {
    if (list == null || !list.isArray()) {
      return;
    }
    for (JsonNode candidate : list) {
      JsonNode plate = candidate.get(name);
      String text = JsonTree.text(plate);
      if (text != null && !plate.isFloatingPointNumber()) {
        into.putIfAbsent(text, score == null ? null : JsonTree.number(candidate, score));
      }
    }
  }
}
