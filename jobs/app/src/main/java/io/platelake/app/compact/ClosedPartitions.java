package io.platelake.app.compact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Partitions of reads and passes that are worth a rewrite. Their date ended so long ago that few
 * reads still arrive, and no purge will take them soon. A later read lands in a file of its own.
 */
final class ClosedPartitions {
  /** Uploads of mobile units are rarely later than this. */
  static final Duration SETTLED = Duration.ofDays(2);

  private ClosedPartitions() {}

  static List<Partition> of(
      Lake lake, Table table, Map<String, PolicyInForce> policies, Instant asOf) {
    LocalDate last = LocalDate.ofInstant(asOf.minus(SETTLED), ZoneOffset.UTC).minusDays(1);
    Instant spared =
        asOf.plus(
            policies.values().stream()
                .map(p -> p.policy().purgeRules().horizon().multipliedBy(2))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
    return NamedRow.all(
            lake.read(table)
                .where(col("date").leq(Date.valueOf(last)))
                .groupBy("purpose", "date")
                .agg(min("delete_after").as("first_due"))
                .where(col("first_due").isNull().or(col("first_due").gt(Timestamp.from(spared))))
                .orderBy("purpose", "date"))
        .stream()
        .map(row -> Partition.of(table, row.text("purpose"), row.date("date").toString()))
        .toList();
  }
}
