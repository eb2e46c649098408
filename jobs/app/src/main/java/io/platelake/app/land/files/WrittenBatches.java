package io.platelake.app.land.files;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What batches of feeds of one purpose have landed, and the earliest limit of what each wrote. */
final class WrittenBatches {
  static final WrittenBatches NONE = new WrittenBatches(Map.of(), Map.of());

  private final Map<String, List<LandedFile>> files;
  private final Map<String, Instant> firstLimits;

  private WrittenBatches(Map<String, List<LandedFile>> files, Map<String, Instant> firstLimits) {
    this.files = files;
    this.firstLimits = firstLimits;
  }

  /**
   * @param lake serving the purpose of the feeds
   * @param batches ids of batches of the feeds
   */
  static WrittenBatches of(Lake lake, Collection<FeedDefinition> feeds, Set<String> batches) {
    if (batches.isEmpty()) {
      return NONE;
    }
    Map<String, List<LandedFile>> files = LandingLedger.landed(lake, feeds, batches);
    return new WrittenBatches(
        files, firstLimits(lake, feeds, files.values().stream().flatMap(List::stream).toList()));
  }

  /** Landed files of these batches that are of a feed. */
  List<LandedFile> files(FeedDefinition feed) {
    return files.getOrDefault(feed.id(), List.of());
  }

  /** The earliest limit of what a batch wrote; empty where it wrote nothing that has one. */
  Optional<Instant> findFirstLimit(String batch) {
    return Optional.ofNullable(firstLimits.get(batch));
  }

  /** The instants of landing say which files to read. */
  private static Map<String, Instant> firstLimits(
      Lake lake, Collection<FeedDefinition> feeds, List<LandedFile> landed) {
    Map<String, Instant> first = new HashMap<>();
    if (landed.isEmpty()) {
      return first;
    }
    List<Instant> times =
        landed.stream().flatMap(file -> Stream.of(file.doneAt(), file.plan().plannedAt())).toList();
    Object[] batches = landed.stream().map(file -> file.plan().batch()).distinct().toArray();
    String purpose = feeds.iterator().next().purpose();
    for (Table table : List.of(Table.READS, Table.QUARANTINE)) {
      Dataset<Row> rows =
          lake.read(table, purpose)
              .where(
                  col("landed_at")
                      .between(
                          Timestamp.from(Collections.min(times)),
                          Timestamp.from(Collections.max(times))))
              .where(col("batch_id").isin(batches).and(col("delete_after").isNotNull()));
      for (NamedRow row :
          NamedRow.all(rows.groupBy("batch_id").agg(min("delete_after").as("first")))) {
        first.merge(row.text("batch_id"), row.instant("first"), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return first;
  }
}
