package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.record.Numbers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the mapped fields of one record. Holds the compiled mapping and no state of a record.
 *
 * @param <F> the fields of a read or of a list's entry
 */
public final class FieldReader<F extends Enum<F>> {
  private final EnumMap<F, SourceText> fields;
  private final EnumMap<F, String> defaults;
  private final Predicate<String> says;

  /**
   * @param fields place of each field
   * @param defaults what holds where a record says nothing
   * @param says whether a text says something
   */
  public FieldReader(
      Class<F> type, Map<F, Source> fields, Map<F, String> defaults, Predicate<String> says) {
    this.fields = new EnumMap<>(type);
    this.defaults = new EnumMap<>(type);
    this.says = says;
    fields.forEach((field, source) -> this.fields.put(field, new SourceText(source)));
    this.defaults.putAll(defaults);
  }

  /** The record's text for a field, else the default; null when neither says anything. */
  public String text(F field, RecordPlaces places) {
    SourceText source = fields.get(field);
    String text = source == null ? null : source.of(places, says);
    return text == null ? defaults.get(field) : text;
  }

  public Double number(F field, RecordPlaces places) {
    return Numbers.parse(text(field, places));
  }

  /** The first field that should be a text and is a structure. */
  public Optional<F> structureForValue(RecordPlaces places) {
    for (Map.Entry<F, SourceText> field : fields.entrySet()) {
      if (field.getValue().anyUsed(places, JsonNode::isContainerNode)) {
        return Optional.of(field.getKey());
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the record has none of the places of a mapped field. Then the record is of another
   * format; it does not say that it has no plate, if that is the field.
   */
  public boolean isMissing(F field, RecordPlaces places) {
    return !fields.get(field).isThere(places);
  }

  /** A number with a fraction where text should be: the characters of a plate are lost. */
  public boolean isFraction(F field, RecordPlaces places) {
    return fields.get(field).anyUsed(places, JsonNode::isFloatingPointNumber);
  }
}
