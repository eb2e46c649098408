package io.platelake.app.facts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.app.ledger.alert.OutcomeFacts;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes the facts of UTC dates and replaces the rows of {@code daily_facts} of these dates.
 *
 * <p>A date that a purge has closed is left alone: its reads are gone, its facts are final. Running
 * it again leaves the same rows.
 */
public final class FactsJob {
  private FactsJob() {}

  /** One agency's reads of one purpose on these dates. */
  public record Scope(String agency, String purpose, List<LocalDate> dates) {
    public Scope {
      dates = List.copyOf(dates);
    }
  }

  /** The scope without the dates a purge has closed. */
  static Scope open(Scope scope, Set<ClosedDates.Closed> closed) {
    return new Scope(
        scope.agency(),
        scope.purpose(),
        scope.dates().stream()
            .filter(
                d -> !closed.contains(new ClosedDates.Closed(scope.agency(), scope.purpose(), d)))
            .toList());
  }

  /**
   * Purposes of which there is anything to count: the partitions are looked at, no data is read.
   */
  static Set<String> purposesWithRows(Lake lake) {
    Set<String> purposes = new TreeSet<>();
    Erasure files = new Erasure(lake);
    purposes.addAll(files.rowsBy(Table.READS, "purpose").keySet());
    purposes.addAll(files.rowsBy(Table.HITS, "purpose").keySet());
    NamedRow.all(lake.ledger(Table.EXCLUSIONS).select("purpose").distinct())
        .forEach(r -> purposes.add(r.text("purpose")));
    return purposes;
  }

  /**
   * Replaces the facts of the scopes.
   *
   * @param lake for a duty, because scopes can be of several purposes
   * @return rows written
   */
  public static long compute(Lake lake, List<Scope> scopes, Instant asOf) {
    List<Scope> some = scopes.stream().filter(s -> !s.dates().isEmpty()).toList();
    if (some.isEmpty()) {
      return 0;
    }
    List<Slice> slices = new ArrayList<>();
    Dataset<Row> facts = null;
    for (Scope scope : some) {
      slices.add(
          Slice.all()
              .where("agency_id", scope.agency())
              .where("purpose", scope.purpose())
              .whereDates("date", scope.dates()));
      Dataset<Row> more = facts(lake, scope);
      facts = facts == null ? more : facts.union(more);
    }
    Dataset<Row> rows =
        facts.withColumn("computed_at", lit(Timestamp.from(asOf))).coalesce(1).persist();
    lake.replace(Table.DAILY_FACTS, rows, Slice.anyOf(slices));
    long written = rows.count();
    rows.unpersist();
    return written;
  }

  private static Dataset<Row> facts(Lake lake, Scope scope) {
    Column mine =
        col("agency_id")
            .equalTo(scope.agency())
            .and(col("date").isin(scope.dates().stream().map(java.sql.Date::valueOf).toArray()));
    Dataset<Row> reads = lake.read(Table.READS, scope.purpose()).where(mine);
    Dataset<Row> hits = lake.read(Table.HITS, scope.purpose()).where(mine);
    Dataset<Row> passes = lake.read(Table.PASSES, scope.purpose()).where(mine);
    Dataset<Row> exclusions =
        lake.ledger(Table.EXCLUSIONS).where(mine).where(col("purpose").equalTo(scope.purpose()));
    return Facts.ofReads(reads)
        .union(Facts.ofPasses(passes))
        .union(Facts.ofExclusions(exclusions))
        .union(Facts.ofHits(hits))
        .union(OutcomeFacts.of(lake, hits, scope.agency(), scope.purpose()));
  }
}
