package io.platelake.app.ledger.site;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Writes {@code exclusions}: counts of the reads that batches made at protected places. */
public final class ExclusionLedger {
  /**
   * Reads of one camera at one protected place within one hour.
   *
   * @param batch landing batch that counted them
   * @param hour its start, UTC
   * @param date UTC date of capture
   */
  public record Count(
      String agency,
      String batch,
      String camera,
      String zone,
      String kind,
      Instant hour,
      LocalDate date,
      long reads) {}

  private final Lake lake;
  private final String purpose;

  /**
   * @param purpose of the feeds
   */
  public ExclusionLedger(Lake lake, String purpose) {
    this.lake = lake;
    this.purpose = purpose;
  }

  /** Adds the counts, once for the keys of their batches together. */
  public void append(List<Count> counts, Set<CommitKey> keys) {
    lake.append(Table.EXCLUSIONS, rows(counts), keys);
  }

  /** Replaces the counts that an earlier run wrote for a batch. */
  public void replace(String batch, List<Count> counts) {
    lake.replace(Table.EXCLUSIONS, rows(counts), Slice.all().where("batch_id", batch));
  }

  private List<Row> rows(List<Count> counts) {
    return counts.stream()
        .map(
            c ->
                lake.newRow(Table.EXCLUSIONS)
                    .with("batch_id", c.batch())
                    .with("agency_id", c.agency())
                    .with("camera_id", c.camera())
                    .with("zone_id", c.zone())
                    .with("zone_kind", c.kind())
                    .with("purpose", purpose)
                    .with("hour", c.hour())
                    .with("date", c.date())
                    .with("reads", c.reads())
                    .row())
        .toList();
  }
}
