package io.platelake.core.feed;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a file of no particular maker holds what: the key {@code mapping} of a feed definition.
 *
 * @param layout from {@code format}: csv, json or jsonl
 * @param delimiter between the cells of a row, one ASCII character
 * @param encoding name of a charset in which ASCII is ASCII
 * @param header whether the first row of a file names the columns; without it they are named 1, 2,
 *     3 and so on
 * @param columns cells a row has to have; 0 when the first row of the file tells
 * @param fields where each field stands
 * @param time how the instant of capture is written
 * @param defaults what holds where a record says nothing
 * @param nullValues further spellings of unknown, compared with the whole trimmed value
 */
public record FileMapping(
    Layout layout,
    char delimiter,
    String encoding,
    boolean header,
    int columns,
    Map<MappedField, Source> fields,
    CaptureTime time,
    Map<MappedField, String> defaults,
    Set<String> nullValues)
    implements Serializable {

  public FileMapping {
    fields = Map.copyOf(fields);
    defaults = Map.copyOf(defaults);
    nullValues = Set.copyOf(nullValues);
  }

  /** The charset that {@code encoding} names. */
  public Charset charset() {
    return Charset.forName(encoding);
  }

  /**
   * One or several places of a record, whose texts are joined with a blank (a date column and a
   * time column).
   *
   * @param paths each the names from the root of the document down; a column is a path of one name
   */
  public record Source(List<List<String>> paths) implements Serializable {
    public Source {
      paths = paths.stream().map(List::copyOf).toList();
    }
  }
}
