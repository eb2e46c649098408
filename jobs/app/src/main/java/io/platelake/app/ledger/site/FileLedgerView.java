package io.platelake.app.ledger.site;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of {@code landing} about the files of a run, and about files that are planned and not
 * finished. A feed lands for years, so its earlier rows are searched in the table.
 */
public final class FileLedgerView {
  private static final List<String> COLUMNS =
      List.of(
          "file_digest",
          "state",
          "batch_id",
          "batch_seq",
          "records",
          "planned_at",
          "quarantined_by",
          "quarantined",
          "judged_by",
          "feed_id");
  private static final int DIGEST = COLUMNS.indexOf("file_digest");
  private static final int STATE = COLUMNS.indexOf("state");
  private static final int BATCH = COLUMNS.indexOf("batch_id");
  private static final int SEQ = COLUMNS.indexOf("batch_seq");
  private static final int RECORDS = COLUMNS.indexOf("records");
  private static final int PLANNED_AT = COLUMNS.indexOf("planned_at");
  private static final int QUARANTINED_BY = COLUMNS.indexOf("quarantined_by");
  private static final int QUARANTINED = COLUMNS.indexOf("quarantined");
  private static final int JUDGED_BY = COLUMNS.indexOf("judged_by");
  private static final int FEED = COLUMNS.indexOf("feed_id");

  private static final Set<String> UNREAD =
      Set.of(
          Reason.ARCHIVE_BROKEN.name(), Reason.ARCHIVE_LIMIT.name(), Reason.ARCHIVE_NESTED.name());

  /**
   * A file of {@code landing}.
   *
   * @param planned not landed yet, or planned to land again
   * @param records 0 when it has not landed
   * @param unread it did not unpack to its end
   * @param quarantined records of it that could not be accepted
   * @param judgedBy digest of the rules that decided about them; empty in rows of before
   */
  public record Known(
      String digest,
      boolean planned,
      String batch,
      long seq,
      long records,
      Instant plannedAt,
      boolean unread,
      long quarantined,
      String judgedBy)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether none of its records could be accepted. */
    public boolean isAllQuarantined() {
      return records > 0 && quarantined == records;
    }
  }

  /** What one task has found, and the last number of a batch it has seen, both by feed. */
  private record Found(Map<String, Map<String, Known>> files, Map<String, Long> lastSeq)
      implements Serializable {}

  private final Map<String, Known> files;
  private final long lastSeq;

  private FileLedgerView(Map<String, Known> files, long lastSeq) {
    this.files = files;
    this.lastSeq = lastSeq;
  }

  /**
   * @param digests of the files of the run
   */
  public static FileLedgerView of(Lake lake, FeedDefinition feed, Collection<String> digests) {
    return of(lake, Map.of(feed.id(), digests)).get(feed.id());
  }

  /**
   * What the table knows of several feeds, in one look at it.
   *
   * @param digests of the files of the run, by feed
   */
  public static Map<String, FileLedgerView> of(
      Lake lake, Map<String, ? extends Collection<String>> digests) {
    long[] heads =
        digests.values().stream()
            .flatMap(Collection::stream)
            .mapToLong(FileLedgerView::head)
            .sorted()
            .toArray();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<long[]> wanted = executors.broadcast(heads);
    try {
      List<Found> found =
          lake.ledger(Table.LANDING)
              .where(col("feed_id").isin(digests.keySet().toArray()))
              .select(COLUMNS.stream().map(functions::col).toArray(Column[]::new))
              .queryExecution()
              .toRdd()
              .toJavaRDD()
              .mapPartitions(rows -> List.of(found(rows, wanted.value())).iterator())
              .collect();
      Map<String, FileLedgerView> views = new TreeMap<>();
      for (String feed : digests.keySet()) {
        Map<String, Known> files = new TreeMap<>();
        long last = 0;
        for (Found task : found) {
          files.putAll(task.files().getOrDefault(feed, Map.of()));
          last = Math.max(last, task.lastSeq().getOrDefault(feed, 0L));
        }
        views.put(feed, new FileLedgerView(files, last));
      }
      return views;
    } finally {
      wanted.destroy();
    }
  }

  private static Found found(Iterator<InternalRow> rows, long[] wanted) {
    Found found = new Found(new HashMap<>(), new HashMap<>());
    UTF8String planned = UTF8String.fromString(LandingLedger.PLANNED);
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      String feed = row.getUTF8String(FEED).toString();
      found.lastSeq().merge(feed, row.getLong(SEQ), Math::max);
      String digest = row.getUTF8String(DIGEST).toString();
      boolean open = row.getUTF8String(STATE).equals(planned);
      if (open || Arrays.binarySearch(wanted, head(digest)) >= 0) {
        found
            .files()
            .computeIfAbsent(feed, f -> new HashMap<>())
            .put(digest, known(row, digest, open));
      }
    }
    return found;
  }

  private static Known known(InternalRow row, String digest, boolean open) {
    return new Known(
        digest,
        open,
        row.getUTF8String(BATCH).toString(),
        row.getLong(SEQ),
        row.isNullAt(RECORDS) ? 0 : row.getLong(RECORDS),
        Instant.EPOCH.plus(row.getLong(PLANNED_AT), ChronoUnit.MICROS),
        !row.isNullAt(QUARANTINED_BY) && unread(row.getMap(QUARANTINED_BY)),
        row.isNullAt(QUARANTINED) ? 0 : row.getLong(QUARANTINED),
        row.isNullAt(JUDGED_BY) ? "" : row.getUTF8String(JUDGED_BY).toString());
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

  /** What the table knows of a file. */
  public Optional<Known> find(String digest) {
    return Optional.ofNullable(files.get(digest));
  }

  /** Files of the run that the table knows, and every planned file of the feed. */
  public Collection<Known> all() {
    return files.values();
  }

  /**
   * Digests of landed files that are needed once more. They did not unpack to their end, or none of
   * their records could be accepted.
   */
  public Set<String> unread() {
    return files.values().stream()
        .filter(known -> known.unread() || known.isAllQuarantined())
        .map(Known::digest)
        .collect(Collectors.toSet());
  }

  /** The last batch of the feed, 0 where there is none. */
  public long lastSeq() {
    return lastSeq;
  }
}
