package io.platelake.app.match;

import io.platelake.app.match.search.ReadColumns;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads captured in a window, on open dates of their agency, that nothing has replaced. */
final class WindowFilter implements Function<InternalRow, Boolean> {
  private static final long serialVersionUID = 1L;

  /** Days since 1970 by agency. */
  private final HashMap<String, HashSet<Integer>> open = new HashMap<>();

  /** Microseconds since 1970, as rows have them. */
  private final long from;

  private final long to;
  private final long[] replaced;

  /**
   * @param replaced ids of reads, in order
   */
  WindowFilter(MatchGroup group, long[] replaced) {
    this.replaced = replaced.clone();
    Window window = group.window();
    this.from = ChronoUnit.MICROS.between(Instant.EPOCH, window.from());
    this.to = ChronoUnit.MICROS.between(Instant.EPOCH, window.to());
    group
        .scopes()
        .forEach(
            (agency, scope) -> {
              HashSet<Integer> days = new HashSet<>();
              scope.dates().forEach(date -> days.add((int) date.toEpochDay()));
              open.put(agency, days);
            });
  }

  @Override
  public Boolean call(InternalRow read) {
    long at = read.getLong(ReadColumns.CAPTURED_AT);
    return at >= from
        && at < to
        && isOpen(read)
        && Arrays.binarySearch(replaced, read.getLong(ReadColumns.ID)) < 0;
  }

  private boolean isOpen(InternalRow read) {
    HashSet<Integer> days = open.get(read.getUTF8String(ReadColumns.AGENCY).toString());
    return days != null && days.contains(read.getInt(ReadColumns.DATE));
  }
}
