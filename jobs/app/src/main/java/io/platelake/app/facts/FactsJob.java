package io.platelake.app.facts;

import static org.apache.spark.sql.functions.lit;

import io.platelake.app.ledger.alert.OutcomeFacts;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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
    FactScopes some = new FactScopes(scopes);
    if (some.isEmpty()) {
      return 0;
    }
    Dataset<Row> rows =
        facts(lake, some.rows())
            .withColumn("computed_at", lit(Timestamp.from(asOf)))
            .coalesce(1)
            .persist();
    lake.replace(Table.DAILY_FACTS, rows, some.slice());
    long written = rows.count();
    rows.unpersist();
    return written;
  }

  /** All agencies and purposes in one look at each table; a table without rows takes none. */
  private static Dataset<Row> facts(Lake lake, Column mine) {
    Dataset<Row> hits = lake.read(Table.HITS).where(mine);
    Map<Table, Supplier<Dataset<Row>>> sources = new LinkedHashMap<>();
    sources.put(Table.READS, () -> Facts.ofReads(lake.read(Table.READS).where(mine)));
    sources.put(Table.PASSES, () -> Facts.ofPasses(lake.read(Table.PASSES).where(mine)));
    sources.put(
        Table.EXCLUSIONS, () -> Facts.ofExclusions(lake.ledger(Table.EXCLUSIONS).where(mine)));
    sources.put(Table.HITS, () -> Facts.ofHits(hits));
    sources.put(Table.OUTCOMES, () -> OutcomeFacts.of(lake, hits));
    return sources.entrySet().stream()
        .filter(source -> !lake.isKnownEmpty(source.getKey()))
        .map(source -> source.getValue().get())
        .reduce(Dataset::union)
        .orElseGet(() -> lake.ledger(Table.DAILY_FACTS).drop("computed_at").limit(0));
  }
}
