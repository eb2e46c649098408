package io.platelake.app.ledger.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.Suppression;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads {@code suppressions}: false matches that a person ruled out, of one agency. */
public final class Suppressions {
  private Suppressions() {}

  /**
   * A ruling as people see it, without a plate.
   *
   * @param expires first date on which it covers nothing, UTC
   * @param withdrawnAt null while it is not withdrawn
   */
  public record Ruling(
      String id,
      long hitId,
      long entryId,
      String list,
      Instant at,
      LocalDate expires,
      String reason,
      String principal,
      Instant withdrawnAt) {

    public boolean standsAt(Instant asOf) {
      return withdrawnAt == null && asOf.isBefore(start(expires));
    }
  }

  /**
   * The rulings of an agency that are not withdrawn; those that have ended cover nothing.
   *
   * @param asOf what was ruled or withdrawn later does not count
   */
  public static List<Suppression> of(Lake lake, String agency, Instant asOf) {
    List<Row> rows =
        rows(lake, agency).stream()
            .filter(r -> !r.<Timestamp>getAs("at").toInstant().isAfter(asOf))
            .toList();
    Map<String, Instant> withdrawn = withdrawn(rows);
    return rows.stream()
        .filter(r -> isRuling(r) && !withdrawn.containsKey(r.<String>getAs("suppression_id")))
        .map(
            r ->
                new Suppression(
                    r.<Long>getAs("entry_id"),
                    r.<Long>getAs("plate_key"),
                    description(r, "read_"),
                    description(r, "entry_"),
                    r.getAs("reason"),
                    start(r.<Date>getAs("date").toLocalDate())))
        .toList();
  }

  /** The rulings of an agency that no purge has taken yet, including withdrawn ones. */
  public static List<Ruling> rulings(Lake lake, String agency) {
    List<Row> rows = rows(lake, agency);
    Map<String, Instant> withdrawn = withdrawn(rows);
    return rows.stream()
        .filter(Suppressions::isRuling)
        .map(
            r ->
                new Ruling(
                    r.getAs("suppression_id"),
                    r.<Long>getAs("hit_id"),
                    r.<Long>getAs("entry_id"),
                    r.getAs("list_id"),
                    r.<Timestamp>getAs("at").toInstant(),
                    r.<Date>getAs("date").toLocalDate(),
                    r.getAs("reason"),
                    r.getAs("principal"),
                    withdrawn.get(r.<String>getAs("suppression_id"))))
        .toList();
  }

  private static List<Row> rows(Lake lake, String agency) {
    return lake.read(Table.SUPPRESSIONS)
        .where(col("agency_id").equalTo(agency))
        .orderBy("at", "suppression_id")
        .collectAsList();
  }

  private static Map<String, Instant> withdrawn(List<Row> rows) {
    Map<String, Instant> withdrawn = new HashMap<>();
    rows.stream()
        .filter(r -> !isRuling(r))
        .forEach(
            r -> withdrawn.put(r.getAs("suppression_id"), r.<Timestamp>getAs("at").toInstant()));
    return withdrawn;
  }

  private static boolean isRuling(Row row) {
    return row.<String>getAs("event").equals("suppress");
  }

  private static Description description(Row row, String side) {
    return new Description(
        row.getAs(side + "state"),
        new VehicleTraits(
            row.getAs(side + "make"),
            row.getAs(side + "model"),
            row.getAs(side + "color"),
            row.getAs(side + "body")));
  }

  static Instant start(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
