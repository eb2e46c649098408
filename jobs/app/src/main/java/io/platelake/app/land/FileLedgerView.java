package io.platelake.app.land;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.record.Reason;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of {@code landing} about the files of a run, and about files that are planned and not
 * finished. A feed lands for years, so its earlier rows are searched in the table.
 */
final class FileLedgerView {
  private static final Set<String> UNREAD =
      Set.of(
          Reason.ARCHIVE_BROKEN.name(), Reason.ARCHIVE_LIMIT.name(), Reason.ARCHIVE_NESTED.name());

  /**
   * A file of {@code landing}.
   *
   * @param planned not landed yet
   * @param records 0 when planned
   * @param unread it did not unpack to its end
   */
  record Known(
      String digest,
      boolean planned,
      String batch,
      long seq,
      long records,
      Instant plannedAt,
      boolean unread)
      implements Serializable {}

  /** What one task has found, and the last number of a batch it has seen. */
  private record Found(Map<String, Known> files, long lastSeq) implements Serializable {}

  private final Map<String, Known> files;
  private final long lastSeq;

  private FileLedgerView(Map<String, Known> files, long lastSeq) {
    this.files = files;
    this.lastSeq = lastSeq;
  }

  static FileLedgerView of(Lake lake, FeedDefinition feed, Collection<RawFile> given) {
    long[] heads = given.stream().mapToLong(f -> head(f.digest())).sorted().toArray();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<long[]> wanted = executors.broadcast(heads);
    try {
      List<Found> found =
          lake.read(Table.LANDING)
              .where(col("feed_id").equalTo(feed.id()))
              .select(
                  "file_digest",
                  "state",
                  "batch_id",
                  "batch_seq",
                  "records",
                  "planned_at",
                  "quarantined_by")
              .queryExecution()
              .toRdd()
              .toJavaRDD()
              .mapPartitions(rows -> List.of(found(rows, wanted.value())).iterator())
              .collect();
      Map<String, Known> files = new TreeMap<>();
      found.forEach(task -> files.putAll(task.files()));
      return new FileLedgerView(files, found.stream().mapToLong(Found::lastSeq).max().orElse(0));
    } finally {
      wanted.destroy();
    }
  }

  private static Found found(Iterator<InternalRow> rows, long[] wanted) {
    Map<String, Known> files = new HashMap<>();
    UTF8String planned = UTF8String.fromString(Manifest.PLANNED);
    long lastSeq = 0;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      lastSeq = Math.max(lastSeq, row.getLong(3));
      String digest = row.getUTF8String(0).toString();
      boolean open = row.getUTF8String(1).equals(planned);
      if (open || Arrays.binarySearch(wanted, head(digest)) >= 0) {
        files.put(
            digest,
            new Known(
                digest,
                open,
                row.getUTF8String(2).toString(),
                row.getLong(3),
                row.isNullAt(4) ? 0 : row.getLong(4),
                Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS),
                !row.isNullAt(6) && unread(row.getMap(6))));
      }
    }
    return new Found(files, lastSeq);
  }

  private static boolean unread(MapData reasons) {
    for (int i = 0; i < reasons.numElements(); i++) {
      if (UNREAD.contains(reasons.keyArray().getUTF8String(i).toString())) {
        return true;
      }
    }
    return false;
  }

  /** Its first 64 bits: enough to look through millions of files for thousands. */
  private static long head(String digest) {
    return Long.parseUnsignedLong(digest, 0, 16, 16);
  }

  /** What is known of a file; null where nothing is. */
  Known get(String digest) {
    return files.get(digest);
  }

  Collection<Known> all() {
    return files.values();
  }

  /**
   * Digests of landed files that did not unpack to their end: only the file itself has the rest.
   */
  Set<String> unread() {
    return files.values().stream()
        .filter(Known::unread)
        .map(Known::digest)
        .collect(Collectors.toSet());
  }

  /** The last batch of the feed, 0 where there is none. */
  long lastSeq() {
    return lastSeq;
  }
}
