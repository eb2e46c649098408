package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.Numbers;
import io.platelake.core.record.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the mapped fields of one read. Holds the compiled mapping and no state of a read. */
public final class FieldReader {
  /** Regular expressions come from the feed, texts from outside: neither may cost much time. */
  private static final int LONGEST_MATCHED = 1024;

  private final FileMapping mapping;
  private final Map<Source, Pattern> patterns = new HashMap<>();

  public FieldReader(FileMapping mapping) {
    this.mapping = mapping;
    mapping.fields().values().forEach(this::compile);
  }

  private void compile(Source source) {
    for (Source s = source; s != null; s = s.otherwise()) {
      if (s.match() != null) {
        patterns.put(s, s.pattern());
      }
    }
  }

  /** The record's text for a field, else the default; null when neither says anything. */
  public String text(MappedField field, RecordPlaces places) {
    String unread = null;
    for (Source s = mapping.fields().get(field); s != null; s = s.otherwise()) {
      String text = applies(s, places) ? text(s, places) : null;
      if (text != null && Words.known(text) != null && !mapping.nullValues().contains(text)) {
        return text;
      }
      if (unread == null && field == MappedField.PLATE && isWord(text)) {
        unread = text;
      }
    }
    return mapping.defaults().getOrDefault(field, unread);
  }

  /** A word for unknown where a plate should be is counted, and is a plate in some feeds. */
  private boolean isWord(String text) {
    return text != null && !text.isBlank() && !mapping.nullValues().contains(text);
  }

  public Double number(MappedField field, RecordPlaces places) {
    return Numbers.parse(text(field, places));
  }

  /** The first field that should be a value and is a structure. */
  public Optional<MappedField> structureForValue(RecordPlaces places) {
    return mapping.fields().entrySet().stream()
        .filter(e -> anyUsed(e.getValue(), places, JsonNode::isContainerNode))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /**
   * Whether the record has none of the places of a plate. Then the record is of another format; it
   * does not say that it has no plate.
   */
  public boolean plateMissing(RecordPlaces places) {
    for (Source s = mapping.fields().get(MappedField.PLATE); s != null; s = s.otherwise()) {
      if (s.paths().stream().anyMatch(places::has)) {
        return false;
      }
    }
    return true;
  }

  /** A number with a fraction or a truth value where the plate should be: the plate is lost. */
  public boolean plateDamaged(RecordPlaces places) {
    return anyUsed(
        mapping.fields().get(MappedField.PLATE),
        places,
        node -> node.isFloatingPointNumber() || node.isBoolean());
  }

  private static boolean anyUsed(Source source, RecordPlaces places, Predicate<JsonNode> test) {
    for (Source s = source; s != null; s = s.otherwise()) {
      if (s.best() == null && applies(s, places)) {
        for (List<String> path : s.paths()) {
          JsonNode node = places.at(path);
          if (node != null && test.test(node)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean applies(Source source, RecordPlaces places) {
    return source.when() == null || source.when().holds(places::text);
  }

  private String text(Source source, RecordPlaces places) {
    if (source.best() != null) {
      return JsonTree.bestText(places.at(source.paths().get(0)), source.value(), source.best());
    }
    String text =
        source.paths().stream()
            .map(places::text)
            .map(part -> part == null ? "" : part.strip())
            .collect(Collectors.joining(" "))
            .strip();
    Pattern pattern = patterns.get(source);
    if (pattern == null) {
      return text;
    }
    Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), LONGEST_MATCHED)));
    return matcher.find() ? matcher.group(1) : null;
  }
}
