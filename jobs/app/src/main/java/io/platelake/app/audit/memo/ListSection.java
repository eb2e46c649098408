package io.platelake.app.audit.memo;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.ledger.list.EntryRows;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Hot lists of an agency: stale ones, and entries without a case, expired, repeated or never hit.
 * Only counts leave the lake.
 */
final class ListSection {
  private final Lake lake;
  private final PolicyInForce policy;
  private final Instant asOf;

  ListSection(Lake lake, PolicyInForce policy, Instant asOf) {
    this.lake = lake;
    this.policy = policy;
    this.asOf = asOf;
  }

  MemoSection section() {
    List<SnapshotStatus> lists =
        KnownLists.at(lake, asOf).standings(Map.of(policy.agency(), policy)).stream()
            .filter(s -> s.snapshot().agency().equals(policy.agency()))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    lists.forEach(list -> rows.add(row(list)));
    return new MemoSection(
        "Hot lists",
        "Of each list the snapshot that counts. Never hit means that no hit of the entry is kept.",
        List.of(
            MemoFigure.of("Lists", lists.size(), "hotlists, the snapshot that counts"),
            MemoFigure.of(
                "Of these, stale",
                lists.stream().filter(s -> s.use() == SnapshotStatus.Use.STALE).count(),
                "source time of the snapshot against the limit of the policy")),
        rows.isEmpty()
            ? List.of()
            : List.of(
                new MemoTable(
                    "Entries by list",
                    "hotlist_entries of the snapshot, and hits by entry_id",
                    List.of(
                        "list",
                        "standing",
                        "source time",
                        "entries",
                        "without a case",
                        "expired",
                        "repeated",
                        "never hit"),
                    rows)));
  }

  private List<String> row(SnapshotStatus list) {
    Snapshot snapshot = list.snapshot();
    Lake own = lake.serving(snapshot.purpose());
    Dataset<Row> entries =
        EntryRows.of(own, snapshot).select("entry_id", "plate_key", "case_number", "expires");
    NamedRow counts =
        NamedRow.only(
            entries.agg(
                count(lit(1)).as("entries"),
                matching(col("case_number").isNull()).as("without_case"),
                matching(col("expires").leq(Timestamp.from(asOf))).as("expired")));
    NamedRow repeats =
        NamedRow.only(
            entries
                .where(col("plate_key").isNotNull())
                .groupBy("plate_key")
                .agg(count(lit(1)).as("n"))
                .agg(coalesce(sum(col("n").minus(1)), lit(0L)).as("repeated")));
    return List.of(
        snapshot.list(),
        list.use().toString(),
        snapshot.sourceTime().toString(),
        Long.toString(counts.number("entries")),
        Long.toString(counts.number("without_case")),
        Long.toString(counts.number("expired")),
        Long.toString(repeats.number("repeated")),
        Long.toString(neverHit(own, entries, snapshot)));
  }

  private static long neverHit(Lake own, Dataset<Row> entries, Snapshot snapshot) {
    Dataset<Row> hit =
        own.read(Table.HITS, snapshot.purpose())
            .where(col("list_id").equalTo(snapshot.list()))
            .select("entry_id")
            .distinct();
    return entries
        .join(hit, CollectionConverters.asScala(List.of("entry_id")).toSeq(), "left_anti")
        .count();
  }

  private static Column matching(Column condition) {
    return coalesce(sum(when(condition, 1L).otherwise(0L)), lit(0L));
  }
}
