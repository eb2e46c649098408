package io.platelake.app.ledger.site;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/** Writes {@code exclusions}: counts of the reads that one batch made at protected places. */
public final class ExclusionLedger {
  /**
   * Reads of one camera at one protected place within one hour.
   *
   * @param hour its start, UTC
   * @param date UTC date of capture
   */
  public record Count(
      String camera, String zone, String kind, Instant hour, LocalDate date, long reads) {}

  private final Lake lake;
  private final FeedDefinition feed;
  private final String batch;

  public ExclusionLedger(Lake lake, FeedDefinition feed, String batch) {
    this.lake = lake;
    this.feed = feed;
    this.batch = batch;
  }

  /** Adds the counts, once for a key. */
  public void append(List<Count> counts, CommitKey key) {
    lake.append(Table.EXCLUSIONS, rows(counts), key);
  }

  /** Replaces the counts that an earlier run wrote for the batch. */
  public void replace(List<Count> counts) {
    lake.replace(Table.EXCLUSIONS, rows(counts), Slice.all().where("batch_id", batch));
  }

  private List<Row> rows(List<Count> counts) {
    return counts.stream()
        .map(
            c ->
                lake.newRow(Table.EXCLUSIONS)
                    .with("batch_id", batch)
                    .with("agency_id", feed.agency())
                    .with("camera_id", c.camera())
                    .with("zone_id", c.zone())
                    .with("zone_kind", c.kind())
                    .with("purpose", feed.purpose())
                    .with("hour", c.hour())
                    .with("date", c.date())
                    .with("reads", c.reads())
                    .row())
        .toList();
  }
}
