package io.platelake.app.land;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a record stands in its batch.
 *
 * @param file number of its file among those of the batch, in the order of their digests
 * @param offset byte of the unpacked file at which the record starts
 * @param item number of the outcome within the record
 */
record Place(int file, long offset, int item) implements Comparable<Place>, Serializable {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::file)
          .thenComparingLong(Place::offset)
          .thenComparingInt(Place::item);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
