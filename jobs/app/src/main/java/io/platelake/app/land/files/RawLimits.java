package io.platelake.app.land.files;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.Fate;
import io.platelake.core.land.LandingReason;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The instant from which landed raw files must be gone. It is the earliest of three limits: the
 * first of the reads and quarantined records of their batch; a read of the earliest capture that
 * any of their records states; and the limit of the feed. A file must be gone at once if it holds
 * records that are forbidden here: made at a protected place, past their limit, or of a closed
 * date. So must a file that only repeats events.
 */
public final class RawLimits {
  private static final Set<String> NOT_HERE =
      Set.of(
          LandingReason.EXPIRED.name(),
          LandingReason.EXPIRES_BEFORE_PURGE.name(),
          LandingReason.CLOSED_DATE.name(),
          LandingReason.IMPLAUSIBLE_TIME.name());

  private final FeedDefinition feed;
  private final Policy policy;

  public RawLimits(FeedDefinition feed, Policy policy) {
    this.feed = feed;
    this.policy = policy;
  }

  /**
   * The limits of landed files, by digest; a file without one has no limit.
   *
   * @param lake serving the purpose of the feed
   * @param batches of these files, by digest
   */
  public Map<String, Instant> of(Lake lake, Map<String, String> batches) {
    if (batches.isEmpty()) {
      return Map.of();
    }
    List<LandedFile> landed =
        new LandingLedger(lake, feed)
            .landed(Set.copyOf(batches.values())).stream()
                .filter(file -> batches.containsKey(file.plan().digest()))
                .toList();
    Map<String, Instant> firstOfBatch = firstOfBatch(lake, landed);
    Map<String, Instant> limits = new HashMap<>();
    for (LandedFile file : landed) {
      limit(file, Optional.ofNullable(firstOfBatch.get(file.plan().batch())))
          .ifPresent(limit -> limits.put(file.plan().digest(), limit));
    }
    return limits;
  }

  private Optional<Instant> limit(LandedFile file, Optional<Instant> firstOfBatch) {
    boolean repeats =
        file.count(Fate.DUPLICATE) > 0 && file.count(Fate.KEPT) + file.count(Fate.QUARANTINED) == 0;
    boolean notHere =
        file.count(Fate.EXCLUDED) > 0
            || file.counts().refusedBy().keySet().stream().anyMatch(NOT_HERE::contains);
    if (repeats || notHere) {
      return Optional.of(file.doneAt());
    }
    RetentionRule retention = policy.retention(feed.purpose());
    return Stream.of(
            firstOfBatch,
            retention.expiresAt(file.doneAt()),
            file.counts().firstCapture().flatMap(retention::expiresAt),
            feed.rawFiles().mayStay().map(file.doneAt()::plus))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /**
   * The earliest limit of what each batch wrote; the instants of landing say which files to read.
   */
  private Map<String, Instant> firstOfBatch(Lake lake, List<LandedFile> landed) {
    Map<String, Instant> first = new HashMap<>();
    if (landed.isEmpty()) {
      return first;
    }
    List<Instant> times =
        landed.stream().flatMap(file -> Stream.of(file.doneAt(), file.plan().plannedAt())).toList();
    Object[] batches = landed.stream().map(file -> file.plan().batch()).distinct().toArray();
    for (Table table : List.of(Table.READS, Table.QUARANTINE)) {
      Dataset<Row> rows =
          lake.read(table, feed.purpose())
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
