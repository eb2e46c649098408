package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.picture.Picture;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import io.platelake.core.record.Wanted;
import io.platelake.core.record.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * OpenALPR agent and Rekor Scout, versions 2 and 3 of the JSON documents.
 *
 * <p>The group, one vehicle's pass, is the read, alone or inside an alert; both have the same event
 * id, so that an alert and its group are one read. Plate, score and state are the group's
 * estimates, which rest on all frames, and not those of its best frame, which may name another
 * state. Single frames and previews are no reads: their group follows. Times are epoch
 * milliseconds, scores 0 to 100, states {@code us-ma} or, in early version 2, {@code ma}.
 */
final class OpenAlprAdapter implements FeedAdapter {
  static final String NAME = "openalpr";

  /** Paths and coordinates, a good part of a document, are never decoded. */
  static final List<String> NAMES =
      List.of(
          "data_type",
          "group",
          "epoch_start",
          "camera_id",
          "gps_latitude",
          "gps_longitude",
          "country",
          "uuids",
          "candidates",
          "plate",
          "confidence",
          "best_plate",
          "plate_index",
          "region",
          "region_confidence",
          "best_plate_number",
          "best_confidence",
          "best_region",
          "best_region_confidence",
          "best_uuid",
          "travel_direction",
          "is_preview",
          "vehicle",
          "color",
          "make",
          "make_model",
          "body_type",
          "name");

  private static final List<String> PICTURES =
      List.of("plate_crop_jpeg", "vehicle_crop_jpeg", "overview_jpeg");

  private static final List<MappedField> VEHICLE =
      List.of(MappedField.MAKE, MappedField.MODEL, MappedField.COLOR, MappedField.BODY);

  private final FeedDefinition feed;
  private final Wanted wanted;
  private final TimeSource.Reader times = TimeSource.epochMillis().reader();

