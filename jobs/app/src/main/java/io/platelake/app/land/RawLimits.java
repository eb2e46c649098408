package io.platelake.app.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.LandingReason;
import io.platelake.core.policy.Policy;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
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
final class RawLimits {
  private static final Set<String> NOT_HERE =
      Set.of(
          LandingReason.EXPIRED.name(),
          LandingReason.EXPIRES_BEFORE_PURGE.name(),
          LandingReason.CLOSED_DATE.name(),
          LandingReason.IMPLAUSIBLE_TIME.name());

  private final FeedDefinition feed;
  private final Policy policy;

  RawLimits(FeedDefinition feed, Policy policy) {
    this.feed = feed;
    this.policy = policy;
  }

  /**
   * The limits of landed files, by digest; a file without one has no limit.
   *
   * @param lake serving the purpose of the feed
   * @param batches of these files, by digest
   */
  Map<String, Instant> of(Lake lake, Map<String, String> batches) {
    if (batches.isEmpty()) {
      return Map.of();
    }
    // A feed lands for years: only what landed together with these is looked at here.
    List<Row> landed =
        lake
            .read(Table.LANDING)
            .where(col("feed_id").equalTo(feed.id()).and(col("state").equalTo(Manifest.DONE)))
            .where(col("batch_id").isin(batches.values().stream().distinct().toArray()))
            .select(
                "file_digest",
                "batch_id",
                "done_at",
                "kept",
                "excluded",
                "duplicate",
                "quarantined",
                "refused_by",
                "planned_at",
                "first_captured_at")
            .collectAsList()
            .stream()
            .filter(row -> batches.containsKey(row.getString(0)))
            .toList();
    Map<String, Instant> firstOfBatch = firstOfBatch(lake, landed);
    Map<String, Instant> limits = new HashMap<>();
    for (Row row : landed) {
      limit(row, Optional.ofNullable(firstOfBatch.get(row.getString(1))))
          .ifPresent(limit -> limits.put(row.getString(0), limit));
    }
    return limits;
  }

  private Optional<Instant> limit(Row row, Optional<Instant> firstOfBatch) {
    Instant landed = row.getTimestamp(2).toInstant();
    boolean repeats = row.getLong(5) > 0 && row.getLong(3) + row.getLong(6) == 0;
    boolean notHere =
        row.getLong(4) > 0
            || !row.isNullAt(7)
                && row.<String, Long>getJavaMap(7).keySet().stream().anyMatch(NOT_HERE::contains);
    if (repeats || notHere) {
      return Optional.of(landed);
    }
    return Stream.of(
            firstOfBatch,
            policy.retention(feed.purpose()).expiresAt(landed),
            row.isNullAt(9)
                ? Optional.<Instant>empty()
                : policy.retention(feed.purpose()).expiresAt(row.getTimestamp(9).toInstant()),
            feed.rawFiles().mayStay().map(landed::plus))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /**
   * The earliest limit of what each batch wrote; the instants of landing say which files to read.
   */
  private Map<String, Instant> firstOfBatch(Lake lake, List<Row> landed) {
    Map<String, Instant> first = new HashMap<>();
    if (landed.isEmpty()) {
      return first;
    }
    List<Timestamp> times = new ArrayList<>();
    landed.forEach(row -> times.addAll(List.of(row.getTimestamp(2), row.getTimestamp(8))));
    Object[] batches = landed.stream().map(row -> row.getString(1)).distinct().toArray();
    for (Table table : List.of(Table.READS, Table.QUARANTINE)) {
      Dataset<Row> rows =
          lake.read(table, feed.purpose())
              .where(
                  col("landed_at")
                      .between(
                          times.stream().min(Timestamp::compareTo).orElseThrow(),
                          times.stream().max(Timestamp::compareTo).orElseThrow()))
              .where(col("batch_id").isin(batches).and(col("delete_after").isNotNull()));
      for (Row row : rows.groupBy("batch_id").agg(min("delete_after")).collectAsList()) {
        first.merge(
            row.getString(0), row.getTimestamp(1).toInstant(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return first;
  }
}
