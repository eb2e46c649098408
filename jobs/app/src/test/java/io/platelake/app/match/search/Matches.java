package io.platelake.app.match.search;

import static org.apache.spark.sql.functions.lit;

import io.platelake.app.Rows;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.core.match.score.Agreement;
import io.platelake.core.match.score.CameraConfusions;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Hits of reads and entries that a test writes down, under the Washington policy. */
final class Matches {
  static final MatchRules CRIMINAL = MatchRules.of(TestPolicies.waCity("city-2"), "criminal");
  static final EarlierFindings UNLEARNED =
      new EarlierFindings(
          new Scoring(
              Map.of(),
              new ConfusionHistory(
                  new CameraConfusions(),
                  Agreement.STATE_OF_WANTED,
                  Agreement.VEHICLE_OF_WANTED,
                  Agreement.VEHICLE_OF_OTHERS)),
          List.of());
  static final Instant AS_OF = Rows.instant("12:00");

  private Matches() {}

  static Dataset<Row> hits(String reads, String entries, MatchRules rules) {
    return hits(
        Rows.of(Table.READS, reads),
        Rows.of(Table.HOTLIST_ENTRIES, entries).withColumn("letter_o_as_zero", lit(false)),
        rules);
  }

  static Dataset<Row> hits(Dataset<Row> reads, Dataset<Row> entries, MatchRules rules) {
    return hits(reads, entries, rules, UNLEARNED);
  }

  static Dataset<Row> hits(
      Dataset<Row> reads, Dataset<Row> entries, MatchRules rules, EarlierFindings known) {
    StructType columns = Contracts.load().get(Table.HITS).schema();
    HitSearch search =
        new HitSearch(Map.of(rules.agency(), rules), columns, agency -> known, AS_OF);
    try (SearchResult searched = search.search(reads, search.listed(entries))) {
      Lake lake = Lake.at(TestSpark.session(), "/no-lake", Contracts.load());
      List<Row> hits = searched.hits(lake).collectAsList();
      return TestSpark.session().createDataFrame(hits, columns);
    }
  }
}
