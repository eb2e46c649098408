package io.platelake.core.land;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The position of a record in its batch.
 *
 * @param file number of its file among those of the batch, in the order of their digests
 * @param offset byte of the unpacked file at which the record starts
 * @param item number of the outcome within the record
 */
public record RecordPosition(int file, long offset, int item)
    implements Comparable<RecordPosition>, Serializable {
  private static final Comparator<RecordPosition> ORDER =
      Comparator.comparingInt(RecordPosition::file)
          .thenComparingLong(RecordPosition::offset)
          .thenComparingInt(RecordPosition::item);

  @Override
  public int compareTo(RecordPosition other) {
    return ORDER.compare(this, other);
  }
}
