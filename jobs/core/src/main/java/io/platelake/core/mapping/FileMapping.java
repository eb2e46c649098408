package io.platelake.core.mapping;

import io.platelake.core.format.NamedColumns;
import io.platelake.core.format.RecordFormat;
import io.platelake.core.picture.PictureSource;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a file of no particular maker holds what: the key {@code mapping} of a feed definition, or
 * of a maker's file in {@code schemas/feeds}.
 *
 * @param format how the file is written
 * @param each path of the array whose elements are the reads of a record; empty when a record is
 *     one read
 * @param kinds what tells reads from other records; all have to agree
 * @param unread says that no plate was read, whatever else the record says; null when nothing does
 * @param fields place of each field
 * @param candidates places of other readings
 * @param images places of pictures, one of a kind at most
 * @param time how the instant of capture is written
 * @param positionUnit how latitude and longitude are written
 * @param defaults what holds where a record says nothing
 * @param nullValues further spellings of unknown, compared with the whole trimmed value
 */
public record FileMapping(
    RecordFormat format,
    List<String> each,
    List<RecordKind> kinds,
    Condition unread,
    Map<MappedField, Source> fields,
    List<CandidateSource> candidates,
    List<PictureSource> images,
    TimeSource time,
    PositionUnit positionUnit,
    Map<MappedField, String> defaults,
    Set<String> nullValues)
    implements Serializable {

  public FileMapping {
    each = List.copyOf(each);
    kinds = List.copyOf(kinds);
    fields = Map.copyOf(fields);
    candidates = List.copyOf(candidates);
    images = List.copyOf(images);
    defaults = Map.copyOf(defaults);
    nullValues = Set.copyOf(nullValues);
  }

  /** The columns that are read of a CSV file; those of fields are required. */
  public NamedColumns columns() {
    return new NamedColumns(
        firstNames(fields.values().stream().flatMap(Source::allPaths)),
        firstNames(
            Stream.of(
                    kinds.stream().flatMap(kind -> kind.source().allPaths()),
                    unread == null ? Stream.<List<String>>of() : unread.values().keySet().stream(),
                    candidates.stream().map(CandidateSource::path),
                    images.stream().map(PictureSource::path))
                .flatMap(paths -> paths)));
  }

  /** Where a field is read from, such as {@code data.time or ts}; empty for a constant. */
  public String place(String field) {
    return fields.entrySet().stream()
        .filter(one -> one.getKey().key().equals(field))
        .flatMap(one -> one.getValue().places())
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static Set<String> firstNames(Stream<List<String>> paths) {
    return paths.map(path -> path.get(0)).collect(Collectors.toSet());
  }
}
