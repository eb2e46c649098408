package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import io.platelake.core.record.Wanted;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plate Recognizer: the webhook's JSON document of Stream, and the answer of Snapshot, which is the
 * same without the envelope {@code data}.
 *
 * <p>One document holds a read for each plate in the picture. The vendor numbers neither document
 * nor plate, so the event is the plate at the camera's instant. {@code timestamp} is UTC; {@code
 * timestamp_local} is wall time whatever its suffix says and is not read. {@code score} is the
 * plate's score, {@code dscore} only says that there is a plate. Scores are 0 to 1.
 */
final class PlateRecognizerAdapter implements FeedAdapter {
  static final String NAME = "platerecognizer";

  /** Its documents hold no pictures: those come separately, as parts of a form. */
  static final List<String> NAMES =
      List.of(
          "hook",
          "event",
          "data",
          "camera_id",
          "filename",
          "timestamp",
          "results",
          "plate",
          "props",
          "score",
          "region",
          "code",
          "candidates",
          "vehicle",
          "type",
          "model_make",
          "make",
          "model",
          "color",
          "direction");

  private static final List<String> RESULTS = List.of("results");
  private static final List<String> RESULTS_OF_DATA = List.of("data", "results");

  /** What a document says of all its plates. */
  private static final List<List<String>> SHARED =
      List.of(
          List.of("hook", "event"),
          List.of("camera_id"),
          List.of("timestamp"),
          List.of("data", "camera_id"),
          List.of("data", "timestamp"));

  private static final Wanted WANTED = new Wanted(NAMES, List.of(), false);

  private final FeedDefinition feed;
  private final TimeSource.Reader times;

  PlateRecognizerAdapter(FeedDefinition feed) {
    this.feed = feed;
    ZoneId zone = feed.timeZone() == null ? ZoneOffset.UTC : feed.timeZone();
    this.times = TimeSource.iso(zone).reader();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void parse(RawRecord record, Consumer<ParsedRead> out) {
    VendorDocument.read(record, WANTED, document -> document(document, out), out);
  }

  private void document(ObjectNode document, Consumer<ParsedRead> out) {
    JsonNode data = document.has("data") ? document.get("data") : document;
    JsonNode results = data == null ? null : data.get("results");
    if (results == null || !results.isArray()) {
      String event = document.has("hook") ? JsonTree.text(document.get("hook"), "event") : null;
      boolean other = event != null && !event.equals("recognition");
      out.accept(
          results == null && other
              ? new ParsedRead.Defect(Reason.NOT_A_READ, "hook.event")
              : whenAndWhere(data).defect(feed, Reason.MALFORMED, "data.results"));
      return;
    }
    if (results.isEmpty()) {
      out.accept(whenAndWhere(data).defect(feed, Reason.NO_PLATE, "data.results"));
    }
    for (JsonNode result : results) {
      RecordPart part =
          new RecordPart(document, result, data == document ? RESULTS : RESULTS_OF_DATA, SHARED);
      out.accept(VendorDocument.part(result(data, result, whenAndWhere(data)), part, results));
    }
  }

  private VendorRead whenAndWhere(JsonNode data) {
    VendorRead read = new VendorRead();
    read.camera = JsonTree.text(data, "camera_id");
    read.captured(times.readAll(JsonTree.text(data, "timestamp")));
    return read;
  }

  private ParsedRead result(JsonNode data, JsonNode result, VendorRead read) {
    if (!result.isObject()) {
      return read.defect(feed, Reason.MALFORMED, "data.results[]");
    }
    JsonNode plate = result.get("plate");
    if (plate != null && plate.isObject() && isNull(plate.get("props"))) {
      return read.defect(feed, Reason.NO_PLATE, "data.results[].plate");
    }
    if (!VendorDocument.plate(plate, read)) {
      return read.defect(feed, Reason.MALFORMED, "data.results[].plate");
    }
    read.score = JsonTree.number(result, "score");
    JsonNode region = object(result, "region", read, MappedField.STATE);
    read.state = VendorDocument.text(region, "code", MappedField.STATE, read);
    read.stateScore = JsonTree.number(region, "score");
    VendorDocument.candidates(result.get("candidates"), "score", read.candidates);
    JsonNode named =
        VendorDocument.best(
            result.get("model_make"), "score", read, MappedField.MAKE, MappedField.MODEL);
    if (named != null) {
      read.make = VendorDocument.text(named, "make", MappedField.MAKE, read);
      read.model = VendorDocument.text(named, "model", MappedField.MODEL, read);
    }
    read.color =
        VendorDocument.bestText(result.get("color"), "color", "score", MappedField.COLOR, read);
    JsonNode vehicle = object(result, "vehicle", read, MappedField.BODY);
    read.body = VendorDocument.text(vehicle, "type", MappedField.BODY, read);
    read.direction = JsonTree.number(result, "direction");
    read.imageRef = VendorDocument.text(data, "filename", MappedField.IMAGE_REF, read);
    return read.canonical(feed);
  }

  /** The structure under a name; what it should tell is unknown where something else is there. */
  private static JsonNode object(JsonNode parent, String name, VendorRead read, MappedField field) {
    JsonNode node = parent.get(name);
    if (node != null && node.isObject()) {
      return node;
    }
    if (node != null && !isNull(node) && !(node.isTextual() && node.textValue().isBlank())) {
      read.unknown(field);
    }
    return MissingNode.getInstance();
  }

  private static boolean isNull(JsonNode node) {
    return node == null || node.isNull();
  }
}
