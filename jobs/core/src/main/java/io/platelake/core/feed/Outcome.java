package io.platelake.core.feed;

import java.util.Objects;

/**
 * What became of one read in a file, or of one record without any. The number of outcomes of a file
 * is its number of records in all accounts: a document with three plates counts three, a document
 * without a plate counts one.
 *
 * @param raw the record it came from
 * @param index of this outcome among those of the record, from 0
 */
public record Outcome(RawRecord raw, int index, Parsed parsed) {
  public Outcome {
    Objects.requireNonNull(raw);
    Objects.requireNonNull(parsed);
  }
}
