package io.platelake.app.purge.plan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.platelake.core.accesslog.LogRetention;
import io.platelake.core.purge.OwnedDate;
import io.platelake.core.purge.OwnedRows;
import io.platelake.core.purge.RowAges;
import io.platelake.core.purge.RowKind;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each owner's share of each partition of the tables walled by purpose. */
final class OwnedPartitions {
  private OwnedPartitions() {}

  /**
   * The shares up to a date. Only dates that can be due are read, so the cost follows what expires
   * and not what the lake holds.
   *
   * @param last last UTC date
   */
  static List<OwnedRows> until(Lake lake, LocalDate last) {
    List<OwnedRows> owned = new ArrayList<>();
    for (Table table : lake.contracts().walled()) {
      if (lake.isKnownEmpty(table)) {
        continue;
      }
      RowKind kind = kind(table);
      String clock = lake.contracts().get(table).clock();
      String landed = kind == RowKind.QUARANTINE ? "landed_at" : clock;
      Dataset<Row> shares =
          lake.read(table)
              .where(col("date").leq(Date.valueOf(last)))
              .groupBy("purpose", "date", "agency_id")
              .agg(
                  min(clock).as("oldest"),
                  max(clock).as("newest"),
                  min(landed).as("landed"),
                  count(lit(1)).as("rows"))
              .orderBy("purpose", "date", "agency_id");
      NamedRow.all(shares).forEach(share -> owned.add(owned(kind, share)));
    }
    return owned;
  }

  private static OwnedRows owned(RowKind kind, NamedRow share) {
    return new OwnedRows(
        kind,
        new OwnedDate(share.text("agency_id"), share.text("purpose"), share.date("date")),
        share.number("rows"),
        ages(kind, share));
  }

  private static RowAges ages(RowKind kind, NamedRow share) {
    if (kind.isOfAccessLog()) {
      Instant clock = LogRetention.clock(share.date("date"));
      return new RowAges(clock, clock, clock);
    }
    return new RowAges(share.instant("oldest"), share.instant("newest"), share.instant("landed"));
  }

  /** The partition that the rows are in. */
  static Partition partition(OwnedRows rows) {
    return Partition.of(table(rows.kind()), rows.purpose(), rows.of().date().toString());
  }

  private static RowKind kind(Table table) {
    return switch (table) {
      case READS -> RowKind.READS;
      case PASSES -> RowKind.PASSES;
      case IMAGES -> RowKind.IMAGES;
      case HITS -> RowKind.HITS;
      case QUARANTINE -> RowKind.QUARANTINE;
      case ACCESS_LOG -> RowKind.ACCESS_LOG;
      case IMPORTED_LOG -> RowKind.IMPORTED_LOG;
      default ->
          throw new IllegalStateException("no rule says when rows of " + table.folder() + " go");
    };
  }

  private static Table table(RowKind kind) {
    return switch (kind) {
      case READS -> Table.READS;
      case PASSES -> Table.PASSES;
      case IMAGES -> Table.IMAGES;
      case HITS -> Table.HITS;
      case QUARANTINE -> Table.QUARANTINE;
      case ACCESS_LOG -> Table.ACCESS_LOG;
      case IMPORTED_LOG -> Table.IMPORTED_LOG;
    };
  }
}
