package io.platelake.core.hotlist;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of every record of a list: none disappears, the constructor checks the sum.
 *
 * @param accepted entries, in file order, each id once
 * @param refused records that the rules do not accept, in file order
 * @param dropped number of records per prohibited category
 * @param duplicates records that repeat an accepted one
 * @param records data records in the file; blank lines and the header are none
 */
public record ParsedList(
    List<HotlistEntry> accepted,
    List<Refused> refused,
    SortedMap<String, Long> dropped,
    int duplicates,
    int records) {

  /** A refused record: the line it starts at, counted from 1, and the reason. */
  public record Refused(int line, RefusalCode code) {}

  public ParsedList {
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    long sum = dropped.values().stream().mapToLong(Long::longValue).sum();
    if (accepted.size() + refused.size() + sum + duplicates != records) {
      throw new IllegalArgumentException(
          records
              + " records, but "
              + accepted.size()
              + " accepted, "
              + refused.size()
              + " refused, "
              + sum
              + " dropped, "
              + duplicates
              + " duplicate");
    }
  }
}
