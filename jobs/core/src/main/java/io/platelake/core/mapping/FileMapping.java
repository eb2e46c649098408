package io.platelake.core.mapping;

import io.platelake.core.picture.PictureSource;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a file of no particular maker holds what: the key {@code mapping} of a feed definition, or
 * of a maker's file in {@code schemas/feeds}.
 *
 * @param layout from {@code format}: csv, json, jsonl, xml, pairs, parquet or avro
 * @param encoding name of a charset in which ASCII is ASCII
 * @param rows how rows are written, for layout CSV; its defaults otherwise
 * @param elements local names of the elements that are records, for layout XML
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
    Layout layout,
    String encoding,
    RowFormat rows,
    Set<String> elements,
    List<String> each,
    List<RecordKind> kinds,
    Condition unread,
    Map<MappedField, Source> fields,
    List<CandidateSource> candidates,
    List<PictureSource> images,
    CaptureTime time,
    PositionUnit positionUnit,
    Map<MappedField, String> defaults,
    Set<String> nullValues)
    implements Serializable {

  public FileMapping {
    elements = Set.copyOf(elements);
    each = List.copyOf(each);
    kinds = List.copyOf(kinds);
    fields = Map.copyOf(fields);
    candidates = List.copyOf(candidates);
    images = List.copyOf(images);
    defaults = Map.copyOf(defaults);
    nullValues = Set.copyOf(nullValues);
  }

  /** The charset that {@code encoding} names. */
  public Charset charset() {
    return Charset.forName(encoding);
  }
}
