package io.platelake.core.land;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which reading of an event takes the place of which, for a feed whose maker sends better readings
 * of the same event. The later delivery takes the place of the earlier one. Several plates of one
 * record are several vehicles; then no reading of the event replaces any.
 */
public final class Corrections {
  /** A reading and the record it comes from. */
  public record Reading(long readId, RecordPosition place) {}

  private Corrections() {}

  /**
   * The read id that each reading replaces, by its own read id.
   *
   * @param landed read ids of the event that stand since earlier batches
   * @param later its other readings, in the order of delivery
   */
  public static Map<Long, Long> of(Collection<Long> landed, List<Reading> later) {
    if (landed.size() > 1 || severalInOneRecord(later)) {
      return Map.of();
    }
    Map<Long, Long> corrects = new HashMap<>();
    Iterator<Long> standing = landed.iterator();
    Long before = standing.hasNext() ? standing.next() : null;
    for (Reading reading : later) {
      if (before != null) {
        corrects.put(reading.readId(), before);
      }
      before = reading.readId();
    }
    return corrects;
  }

  private static boolean severalInOneRecord(List<Reading> readings) {
    Set<RecordPosition> records = new HashSet<>();
    return readings.stream()
        .anyMatch(r -> !records.add(new RecordPosition(r.place().file(), r.place().offset(), 0)));
  }
}
