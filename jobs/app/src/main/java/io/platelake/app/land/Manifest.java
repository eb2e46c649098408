package io.platelake.app.land;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.cli.Sha256;
import io.platelake.core.Refusal;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Reason;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What a run of landing is going to do, written down before it does it: files go in numbered
 * batches, and a batch that a crash interrupted is finished, with exactly its files, before
 * anything new.
 */
final class Manifest {
  static final String PLANNED = "planned";
  static final String DONE = "done";

  private static final Set<String> UNREAD =
      Set.of(
          Reason.ARCHIVE_BROKEN.name(), Reason.ARCHIVE_LIMIT.name(), Reason.ARCHIVE_NESTED.name());

  private final Lake lake;
  private final FeedDefinition feed;
  private final Instant asOf;
  private final Map<String, Row> known = new HashMap<>();

  Manifest(Lake lake, FeedDefinition feed, Instant asOf) {
    this.lake = lake;
    this.feed = feed;
    this.asOf = asOf;
    for (Row row : rows()) {
      known.put(row.getString(0), row);
    }
  }

  /** Records of files among these that have landed already: all of them are duplicates. */
  Map<String, Long> landed(List<RawFile> files) {
    Map<String, Long> records = new TreeMap<>();
    for (RawFile file : files) {
      Row row = known.get(file.digest());
      if (row != null && row.getString(1).equals(DONE)) {
        records.put(file.digest(), row.getLong(4));
      }
    }
    return records;
  }

  /**
   * Digests of landed files that did not unpack to their end: only the file itself has the rest.
   */
  Set<String> unread() {
    return known.values().stream()
        .filter(row -> !row.isNullAt(6))
        .filter(row -> row.getJavaMap(6).keySet().stream().anyMatch(UNREAD::contains))
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  /** Batches that an earlier run left unfinished. */
  List<Batch> unfinished(List<RawFile> files) {
    Map<String, RawFile> byDigest =
        files.stream().collect(Collectors.toMap(RawFile::digest, f -> f));
    Map<Long, List<Row>> bySeq =
        known.values().stream()
            .filter(r -> r.getString(1).equals(PLANNED))
            .collect(Collectors.groupingBy(r -> r.getLong(3), TreeMap::new, Collectors.toList()));
    List<Batch> batches = new ArrayList<>();
    bySeq.forEach(
        (seq, rows) -> {
          List<RawFile> found = new ArrayList<>();
          for (Row row : rows) {
            RawFile file = byDigest.get(row.getString(0));
            if (file == null) {
              throw new Refusal(
                  "Feed " + feed.id(),
                  "batch "
                      + seq
                      + " of an interrupted run has a file that is not among the paths"
                      + " given (SHA-256 "
                      + row.getString(0).substring(0, 16)
                      + "…)",
                  "Run again with the folder that holds it.");
            }
            found.add(file);
          }
          batches.add(
              new Batch(rows.get(0).getString(2), seq, found, rows.get(0).getTimestamp(5), true));
        });
    return batches;
  }

  /** Plans the files that nobody planned yet, and writes that down. */
  Optional<Batch> plan(List<RawFile> files) {
    List<RawFile> fresh = files.stream().filter(f -> !known.containsKey(f.digest())).toList();
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    long seq = known.values().stream().mapToLong(r -> r.getLong(3)).max().orElse(0) + 1;
    String id =
        Sha256.of(
                feed.id()
                    + " "
                    + seq
                    + fresh.stream().map(RawFile::digest).collect(Collectors.joining(" ", " ", "")))
            .substring(0, 16);
    List<Row> rows = new ArrayList<>();
    for (RawFile file : fresh) {
      rows.add(
          RowFactory.create(
              id,
              seq,
              feed.agency(),
              file.digest(),
              file.bytes(),
              PLANNED,
              Timestamp.from(asOf),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              feed.id()));
    }
    lake.append(Table.LANDING, rows, new CommitKey("land-plan:" + feed.id(), seq));
    refuseIfTaken(seq, id);
    return Optional.of(new Batch(id, seq, fresh, Timestamp.from(asOf), false));
  }

  /** Two runs that plan the same number: Delta lets one of them through. */
  private void refuseIfTaken(long seq, String id) {
    Set<String> owners = new HashSet<>();
    for (Row row : rows()) {
      if (row.getLong(3) == seq) {
        owners.add(row.getString(2));
      }
    }
    if (!owners.equals(Set.of(id))) {
      throw new IllegalStateException("another run of the feed is landing");
    }
  }

  private List<Row> rows() {
    return lake.read(Table.LANDING)
        .where(col("feed_id").equalTo(feed.id()))
        .select(
            "file_digest",
            "state",
            "batch_id",
            "batch_seq",
            "records",
            "planned_at",
            "quarantined_by")
        .collectAsList();
  }
}
