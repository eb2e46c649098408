package io.platelake.core.hotlist;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of every record of a list: none disappears, the constructor checks the sum.
 *
 * @param records data records in the file; blank lines, header and trailer are none
 * @param accepted entries, each id once
 * @param refusedBy records that the rules do not accept, by reason code
 * @param droppedBy records of prohibited categories, by category
 * @param duplicates records that repeat an accepted one
 * @param skipped lines that the layout says are no records, besides those
 * @param statedTime when the file says it was made; null when it says nothing
 */
public record ListCounts(
    long records,
    long accepted,
    SortedMap<String, Long> refusedBy,
    SortedMap<String, Long> droppedBy,
    long duplicates,
    long skipped,
    Instant statedTime) {

  public ListCounts {
    refusedBy = Collections.unmodifiableSortedMap(new TreeMap<>(refusedBy));
    droppedBy = Collections.unmodifiableSortedMap(new TreeMap<>(droppedBy));
    long refused = sum(refusedBy);
    long dropped = sum(droppedBy);
    if (accepted + refused + dropped + duplicates != records) {
      throw new IllegalArgumentException(
          records
              + " records, but "
              + accepted
              + " accepted, "
              + refused
              + " refused, "
              + dropped
              + " dropped, "
              + duplicates
              + " duplicate");
    }
  }

  public long refused() {
    return sum(refusedBy);
  }

  public long dropped() {
    return sum(droppedBy);
  }

  private static long sum(Map<String, Long> by) {
    return by.values().stream().mapToLong(Long::longValue).sum();
  }
}
