package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.platelake.lake.table.NamedRow;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hits that were found, and how many there are, of them alerts, by agency and tier.
 *
 * @param rows of {@code hits}
 * @param byAgency counts of agencies that have hits
 * @param suppressed how many a person has ruled out
 */
record FoundHits(Dataset<Row> rows, Map<String, Map<MatchCount, Long>> byAgency, long suppressed) {
  static FoundHits of(Dataset<Row> hits) {
    Map<String, Map<MatchCount, Long>> byAgency = new TreeMap<>();
    AtomicLong suppressed = new AtomicLong();
    NamedRow.all(
            hits.groupBy("agency_id", "tier")
                .agg(
                    count(lit(1)).as("hits"),
                    count_if(col("is_alert")).as("alerts"),
                    count_if(HitTable.RULED_OUT).as("suppressed")))
        .forEach(
            row -> {
              Map<MatchCount, Long> own =
                  byAgency.computeIfAbsent(
                      row.text("agency_id"), a -> new EnumMap<>(MatchCount.class));
              suppressed.addAndGet(row.number("suppressed"));
              own.merge(MatchCount.HITS, row.number("hits"), Long::sum);
              own.merge(MatchCount.ALERTS, row.number("alerts"), Long::sum);
              // Every tier is a count of its own.
              own.merge(MatchCount.valueOf(row.text("tier")), row.number("hits"), Long::sum);
            });
    return new FoundHits(hits, byAgency, suppressed.get());
  }

  Set<String> agencies() {
    return byAgency.keySet();
  }

  Map<MatchCount, Long> of(String agency) {
    return byAgency.getOrDefault(agency, Map.of());
  }
}
