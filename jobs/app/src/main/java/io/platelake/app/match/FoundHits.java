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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many hits were found, and how many of them are alerts, by agency and tier.
 *
 * @param byAgency counts of agencies that have hits
 */
record FoundHits(Map<String, Map<MatchCount, Long>> byAgency) {
  static FoundHits of(Dataset<Row> hits) {
    Map<String, Map<MatchCount, Long>> byAgency = new TreeMap<>();
    NamedRow.all(
            hits.groupBy("agency_id", "tier")
                .agg(count(lit(1)).as("hits"), count_if(col("is_alert")).as("alerts")))
        .forEach(
            row -> {
              Map<MatchCount, Long> own =
                  byAgency.computeIfAbsent(
                      row.text("agency_id"), a -> new EnumMap<>(MatchCount.class));
              own.merge(MatchCount.HITS, row.number("hits"), Long::sum);
              own.merge(MatchCount.ALERTS, row.number("alerts"), Long::sum);
              // Every tier is a count of its own.
              own.merge(MatchCount.valueOf(row.text("tier")), row.number("hits"), Long::sum);
            });
    return new FoundHits(byAgency);
  }

  Set<String> agencies() {
    return byAgency.keySet();
  }

  Map<MatchCount, Long> of(String agency) {
    return byAgency.getOrDefault(agency, Map.of());
  }
}
