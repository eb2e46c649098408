package io.platelake.app.ledger.list;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The snapshots of all hot lists, in {@code hotlists}; no plate is in it. */
public final class SnapshotLedger {
  private SnapshotLedger() {}

  /**
   * What was read of the file of a snapshot.
   *
   * @param layout name of the layout; empty for one of the definition's own
   * @param digest SHA-256 of all bytes
   * @param counts what became of its records
   */
  public record Account(Optional<String> layout, String digest, ListCounts counts) {}

  /** Every accepted snapshot; the one of a list that counts last comes last. */
  public static List<Snapshot> accepted(Lake lake) {
    return NamedRow.all(lake.ledger(Table.HOTLISTS).where(col("accepted").gt(0))).stream()
        .map(SnapshotLedger::snapshot)
        .sorted(Snapshot.ORDER)
        .toList();
  }

  /** What was read of the file of a loaded snapshot. */
  public static Account account(Lake lake, Snapshot snapshot) {
    NamedRow row =
        NamedRow.only(lake.ledger(Table.HOTLISTS).where(col("snapshot_id").equalTo(snapshot.id())));
    return new Account(
        row.findText("layout"),
        row.text("file_digest"),
        new ListCounts(
            row.number("records"),
            row.number("accepted"),
            counts(row, "refused_by"),
            counts(row, "dropped_by"),
            row.number("duplicate"),
            row.findNumber("skipped").orElse(0L),
            null));
  }

  /** Ids of the snapshots whose load is finished. */
  public static Set<String> ids(Lake lake) {
    return NamedRow.all(lake.ledger(Table.HOTLISTS).select("snapshot_id")).stream()
        .map(row -> row.text("snapshot_id"))
        .collect(Collectors.toSet());
  }

  /**
   * Writes the row that makes a snapshot count, once.
   *
   * @param loadedBy principal of the load
   */
  public static void write(Lake lake, Snapshot s, Account account, String loadedBy) {
    ListCounts counts = account.counts();
    Row row =
        lake.newRow(Table.HOTLISTS)
            .with("snapshot_id", s.id())
            .with("list_id", s.list())
            .with("agency_id", s.agency())
            .with("purpose", s.purpose())
            .with("source", s.source())
            .with("owner", s.owner())
            .with("layout", account.layout())
            .with("source_time", s.sourceTime())
            .with("loaded_at", s.loadedAt())
            .with("loaded_by", loadedBy)
            .with("approval", s.approval())
            .with("file_digest", account.digest())
            .with("records", counts.records())
            .with("accepted", counts.accepted())
            .with("refused", counts.refused())
            .with("refused_by", CollectionConverters.asScala(counts.refusedBy()))
            .with("dropped", counts.dropped())
            .with("dropped_by", CollectionConverters.asScala(counts.droppedBy()))
            .with("duplicate", counts.duplicates())
            .with("skipped", counts.skipped())
            .with("letter_o_as_zero", s.letterOAsZero())
            .row();
    lake.append(Table.HOTLISTS, List.of(row), new CommitKey("hotlist:" + s.id(), 0));
  }

  private static Snapshot snapshot(NamedRow r) {
    String agency = r.text("agency_id");
    return new Snapshot(
        r.text("snapshot_id"),
        r.text("list_id"),
        agency,
        r.findText("owner").orElse(agency),
        r.text("purpose"),
        r.text("source"),
        r.instant("source_time"),
        r.instant("loaded_at"),
        r.number("accepted"),
        r.flag("letter_o_as_zero"),
        r.findText("approval"));
  }

  private static SortedMap<String, Long> counts(NamedRow row, String column) {
    if (!row.has(column)) {
      return new TreeMap<>();
    }
    scala.collection.Map<String, Long> counts = row.row().getAs(column);
    Map<String, Long> java = CollectionConverters.asJava(counts);
    return new TreeMap<>(java);
  }
}
