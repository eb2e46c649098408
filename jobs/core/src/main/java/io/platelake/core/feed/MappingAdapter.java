package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Any file with one read a row or document, as the feed's {@link FileMapping} describes it: a new
 * maker without a line of Java.
 */
final class MappingAdapter implements FeedAdapter {
  static final String NAME = "mapping";

  private final FeedDefinition feed;
  private final FileMapping mapping;
  private final CaptureTime.Reader times;
  private final Charset charset;
  private final Set<String> wanted;

  MappingAdapter(FeedDefinition feed) {
    this.feed = feed;
    this.mapping = feed.mapping();
    this.times = mapping.time().reader();
    this.charset = mapping.charset();
    this.wanted =
        mapping.fields().values().stream()
            .flatMap(source -> source.paths().stream())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void parse(RawRecord record, Consumer<Parsed> out) {
    if (record instanceof RawRecord.Row row) {
      out.accept(canonical(path -> row.cell(path.get(0)), false));
    } else if (record instanceof RawRecord.Json json) {
      out.accept(
          JsonTree.read(json.bytes(), charset, wanted::contains)
              .map(this::document)
              .orElseGet(() -> VendorDocument.malformed("not one well-formed JSON object")));
    } else {
      out.accept(VendorDocument.malformed(record));
    }
  }

  private Parsed document(ObjectNode document) {
    for (Map.Entry<MappedField, FileMapping.Source> field : mapping.fields().entrySet()) {
      for (List<String> path : field.getValue().paths()) {
        JsonNode node = at(document, path);
        if (node != null && node.isContainerNode()) {
          return VendorDocument.malformed("mapped field " + field.getKey().key());
        }
      }
    }
    boolean plateDamaged =
        mapping.fields().get(MappedField.PLATE).paths().stream()
            .map(path -> at(document, path))
            .anyMatch(node -> node != null && node.isFloatingPointNumber());
    return canonical(path -> JsonTree.text(at(document, path)), plateDamaged);
  }

  private static JsonNode at(JsonNode root, List<String> path) {
    JsonNode node = root;
    for (String name : path) {
      if (node == null) {
        return null;
      }
      node =
          node.isArray() && name.matches("[0-9]{1,4}")
              ? node.get(Integer.parseInt(name))
              : node.get(name);
    }
    return node;
  }

  private Parsed canonical(Function<List<String>, String> texts, boolean plateDamaged) {
    VendorRead read = new VendorRead();
    read.plateDamaged = plateDamaged;
    read.eventId = value(MappedField.EVENT_ID, texts);
    read.camera = value(MappedField.CAMERA, texts);
    read.capturedAt = times.read(value(MappedField.CAPTURED_AT, texts)).orElse(null);
    read.plate = value(MappedField.PLATE, texts);
    read.state = value(MappedField.STATE, texts);
    read.stateScore = Numbers.parse(value(MappedField.STATE_CONFIDENCE, texts));
    read.score = Numbers.parse(value(MappedField.CONFIDENCE, texts));
    read.make = value(MappedField.MAKE, texts);
    read.model = value(MappedField.MODEL, texts);
    read.color = value(MappedField.COLOR, texts);
    read.body = value(MappedField.BODY, texts);
    read.direction = Numbers.parse(value(MappedField.DIRECTION, texts));
    read.lat = Numbers.parse(value(MappedField.LAT, texts));
    read.lon = Numbers.parse(value(MappedField.LON, texts));
    read.imageRef = value(MappedField.IMAGE_REF, texts);
    return read.canonical(feed);
  }

  /** The record's text for a field, else the default; null when neither says anything. */
  private String value(MappedField field, Function<List<String>, String> texts) {
    FileMapping.Source source = mapping.fields().get(field);
    String text =
        source == null
            ? null
            : source.paths().stream()
                .map(texts)
                .map(part -> part == null ? "" : part.strip())
                .collect(Collectors.joining(" "))
                .strip();
    boolean unknown =
        text == null || Words.known(text) == null || mapping.nullValues().contains(text);
    return unknown ? mapping.defaults().get(field) : text;
  }
}
