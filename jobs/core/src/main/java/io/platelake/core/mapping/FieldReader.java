package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.record.Numbers;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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

  /** The first text of a field that is one by another measure; null when none is. */
  public String text(F field, RecordPlaces places, Predicate<String> counts) {
    SourceText source = fields.get(field);
    return source == null ? null : source.of(places, counts);
  }

  public Double number(F field, RecordPlaces places) {
    return Numbers.parse(text(field, places));
  }

  /** Fields that should be texts and are structures. */
  public Set<F> structuresForValues(RecordPlaces places) {
    Set<F> structures = Set.of();
    for (Map.Entry<F, SourceText> field : fields.entrySet()) {
      if (field.getValue().anyUsed(places, JsonNode::isContainerNode, says)) {
        structures = structures.isEmpty() ? EnumSet.of(field.getKey()) : structures;
        structures.add(field.getKey());
      }
    }
    return structures;
  }

  /** Whether a field that should be a text is a list, whose elements may be reads. */
  public boolean isList(F field, RecordPlaces places) {
    return fields.get(field).anyUsed(places, node -> node.isArray() && !node.isEmpty(), says);
  }

  /**
   * Whether the record has none of the places of a mapped field. Then the record is of another
   * format; it does not say that it has no plate, if that is the field.
   */
  public boolean isMissing(F field, RecordPlaces places) {
    return !fields.get(field).isThere(places);
  }

  /**
   * A number with a fraction or a truth value where text should be: the plate behind it is lost.
   */
  public boolean isLost(F field, RecordPlaces places) {
    return fields
        .get(field)
        .anyUsed(places, node -> node.isFloatingPointNumber() || node.isBoolean(), says);
  }
}
