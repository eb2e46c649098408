package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one hot list looks and whose it is: the content of a definition file.
 *
 * <pre>
 * id: state-stolen            # required, names the list in tables
 * agency: city-2              # required
 * purpose: criminal           # required
 * source: wa_state_cjis       # required, as the policy names it
 * format: csv                 # required; csv is the only format
 * delimiter: ";"              # one character, default comma
 * encoding: windows-1252      # default UTF-8
 * letter_o_as_zero: true      # the list writes every letter O as zero, default false
 * columns:                    # canonical field: header name; plate is required
 *   plate: LIC
 *   state: LIS
 * </pre>
 *
 * <p>The source's own time is no part of it: it belongs to a snapshot and is given with the file.
 *
 * @param columns header name, trimmed, per canonical field
 */
public record ListDefinition(
    String id,
    String agency,
    String purpose,
    String source,
    String format,
    char delimiter,
    Charset encoding,
    boolean letterOAsZero,
    Map<ListField, String> columns) {

  /** The only format so far: delimited text with a header line. */
  public static final String CSV = "csv";

  public static final char DEFAULT_DELIMITER = ',';
  public static final Charset DEFAULT_ENCODING = StandardCharsets.UTF_8;

  public ListDefinition {
    requireText("id", id);
    requireText("agency", agency);
    requireText("purpose", purpose);
    requireText("source", source);
    if (!CSV.equals(format)) {
      throw wrong("format", "only csv is known");
    }
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw wrong("delimiter", "a quote or line end cannot part columns");
    }
    if (columns == null || !columns.containsKey(ListField.PLATE)) {
      throw wrong("columns.plate", "the header of the column with plates is missing");
    }
    EnumMap<ListField, String> trimmed = new EnumMap<>(ListField.class);
    columns.forEach((field, header) -> trimmed.put(field, header == null ? "" : header.strip()));
    trimmed.forEach((field, header) -> requireText("columns." + field.key(), header));
    columns = Collections.unmodifiableMap(trimmed);
  }

  /**
   * Reads a definition.
   *
   * @param yaml the text of the file
   * @param fileName named in errors
   * @throws BadInput for unknown or repeated keys, wrong types, missing or wrong values; names file
   *     and line
   */
  public static ListDefinition read(String yaml, String fileName) {
    return ListDefinitionReader.read(yaml, fileName);
  }

  private static void requireText(String key, String value) {
    if (value == null || value.isBlank()) {
      throw wrong(key, "it is missing or blank");
    }
  }

  private static IllegalArgumentException wrong(String key, String why) {
    return new IllegalArgumentException("key " + key + ": " + why);
  }
}
