package io.platelake.core.feed.kept;

import java.util.Objects;

/**
 * What quarantine keeps of a record.
 *
 * @param line of the file at which it starts, from 1
 * @param offset byte of the unpacked file at which it starts, from 0
 * @param item number of the outcome within its record, from 0
 * @param header lines in front of the rows of its file; empty without them
 * @param payload its text, without pictures
 */
public record KeptRecord(long line, long offset, int item, String header, String payload) {
  public KeptRecord {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(payload, "payload");
  }

  /** Shows nothing of the record. */
  @Override
  public String toString() {
    return "KeptRecord[line=" + line + "]";
  }
}
