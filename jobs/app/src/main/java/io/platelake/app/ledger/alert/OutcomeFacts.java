package io.platelake.app.ledger.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.match.outcome.Adjudication;
import io.platelake.core.match.outcome.OutcomeMetrics;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What became of alerts, counted by date and list: rows of {@code daily_facts} without {@code
 * computed_at}, over all cameras. Alerts without adjudication are in none of these counts, and what
 * becomes known after a purge has closed the date is in none either.
 */
public final class OutcomeFacts {
  private static final StructType COLUMNS =
      StructType.fromDDL(
          "date date, agency_id string, purpose string, camera_id string, list_id string,"
              + " metric string, value bigint");

  private OutcomeFacts() {}

  private record Of(String date, String agency, String purpose, String list) {}

  /**
   * @param hits rows of {@code hits}
   */
  public static Dataset<Row> of(Lake lake, Dataset<Row> hits) {
    List<Row> rows =
        lake.ledger(Table.OUTCOMES)
            .join(
                hits.where(col("is_alert"))
                    .select("hit_id", "agency_id", "date", "purpose", "list_id"),
                new String[] {"hit_id", "agency_id"})
            .collectAsList();
    Map<Long, Of> places = new TreeMap<>();
    for (Row each : rows) {
      NamedRow row = new NamedRow(each);
      places.put(
          row.number("hit_id"),
          new Of(
              row.date("date").toString(),
              row.text("agency_id"),
              row.text("purpose"),
              row.text("list_id")));
    }
    Map<Of, List<Adjudication>> groups = new LinkedHashMap<>();
    OutcomeLedger.adjudications(rows)
        .forEach(
            (hit, a) -> groups.computeIfAbsent(places.get(hit), k -> new ArrayList<>()).add(a));
    List<Row> facts = new ArrayList<>();
    groups.forEach(
        (of, alerts) ->
            OutcomeMetrics.of(alerts)
                .forEach((metric, value) -> facts.add(row(of, metric, value))));
    return lake.spark().createDataFrame(facts, COLUMNS);
  }

  private static Row row(Of of, String metric, long value) {
    return RowFactory.create(
        Date.valueOf(of.date()), of.agency(), of.purpose(), null, of.list(), metric, value);
  }
}