  OpenAlprAdapter(FeedDefinition feed) {
    this.feed = feed;
    this.wanted = new Wanted(NAMES, PICTURES, feed.keepsImages());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void parse(RawRecord record, Consumer<ParsedRead> out) {
    VendorDocument.read(record, wanted, document -> out.accept(document(document)), out);
  }

  private ParsedRead document(ObjectNode document) {
    return switch (kind(document)) {
      case "alpr_group" -> group(document);
      case "alpr_alert" -> alert(document);
      case "vehicle" -> new ParsedRead.Defect(Reason.NO_PLATE, "data_type");
      case "alpr_results", "heartbeat" -> new ParsedRead.Defect(Reason.NOT_A_READ, "data_type");
      default -> whenAndWhere(document).defect(feed, Reason.UNKNOWN_KIND, "data_type");
    };
  }

  private ParsedRead alert(ObjectNode alert) {
    if (!(alert.get("group") instanceof ObjectNode group)) {
      return VendorDocument.malformed("group");
    }
    return group.get("data_type") == null || kind(group).equals("alpr_group")
        ? group(group)
        : whenAndWhere(group).defect(feed, Reason.UNKNOWN_KIND, "group.data_type");
  }

  /** What even a document that is no read may tell: it may come from a protected place. */
  private VendorRead whenAndWhere(ObjectNode document) {
    VendorRead read = new VendorRead();
    read.camera = JsonTree.text(document, "camera_id");
    read.captured(times.readAll(JsonTree.text(document, "epoch_start")));
    read.position.lat = JsonTree.number(document, "gps_latitude");
    read.position.lon = JsonTree.number(document, "gps_longitude");
    return read;
  }

  private ParsedRead group(ObjectNode group) {
    if ("true".equals(JsonTree.text(group, "is_preview"))) {
      return new ParsedRead.Defect(Reason.NOT_A_READ, "is_preview");
    }
    if (group.has("is_preview") && group.get("is_preview").isContainerNode()) {
      return whenAndWhere(group).defect(feed, Reason.UNKNOWN_KIND, "is_preview");
    }
    JsonNode frame = objectOrMissing(group.get("best_plate"));
    VendorRead read = whenAndWhere(group);
    JsonNode number = group.get("best_plate_number");
    if (!VendorDocument.plate(number == null ? frame.get("plate") : number, read)) {
      return read.defect(feed, Reason.MALFORMED, "best_plate_number");
    }
    read.eventId = eventId(group, frame, read);
    read.score =
        group.has("best_confidence")
            ? JsonTree.number(group, "best_confidence")
            : JsonTree.number(frame, "confidence");
    read.country = JsonTree.text(group, "country");
    // The group's state is not the frame's, not even where it cannot be read.
    boolean ofGroup =
        Words.known(VendorDocument.text(group, "best_region", MappedField.STATE, read)) != null
            || group.has("best_region") && group.get("best_region").isContainerNode();
    read.state = ofGroup ? JsonTree.text(group, "best_region") : JsonTree.text(frame, "region");
    read.stateScore =
        ofGroup
            ? JsonTree.number(group, "best_region_confidence")
            : JsonTree.number(frame, "region_confidence");
    JsonNode candidates =
        group.has("candidates") ? group.get("candidates") : frame.get("candidates");
    VendorDocument.candidates(candidates, "confidence", read.candidates);
    vehicle(group.get("vehicle"), read);
    read.direction = JsonTree.number(group, "travel_direction");
    read.imageRef = VendorDocument.text(group, "best_uuid", MappedField.IMAGE_REF, read);
    read.pictures =
        Picture.of(
            frame.get("plate_crop_jpeg"),
            group.get("vehicle_crop_jpeg"),
            group.get("overview_jpeg"));
    return read.canonical(feed);
  }

  /** One frame may show several plates, so the frame's id needs the plate's index too. */
  private static String eventId(ObjectNode group, JsonNode frame, VendorRead read) {
    String best = Words.known(JsonTree.text(group, "best_uuid"));
    JsonNode frames = group.get("uuids");
    boolean unclear =
        isOdd(group.get("best_plate"), JsonNode::isObject)
            || isOdd(frame.get("plate_index"), JsonNode::isValueNode)
            || isOdd(group.get("best_uuid"), JsonNode::isValueNode)
            || best == null && isOdd(frames, JsonNode::isArray);
    if (unclear) {
      // Another frame or plate would name another event.
      read.unknown(MappedField.EVENT_ID);
      return null;
    }
    String uuid =
        best == null && frames != null && frames.isArray()
            ? Words.known(JsonTree.text(frames.get(0)))
            : best;
    String index = JsonTree.text(frame, "plate_index");
    return uuid == null ? null : uuid + "#" + (index == null ? "0" : index);
  }

  private static boolean isOdd(JsonNode node, Predicate<JsonNode> expected) {
    return node != null && !node.isNull() && !expected.test(node);
  }

  private static void vehicle(JsonNode node, VendorRead read) {
    if (isOdd(node, JsonNode::isObject)) {
      VEHICLE.forEach(read::unknown);
    }
    JsonNode vehicle = objectOrMissing(node);
    read.color = best(vehicle, "color", MappedField.COLOR, read);
    read.body = best(vehicle, "body_type", MappedField.BODY, read);
    read.make = best(vehicle, "make", MappedField.MAKE, read);
    String both = Words.known(best(vehicle, "make_model", MappedField.MODEL, read));
    int split = both == null ? -1 : both.indexOf('_');
    if (split <= 0) {
      return;
    }
    String make = both.substring(0, split);
    if (read.make == null) {
      read.make = make;
    }
    // A model of another make than the vehicle's best make is no model of this vehicle.
    if (Words.strip(read.make).equalsIgnoreCase(make)) {
      read.model = both.substring(split + 1);
    }
  }

  private static String best(JsonNode vehicle, String name, MappedField field, VendorRead read) {
    return VendorDocument.bestText(vehicle.get(name), "name", "confidence", field, read);
  }

  private static String kind(JsonNode document) {
    String kind = JsonTree.text(document, "data_type");
    return kind == null ? "" : kind;
  }

  private static JsonNode objectOrMissing(JsonNode node) {
    return node instanceof ObjectNode ? node : MissingNode.getInstance();
  }
}
