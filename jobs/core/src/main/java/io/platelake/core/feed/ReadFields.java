package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platelake.core.mapping.CandidateSource;
import io.platelake.core.mapping.FieldReader;
import io.platelake.core.mapping.FileMapping;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.RecordPlaces;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.picture.Picture;
import io.platelake.core.picture.PictureKind;
import io.platelake.core.picture.PictureSource;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.Wanted;
import io.platelake.core.record.Words;
import java.util.Set;

/**
 * The fields of a read at the places that the feed's {@link FileMapping} names, as the vendor says
 * them.
 */
final class ReadFields {
  private final FeedDefinition feed;
  private final FileMapping mapping;
  private final FieldReader<MappedField> fields;
  private final TimeSource.Reader times;
  private final Wanted wanted;

  ReadFields(FeedDefinition feed, Wanted wanted) {
    this.feed = feed;
    this.mapping = feed.mapping();
    this.fields =
        new FieldReader<>(
            MappedField.class, mapping.fields(), mapping.defaults(), this::saysSomething);
    this.times = mapping.time().reader();
    this.wanted = wanted;
  }

  private boolean saysSomething(String text) {
    return Words.known(text) != null && !mapping.nullValues().contains(text);
  }

  /** A word for unknown is counted, and in some feeds it is a plate: so it is read as well. */
  private String plate(RecordPlaces places) {
    String plate = fields.text(MappedField.PLATE, places);
    return plate != null
        ? plate
        : fields.text(
            MappedField.PLATE,
            places,
            text -> !text.isBlank() && !mapping.nullValues().contains(text));
  }

  /** Whether the record has no place for a plate. */
  boolean isPlateMissing(RecordPlaces places) {
    return fields.isMissing(MappedField.PLATE, places);
  }

  /** Fields of the record that hold a structure where a text should be. */
  Set<MappedField> structuresForValues(RecordPlaces places) {
    return fields.structuresForValues(places);
  }

  /** Whether the field is a list where a text should be. */
  boolean isList(MappedField field, RecordPlaces places) {
    return fields.isList(field, places);
  }

  /** Everything that the mapping names, as the vendor says it. */
  VendorRead read(RecordPlaces places) {
    VendorRead read = new VendorRead();
    read.plateDamaged = fields.isLost(MappedField.PLATE, places);
    read.eventId = fields.text(MappedField.EVENT_ID, places);
    read.camera = fields.text(MappedField.CAMERA, places);
    capture(places, read);
    read.plate = plate(places);
    read.country = fields.text(MappedField.COUNTRY, places);
    read.state = fields.text(MappedField.STATE, places);
    read.stateScore = score(MappedField.STATE_CONFIDENCE, places);
    read.score = score(MappedField.CONFIDENCE, places);
    read.make = fields.text(MappedField.MAKE, places);
    read.model = fields.text(MappedField.MODEL, places);
    read.color = fields.text(MappedField.COLOR, places);
    read.body = fields.text(MappedField.BODY, places);
    read.direction = fields.number(MappedField.DIRECTION, places);
    read.position.lat = degrees(MappedField.LAT, places);
    read.position.lon = degrees(MappedField.LON, places);
    read.position.observerLat = degrees(MappedField.OBSERVER_LAT, places);
    read.position.observerLon = degrees(MappedField.OBSERVER_LON, places);
    read.imageRef = fields.text(MappedField.IMAGE_REF, places);
    mapping.candidates().forEach(source -> candidates(places.at(source.path()), source, read));
    if (!mapping.images().isEmpty()) {
      read.pictures =
          Picture.of(
              picture(PictureKind.PLATE_CROP, places),
              picture(PictureKind.VEHICLE_CROP, places),
              picture(PictureKind.SCENE, places));
    }
    return read;
  }

  private JsonNode picture(PictureKind kind, RecordPlaces places) {
    for (PictureSource source : mapping.images()) {
      if (source.kind() == kind) {
        return picture(places.at(source.path()));
      }
    }
    return null;
  }

  /** Of a record that came decoded, what a parser of text makes of a picture right away. */
  private JsonNode picture(JsonNode node) {
    if (node == null || !node.isBinary() && !node.isTextual()) {
      return node;
    }
    if (wanted.picturesRead()) {
      return node.isBinary() ? TextNode.valueOf(node.asText()) : node;
    }
    return node.isBinary() || !node.textValue().isBlank() ? Wanted.PRESENT : null;
  }

  private Double score(MappedField field, RecordPlaces places) {
    return feed.confidenceScale().score(fields.text(field, places));
  }

  private Double degrees(MappedField field, RecordPlaces places) {
    return mapping.positionUnit().degrees(fields.text(field, places));
  }

  private void capture(RecordPlaces places, VendorRead read) {
    read.captured(times.readAll(fields.text(MappedField.CAPTURED_AT, places)));
    Double millis = fields.number(MappedField.CAPTURED_MS, places);
    if (millis == null || read.capturedAt == null) {
      return;
    }
    if (millis >= 0 && millis < 1_000) {
      read.capturedAt = read.capturedAt.plusMillis(millis.longValue());
    } else {
      read.unknown(MappedField.CAPTURED_MS);
    }
  }

  private static void candidates(JsonNode node, CandidateSource source, VendorRead read) {
    if (source.plate() != null) {
      VendorDocument.candidates(node, source.plate(), source.confidence(), read.candidates);
    } else if (node != null && node.isArray()) {
      node.forEach(one -> candidate(one, read));
    } else {
      candidate(node, read);
    }
  }

  private static void candidate(JsonNode node, VendorRead read) {
    String text = JsonTree.text(node);
    if (text != null && !node.isFloatingPointNumber()) {
      read.candidates.putIfAbsent(text, null);
    }
  }
}
