package io.platelake.app.purge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The oldest rows of each partition and owner, of the tables walled by purpose.
 *
 * <p>A partition is judged by its oldest row: it goes, whole, in the last run that finishes before
 * that row expires. Only dates that can be due are looked at, so the cost follows what expires and
 * not what the lake holds.
 */
final class DuePartitions {
  /** Reads first: what goes with them is judged after them. */
  static final List<Table> TABLES =
      List.of(Table.READS, Table.PASSES, Table.IMAGES, Table.HITS, Table.QUARANTINE);

  private DuePartitions() {}

  /**
   * @param oldest earliest capture of the owner's rows in the partition, UTC
   * @param expires when the first of these rows must be gone; null when the policy sets no maximum
   * @param freeFrom when the last of these rows may go; null when they may at once
   * @param waitsFor roles that have to approve before these rows may go
   * @param due it goes in this run
   */
  record Owned(
      Table table,
      String purpose,
      LocalDate date,
      String agency,
      long rows,
      Instant oldest,
      Instant expires,
      Instant freeFrom,
      Set<String> waitsFor,
      boolean due) {

    /** When it goes: at its limit, or from when it may where there is no limit. */
    Instant goes() {
      return expires == null ? freeFrom : expires;
    }
  }

  /** Every owner's share of every partition that could hold a row that is due. */
  static List<Owned> find(Lake lake, TableRetention limits, Instant asOf) {
    LocalDate last = LocalDate.ofInstant(asOf.minus(limits.shortest()), ZoneOffset.UTC);
    List<Owned> owned = new ArrayList<>();
    for (Table table : TABLES) {
      String landed = table == Table.QUARANTINE ? "landed_at" : "captured_at";
      for (Row row :
          lake.read(table)
              .where(col("date").leq(Date.valueOf(last)))
              .groupBy("purpose", "date", "agency_id")
              .agg(min("captured_at"), min(landed), count(lit(1)), max("captured_at"))
              .orderBy("purpose", "date", "agency_id")
              .collectAsList()) {
        String purpose = row.getString(0);
        LocalDate date = row.getDate(1).toLocalDate();
        String agency = row.getString(2);
        Instant oldest = row.getTimestamp(3).toInstant();
        Instant newest = row.getTimestamp(6).toInstant();
        Instant expires =
            limits
                .expiresAt(table, agency, purpose, oldest, row.getTimestamp(4).toInstant())
                .orElse(null);
        Instant freeFrom = limits.keptUntil(table, agency, purpose, newest).orElse(null);
        Set<String> waitsFor = limits.approvalsMissing(table, agency, purpose, newest);
        boolean withReads =
            limits.goesWithReads(table, agency) && readsGo(owned, purpose, date, agency);
        boolean asked =
            expires == null
                ? limits.goesOnApproval(table, agency, purpose)
                : !expires.isAfter(asOf.plus(limits.horizon(agency)));
        boolean allowed = waitsFor.isEmpty() && (freeFrom == null || !freeFrom.isAfter(asOf));
        owned.add(
            new Owned(
                table,
                purpose,
                date,
                agency,
                row.getLong(5),
                oldest,
                expires,
                freeFrom,
                waitsFor,
                withReads || (asked && allowed)));
      }
    }
    return owned;
  }

  /**
   * A date of reads goes by its oldest read, which may have no pass and no picture. Without this
   * rule the passes and pictures would outlive the reads of their date.
   */
  private static boolean readsGo(List<Owned> owned, String purpose, LocalDate date, String agency) {
    return owned.stream()
        .anyMatch(
            o ->
                o.due()
                    && o.table() == Table.READS
                    && o.purpose().equals(purpose)
                    && o.date().equals(date)
                    && o.agency().equals(agency));
  }
}
