package io.platelake.app.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.register.RegisterEntry;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts from the tables that outlive the reads. Neither {@code reads} nor {@code hits} is ever
 * read here, and no column that holds a plate.
 */
final class Ledgers {
  private final Lake lake;
  private final String agency;
  private final ReportYear year;
  private final Policy policy;

  Ledgers(Lake lake, String agency, ReportYear year, Policy policy) {
    this.lake = lake;
    this.agency = agency;
    this.year = year;
    this.policy = policy;
  }

  LedgerCounts outcomes() {
    return tally(Table.OUTCOMES, outcomeRows(), "occurred_at", countDistinct("outcome_id"), "kind");
  }

  /** Distinct hits with a stop or an arrest. */
  LedgerCounts acted() {
    Column hit = when(col("kind").isin("stop", "arrest"), col("hit_id"));
    return tally(Table.OUTCOMES, outcomeRows(), "occurred_at", countDistinct(hit));
  }

  /** Distinct hits by kind of outcome; an outcome without a hit stands for itself. */
  LedgerCounts recovered() {
    Column one =
        coalesce(
            concat(lit("hit "), col("hit_id").cast("string")),
            concat(lit("outcome "), col("outcome_id")));
    return tally(Table.OUTCOMES, outcomeRows(), "occurred_at", countDistinct(one), "kind");
  }

  LedgerCounts holds() {
    Dataset<Row> opened = rows(Table.HOLDS, "at").where(col("event").equalTo("open"));
    return tally(Table.HOLDS, opened, "at", countDistinct("hold_id"), "kind");
  }

  /** Requests received, by kind; an order of a court is a disclosure order, as it was called. */
  LedgerCounts requests() {
    Dataset<Row> shares =
        rows(Table.SHARES, "received_at")
            .withColumn(
                "kind",
                when(col("kind").equalTo("court_order"), "disclosure_order")
                    .otherwise(col("kind")));
    return kept(
        "shares", tally(Table.SHARES, shares, "received_at", countDistinct("share_id"), "kind"));
  }

  /**
   * Orders of the register in the year, of a kind.
   *
   * @param answeredBy field with the hold or share that an order led to: that one is counted
   */
  LedgerCounts orders(String kind, String answeredBy) {
    List<RegisterEntry> orders =
        RegisterLedger.history(lake, "orders", agency, year.asOf()).at(year.asOf());
    if (orders.isEmpty()) {
      return LedgerCounts.unknown("registers");
    }
    long received =
        orders.stream()
            .filter(order -> order.values().get("kind").equals(kind))
            .filter(order -> order.find(answeredBy).isEmpty())
            .filter(order -> year.has(Instant.parse(order.values().get("received_at"))))
            .count();
    return LedgerCounts.known("registers", Map.of(List.of(kind), received));
  }

  /** Disclosures to government agencies, by recipient and kind of data. */
  LedgerCounts shares() {
    Dataset<Row> shares = rows(Table.SHARES, "received_at");
    Column disclosed = in("shared_at").and(col("recipient_kind").equalTo("government_agency"));
    return kept(
        "shares",
        counts(
            Table.SHARES.folder(),
            shares,
            disclosed,
            countDistinct("share_id"),
            "recipient",
            "data_kind"));
  }

  /** Accesses that were not denied, by legal basis. */
  LedgerCounts accessesByBasis() {
    Column granted = in("at").and(col("decision").equalTo("allow"));
    return kept(
        "access_log",
        counts(
            Table.ACCESS_LOG.folder(),
            asked(),
            granted,
            countDistinct("search_id"),
            "legal_basis"));
  }

  /** Accesses by kind, and by whether the user is of the agency or from outside. */
  LedgerCounts accesses() {
    Dataset<Row> log =
        asked()
            .withColumn(
                "kind", when(col("decision").equalTo("deny"), "denied").otherwise(col("kind")))
            .withColumn(
                "users", when(col("affiliation").equalTo(agency), "own").otherwise("outside"));
    return kept(
        "access_log",
        tally(Table.ACCESS_LOG, log, "at", countDistinct("search_id"), "kind", "users"));
  }

  /** A look has a row before it and one after it; the first says what was asked. */
  private Dataset<Row> asked() {
    return own(lake.read(Table.ACCESS_LOG, AccessLog.PURPOSE), "at")
        .where(col("event").equalTo("intent"));
  }

  /** Sums of facts by metric and month. */
  LedgerCounts facts() {
    return counts(
        Table.DAILY_FACTS.folder(),
        factRows().withColumn("month", date_format(col("date"), "yyyy-MM")),
        in("date"),
        sum("value"),
        "metric",
        "month");
  }

  /** Facts by day, to see which days have any. */
  LedgerCounts factDays() {
    return counts(
        Table.DAILY_FACTS.folder(), factRows(), in("date"), countDistinct("date"), "date");
  }

  private Dataset<Row> outcomeRows() {
    return rows(Table.OUTCOMES, "occurred_at")
        .where(col("recorded_at").leq(Timestamp.from(year.asOf())));
  }

  private Dataset<Row> factRows() {
    return rows(Table.DAILY_FACTS, "date").select("date", "metric", "value");
  }

  /** The agency's rows of every year up to the now of the report. */
  Dataset<Row> rows(Table table, String time) {
    return own(lake.read(table), time);
  }

  private Dataset<Row> own(Dataset<Row> rows, String time) {
    return rows.where(col("agency_id").equalTo(agency))
        .where(col(time).cast("timestamp").leq(Timestamp.from(year.asOf())));
  }

  /** Whether a time is in the year; false when there is none. */
  Column in(String time) {
    Column at = col(time).cast("timestamp");
    return coalesce(
        at.geq(Timestamp.from(year.from()))
            .and(at.lt(Timestamp.from(year.to())))
            .and(at.leq(Timestamp.from(year.asOf()))),
        lit(false));
  }

  /**
   * @param rows the agency's rows of every year: their mere existence tells zero from no data
   * @param inYear which of them count
   * @param measure aggregate
   */
  private static LedgerCounts counts(
      String source, Dataset<Row> rows, Column inYear, Column measure, String... keys) {
    List<Column> by = new ArrayList<>();
    by.add(inYear.as("in_year"));
    for (String key : keys) {
      by.add(coalesce(col(key).cast("string"), lit("")).as(key));
    }
    List<NamedRow> groups =
        NamedRow.all(rows.groupBy(by.toArray(Column[]::new)).agg(measure.as("measure")));
    if (groups.isEmpty()) {
      return LedgerCounts.unknown(source);
    }
    Map<List<String>, Long> counts = new HashMap<>();
    for (NamedRow group : groups) {
      if (group.findFlag("in_year").orElse(false)) {
        List<String> key = Stream.of(keys).map(group::text).toList();
        counts.put(key, group.findNumber("measure").orElse(0L));
      }
    }
    return LedgerCounts.known(source, counts);
  }

  private LedgerCounts tally(
      Table table, Dataset<Row> rows, String time, Column measure, String... keys) {
    return counts(table.folder(), rows, in(time), measure, keys);
  }

  /** A ledger that forgets cannot tell of a year whose first rows it may have forgotten. */
  private LedgerCounts kept(String recordClass, LedgerCounts tally) {
    boolean forgotten =
        policy
            .recordClass(recordClass)
            .own()
            .flatMap((RetentionRule r) -> r.expiresAt(year.from()))
            .map(e -> !e.isAfter(year.asOf()))
            .orElse(false);
    return forgotten ? LedgerCounts.unknown(tally.source()) : tally;
  }
}
