package io.platelake.core.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.picture.Picture;
import io.platelake.core.text.RecordBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One record of a raw file as it was sent, before it is interpreted. No representation of it in
 * text ({@code toString}) holds anything of its content; only {@link #payload()} does.
 */
public sealed interface RawRecord {
  /** Longest payload in bytes of UTF-8. */
  int PAYLOAD_LIMIT = RecordBuffer.KEPT;

  /** Line in the file at which the record starts, from 1. */
  long line();

  /** Byte in the file at which the record starts, from 0. */
  long offset();

  /** The record's bytes; of a form field, what it encodes. */
  byte[] bytes();

  /**
   * The record as text for the quarantine: pictures left out, at most {@link #PAYLOAD_LIMIT} bytes.
   */
  default String payload() {
    return Payload.text(bytes());
  }

  /** What stands in front of the file's rows and tells how to read them; empty without that. */
  default String header() {
    return "";
  }

  /**
   * The same record, counted from where the bytes it was found in start in the file.
   *
   * @param lines in front of them
   * @param bytes in front of them
   */
  RawRecord movedBy(long lines, long bytes);

  /** One JSON document, delimited but not yet checked. */
  record Json(long line, long offset, byte[] bytes) implements RawRecord {
    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Json(line + lines, offset + by, bytes);
    }

    @Override
    public String toString() {
      return "Json[line=" + line + "]";
    }
  }

  /** One XML element with everything in it, delimited but not yet checked. */
  record Xml(long line, long offset, byte[] bytes) implements RawRecord {
    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Xml(line + lines, offset + by, bytes);
    }

    @Override
    public String toString() {
      return "Xml[line=" + line + "]";
    }
  }

  /** A block of names and values, one or several on a line. */
  record Pairs(long line, long offset, byte[] bytes) implements RawRecord {
    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Pairs(line + lines, offset + by, bytes);
    }

    @Override
    public String toString() {
      return "Pairs[line=" + line + "]";
    }
  }

  /** One line whose values are at fixed positions. */
  record Line(long line, long offset, byte[] bytes) implements RawRecord {
    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Line(line + lines, offset + by, bytes);
    }

    @Override
    public String toString() {
      return "Line[line=" + line + "]";
    }
  }

  /**
   * One row of delimited text.
   *
   * @param columns index of each column by its name in the header, or by its number from 1
   * @param cells without their quotes, as many as the file has columns or fewer
   * @param header as {@link #header()}
   */
  record Row(
      long line,
      long offset,
      byte[] bytes,
      Map<String, Integer> columns,
      List<String> cells,
      String header)
      implements RawRecord {
    /** The cell in the named column, null when the file has no such column, or the row is short. */
    public String cell(String column) {
      Integer index = columns.get(column);
      return index == null || index >= cells.size() ? null : cells.get(index);
    }

    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Row(line + lines, offset + by, bytes, columns, cells, header);
    }

    @Override
    public String toString() {
      return "Row[line=" + line + "]";
    }
  }

  /**
   * One decoded record of a container, as the tree of a JSON document with the same content. Unlike
   * JSON, bytes may stay bytes and decimals are exact.
   *
   * @param line number of the record in the file, from 1
   * @param offset the same: a value in a container has no byte position of its own
   * @param problem what keeps every record of the file from being a read, without any of its
   *     content; null when nothing does
   * @param gone mapped fields for which no record of the file has a place
   */
  record Tree(long line, long offset, ObjectNode root, String problem, Set<String> gone)
      implements RawRecord {
    public Tree {
      gone = Set.copyOf(gone);
    }

    /** A record of a file that has a place for every mapped field. */
    public Tree(long line, long offset, ObjectNode root, String problem) {
      this(line, offset, root, problem, Set.of());
    }

    /** The record as JSON, bytes as base64. */
    @Override
    public byte[] bytes() {
      return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Tree(line + lines, offset + by, root, problem, gone);
    }

    @Override
    public String toString() {
      return "Tree[line=" + line + "]";
    }
  }

  /**
   * A document of a multipart body with the pictures that were posted beside it. {@link
   * io.platelake.core.feed.FeedParser} takes it apart.
   */
  record Posted(RawRecord document, List<Picture> pictures) implements RawRecord {
    public Posted {
      pictures = List.copyOf(pictures);
    }

    @Override
    public long line() {
      return document.line();
    }

    @Override
    public long offset() {
      return document.offset();
    }

    @Override
    public byte[] bytes() {
      return document.bytes();
    }

    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Posted(document.movedBy(lines, by), pictures);
    }

    @Override
    public String toString() {
      return "Posted[" + document + "]";
    }
  }

  /**
   * Bytes that make no record: truncated, too large (then only their beginning is here), ragged.
   *
   * @param place what is wrong with them, without any of their content
   * @param reason its code
   * @param header as {@link #header()}
   * @param at where in the file, such as {@code block 3, position.lat}; empty where the start of
   *     the record says enough
   */
  record Broken(
      long line, long offset, byte[] bytes, String place, Reason reason, String header, String at)
      implements RawRecord {
    /** Bytes that are not in the format. */
    public Broken(long line, long offset, byte[] bytes, String place) {
      this(line, offset, bytes, place, Reason.MALFORMED);
    }

    /** Bytes of a file that has no header. */
    public Broken(long line, long offset, byte[] bytes, String place, Reason reason) {
      this(line, offset, bytes, place, reason, "", "");
    }

    /** The same bytes, whose fault is at this place of the file. */
    public Broken at(String exact) {
      return new Broken(line, offset, bytes, place, reason, header, exact);
    }

    /** The same bytes, of a file that has a header. */
    public Broken under(String fileHeader) {
      return new Broken(line, offset, bytes, place, reason, fileHeader, at);
    }

    @Override
    public RawRecord movedBy(long lines, long by) {
      return new Broken(line + lines, offset + by, bytes, place, reason, header, at);
    }

    @Override
    public String toString() {
      return "Broken[line=" + line + ", " + place + "]";
    }
  }
}
