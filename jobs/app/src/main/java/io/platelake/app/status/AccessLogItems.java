package io.platelake.app.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.access.LogWitnesses;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.accesslog.LogHead;
import io.platelake.core.accesslog.Witness;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is wrong with the access log. Looks may have no outcome, and its head may not be the one
 * that runs and certificates know. How old its rows are is among the tables.
 */
final class AccessLogItems {
  /** A look that takes longer has failed. */
  private static final Duration LONGEST_LOOK = Duration.ofHours(6);

  private AccessLogItems() {}

  static List<StatusItem> of(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    List<StatusItem> items = new ArrayList<>();
    AccessLog log = new AccessLog(lake);
    Map<String, List<Witness>> known = LogWitnesses.byAgency(lake);
    for (String agency : policies.keySet()) {
      List<Witness> witnesses = known.getOrDefault(agency, List.of());
      LogHead head = log.head(agency);
      if (head.seq() == 0 && witnesses.isEmpty()) {
        continue;
      }
      mismatch(log, agency, head, witnesses)
          .ifPresentOrElse(
              why ->
                  items.add(
                      new StatusItem(
                          StatusItem.State.VIOLATED,
                          "access log of " + agency,
                          why + "; run: audit verify --agency " + agency)),
              () ->
                  items.add(
                      new StatusItem(
                          StatusItem.State.OK,
                          "access log of " + agency,
                          head.seq() + " rows so far")));
    }
    if (!lake.isKnownEmpty(Table.ACCESS_LOG)) {
      unfinished(lake, asOf, items);
    }
    return items;
  }

  /** The newest row that something else knows, against the log. */
  private static Optional<String> mismatch(
      AccessLog log, String agency, LogHead head, List<Witness> witnesses) {
    Optional<Witness> newest =
        witnesses.stream().max(Comparator.comparingLong(witness -> witness.head().seq()));
    return newest
        .filter(witness -> !log.has(agency, witness.head()))
        .map(
            witness ->
                witness.head().seq() > head.seq()
                    ? "its rows after "
                        + head.seq()
                        + " are missing: "
                        + witness.name()
                        + " knows row "
                        + witness.head().seq()
                    : "row "
                        + witness.head().seq()
                        + " is not the one that "
                        + witness.name()
                        + " knows");
  }

  private static void unfinished(Lake lake, Instant asOf, List<StatusItem> items) {
    Dataset<Row> log = lake.read(Table.ACCESS_LOG, AccessLog.PURPOSE);
    Dataset<Row> outcomes =
        log.where(col("event").equalTo("outcome"))
            .select(col("agency_id").as("of_agency"), col("search_id").as("of_search"));
    NamedRow.all(
            log.where(col("decision").equalTo("allow"))
                .where(col("at").leq(Timestamp.from(asOf.minus(LONGEST_LOOK))))
                .join(
                    outcomes,
                    col("agency_id")
                        .equalTo(col("of_agency"))
                        .and(col("search_id").equalTo(col("of_search"))),
                    "left_anti")
                .groupBy("agency_id")
                .agg(count(lit(1)).as("looks"), min("at").as("first"))
                .orderBy("agency_id"))
        .forEach(
            row ->
                items.add(
                    new StatusItem(
                        StatusItem.State.OVERDUE,
                        "searches of " + row.text("agency_id"),
                        row.number("looks")
                            + " without an outcome, the first of "
                            + row.instant("first"))));
  }
}
