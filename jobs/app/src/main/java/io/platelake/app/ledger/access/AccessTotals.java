package io.platelake.app.ledger.access;

import io.platelake.core.accesslog.DayTotal;
import io.platelake.lake.contract.Table;
import io.platelake.lake.journal.Journal;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Sums of the access log by day: rows of {@code access_totals}. */
public final class AccessTotals {
  private final Lake lake;

  public AccessTotals(Lake lake) {
    this.lake = lake;
  }

  /** Sums of an agency, by their number. */
  public List<DayTotal> all(String agency) {
    return lake.ledgerRows(Table.ACCESS_TOTALS).stream()
        .filter(row -> row.text("agency_id").equals(agency))
        .map(AccessTotals::total)
        .sorted(Comparator.comparingLong(DayTotal::no))
        .toList();
  }

  /** The newest sum of an agency. */
  public Optional<DayTotal> last(String agency) {
    List<DayTotal> all = all(agency);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Adds sums, once each. */
  void add(String agency, List<DayTotal> totals) {
    if (totals.isEmpty()) {
      return;
    }
    List<Row> rows = totals.stream().map(this::row).toList();
    new Journal(lake, Table.ACCESS_TOTALS, List.of())
        .append(rows, new CommitKey("totals:" + agency, totals.get(totals.size() - 1).no()));
  }

  private Row row(DayTotal total) {
    return lake.newRow(Table.ACCESS_TOTALS)
        .with("agency_id", total.agency())
        .with("seq", total.no())
        .with("date", total.date())
        .with("first_seq", total.firstSeq())
        .with("last_seq", total.lastSeq())
        .with("counts", CollectionConverters.asScala(total.counts()))
        .with("before_hash", total.beforeHash())
        .with("last_hash", total.lastHash())
        .with("recorded_at", total.recordedAt())
        .with("prev_hash", total.prevHash())
        .with("hash", total.hash())
        .row();
  }

  private static DayTotal total(NamedRow row) {
    Map<String, Long> counts = new TreeMap<>();
    row.row()
        .<String, Long>getJavaMap(row.row().fieldIndex("counts"))
        .forEach((event, count) -> counts.put(event, ((Number) count).longValue()));
    return new DayTotal(
        row.text("agency_id"),
        row.number("seq"),
        row.date("date"),
        row.number("first_seq"),
        row.number("last_seq"),
        counts,
        row.text("before_hash"),
        row.text("last_hash"),
        row.instant("recorded_at"),
        row.text("prev_hash"),
        row.text("hash"));
  }
}
