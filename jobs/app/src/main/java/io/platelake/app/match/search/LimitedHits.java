package io.platelake.app.match.search;

import io.platelake.core.match.rule.AlertReason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Hits of entries without a whole plate: of each entry the first ones in time, no more than its
 * limit, and how many there were. Which ones are kept does not depend on how the reads are split.
 */
public final class LimitedHits implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An entry that fits more reads than describe one vehicle.
   *
   * @param found reads that it fits
   * @param limit hits that were kept
   */
  public record TooWide(long entryId, String list, long found, int limit) {}

  /** One hit, by the instant of capture and the id of the read. */
  private record Hit(long capturedAt, long readId, InternalRow row)
      implements Comparable<Hit>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Hit other) {
      int byTime = Long.compare(capturedAt, other.capturedAt);
      return byTime != 0 ? byTime : Long.compare(readId, other.readId);
    }

    /** Shows no row. */
    @Override
    public String toString() {
      return "Hit[readId=" + readId + "]";
    }
  }

  private static final class OfEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int limit;
    private final PriorityQueue<Hit> kept = new PriorityQueue<>(Comparator.reverseOrder());
    private long found;

    OfEntry(int limit) {
      this.limit = limit;
    }

    void add(long capturedAt, long readId, Supplier<InternalRow> row) {
      found++;
      if (kept.size() == limit) {
        if (kept.peek().compareTo(new Hit(capturedAt, readId, null)) <= 0) {
          return;
        }
        kept.poll();
      }
      kept.add(new Hit(capturedAt, readId, row.get()));
    }
  }

  private final HashMap<Long, OfEntry> byEntry = new HashMap<>();

  /** Takes a hit; its row is made only if it is kept. */
  void add(long entryId, int limit, long capturedAt, long readId, Supplier<InternalRow> row) {
    byEntry.computeIfAbsent(entryId, e -> new OfEntry(limit)).add(capturedAt, readId, row);
  }

  /** Those of all tasks together. */
  static LimitedHits all(List<LimitedHits> tasks) {
    LimitedHits all = new LimitedHits();
    for (LimitedHits task : tasks) {
      task.byEntry.forEach(
          (entry, hits) -> {
            OfEntry sum = all.byEntry.computeIfAbsent(entry, e -> new OfEntry(hits.limit));
            long more = sum.found + hits.found;
            hits.kept.forEach(hit -> sum.add(hit.capturedAt, hit.readId, hit::row));
            sum.found = more;
          });
    }
    return all;
  }

  /** The rows that are kept; none of an entry that fits too many reads is an alert. */
  List<InternalRow> rows(StructType columns) {
    int alert = columns.fieldIndex("is_alert");
    int reason = columns.fieldIndex("alert_reason");
    List<InternalRow> rows = new ArrayList<>();
    for (OfEntry hits : byEntry.values()) {
      for (Hit hit : hits.kept) {
        if (hits.found > hits.limit && hit.row.getBoolean(alert)) {
          hit.row.update(alert, false);
          hit.row.update(reason, UTF8String.fromString(AlertReason.ENTRY_TOO_WIDE.name()));
        }
        rows.add(hit.row);
      }
    }
    return rows;
  }

  List<TooWide> tooWide(StructType columns) {
    int list = columns.fieldIndex("list_id");
    return byEntry.entrySet().stream()
        .filter(e -> e.getValue().found > e.getValue().limit)
        .map(
            e ->
                new TooWide(
                    e.getKey(),
                    e.getValue().kept.peek().row.getUTF8String(list).toString(),
                    e.getValue().found,
                    e.getValue().limit))
        .sorted(Comparator.comparing(TooWide::list).thenComparingLong(TooWide::entryId))
        .toList();
  }
}
