package io.platelake.core.record;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is wrong with a record, and where. No component holds a value of the record.
 *
 * @param field key of the mapping such as {@code captured_at}; empty when the record as a whole is
 *     at fault
 * @param at place of the fault; empty when unknown. The path or column that the field is read from;
 *     {@code byte 12} of the record, of an Avro file with its block that of the file, counted from
 *     0; {@code block 3, position.lat} of an Avro file, or {@code row group 2, column plate} of a
 *     Parquet file, counted from 1
 * @param says what is wrong, in words of this software
 */
public record Fault(String field, String at, String says) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No fault. */
  public static final Fault NONE = new Fault("", "", "");

  public Fault {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(says, "says");
  }

  /**
   * A fault of a record as a whole, as an adapter names it.
   *
   * @param place a path in the format, or some words about what is wrong
   */
  public static Fault of(Reason reason, String place) {
    return place.indexOf(' ') >= 0 ? new Fault("", "", place) : new Fault("", place, reason.says());
  }

  /** The same, at a place that is known now. */
  public Fault at(String place) {
    return new Fault(field, place, says);
  }
}
