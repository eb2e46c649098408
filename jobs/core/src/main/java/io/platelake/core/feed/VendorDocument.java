package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    return record instanceof RawRecord.Broken broken
        ? new ParsedRead.Defect(broken.reason(), broken.place())
        : malformed("not a record of this format");
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
