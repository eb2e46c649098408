package io.platelake.core.hotlist.layout;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a list file holds what: a file of {@code schemas/hotlists}, or the key {@code layout} of a
 * list definition.
 *
 * @param format how records are written
 * @param delimiter between cells, for format CSV
 * @param quotes what a quote means, for format CSV
 * @param header what the first line is
 * @param trailer what the last line is, null when the file just ends
 * @param size characters of a line, or cells of a row; null for rows that are as wide as the header
 * @param recordType place of the type of a record, null when it has none
 * @param recordTypes types that are known; another one is malformed
 * @param skip lines in which one of these is found are no records
 * @param letterOAsZero whether the list writes every letter O as zero
 * @param fillers plates that stand for no vehicle, normalised
 * @param wildcards what the list writes for unknown characters of a plate
 * @param fields place of each field
 */
public record ListLayout(
    Format format,
    Charset encoding,
    char delimiter,
    Quotes quotes,
    Header header,
    Trailer trailer,
    Size size,
    FieldSource recordType,
    Set<String> recordTypes,
    List<Pattern> skip,
    boolean letterOAsZero,
    Set<String> fillers,
    Wildcards wildcards,
    Map<ListField, FieldSource> fields) {

  /** How records are written. */
  public enum Format {
    FIXED,
    CSV,
    JSON
  }

  /** Smallest and largest size of a record. */
  public record Size(int min, int max) {}

  public ListLayout {
    recordTypes = Set.copyOf(recordTypes);
    skip = List.copyOf(skip);
    fillers = Set.copyOf(fillers);
    Map<ListField, FieldSource> sorted = new EnumMap<>(ListField.class);
    sorted.putAll(fields);
    fields = Collections.unmodifiableMap(sorted);
  }

  /** Whether a line should be ignored. */
  public boolean skips(String line) {
    return skip.stream().anyMatch(pattern -> found(pattern, line));
  }

  /** Headers, trailers and noise are short; a pattern on a long line could run for hours. */
  public static boolean found(Pattern pattern, String line) {
    return line.length() <= 1024 && pattern.matcher(line).find();
  }
}
