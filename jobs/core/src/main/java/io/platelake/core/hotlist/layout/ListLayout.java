package io.platelake.core.hotlist.layout;

import io.platelake.core.format.RecordFormat;
import io.platelake.core.mapping.RecordKind;
import io.platelake.core.mapping.Source;
import io.platelake.core.mapping.Wildcards;
import io.platelake.core.mapping.time.TimeSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a list file holds what: a file of {@code schemas/hotlists}, with the key {@code mapping} of
 * a list definition in it.
 *
 * @param format how the file is written
 * @param each path of the array whose elements are the entries of a document; empty when a document
 *     is one entry
 * @param kinds what tells entries from other records; all have to agree
 * @param trailer what the last line is, null when the file just ends
 * @param stated how the header states when the file was made, null when it does not
 * @param letterOAsZero whether the list writes every letter O as zero
 * @param fillers plates that stand for no vehicle, normalised
 * @param wildcards what the list writes for unknown characters of a plate
 * @param fields place of each field
 * @param begins how the beginning of an entry is written
 * @param expires how the end of an entry is written
 * @param defaults what holds where a record says nothing
 * @param nullValues spellings of unknown, compared with the whole trimmed text
 */
public record ListLayout(
    RecordFormat format,
    List<String> each,
    List<RecordKind> kinds,
    Trailer trailer,
    TimeSource stated,
    boolean letterOAsZero,
    Set<String> fillers,
    Wildcards wildcards,
    Map<ListField, Source> fields,
    TimeSource begins,
    TimeSource expires,
    Map<ListField, String> defaults,
    Set<String> nullValues) {

  public ListLayout {
    each = List.copyOf(each);
    kinds = List.copyOf(kinds);
    fillers = Set.copyOf(fillers);
    fields = sorted(fields);
    defaults = sorted(defaults);
    nullValues = Set.copyOf(nullValues);
  }

  private static <T> Map<ListField, T> sorted(Map<ListField, T> fields) {
    Map<ListField, T> sorted = new EnumMap<>(ListField.class);
    sorted.putAll(fields);
    return Collections.unmodifiableMap(sorted);
  }

  /** Whether an entry can have the field. */
  public boolean has(ListField field) {
    return fields.containsKey(field) || defaults.containsKey(field);
  }
}
