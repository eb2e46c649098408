package io.platelake.core.format;

import java.util.Locale;

/**
 * How records follow each other in a file: key {@code format}. Where a file starts with a boundary
 * line, its documents are the parts of a multipart body, see {@link MultipartSplitter}.
 */
public enum Layout {
  /**
   * JSON documents in any arrangement: one a line, pretty-printed, concatenated, in arrays, or as
   * the form field {@code json}.
   */
  JSON,
  /** Exactly one JSON document a line. */
  JSON_LINES,
  /** Delimited rows, RFC 4180. */
  CSV,
  /** Lines whose values are at fixed positions. */
  FIXED,
  /** XML elements of known names, one after the other, with or without an element around them. */
  XML,
  /** Blocks of {@code name0=value,name1=value}, the number naming the slot: see {@code Pairs}. */
  PAIRS,
  /** Rows of a Parquet file. */
  PARQUET,
  /** Records of an Avro object container file. */
  AVRO;

  /** The word of definitions, for example {@code csv}. */
  public String word() {
    return this == JSON_LINES ? "jsonl" : name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the file has a schema and binary values: somebody else decodes its records, see {@code
   * RawRecord.Tree}.
   */
  public boolean isContainer() {
    return this == PARQUET || this == AVRO;
  }

  /** Whether records are lines, or rows that start with one. */
  public boolean isLines() {
    return this == CSV || this == FIXED;
  }
}
