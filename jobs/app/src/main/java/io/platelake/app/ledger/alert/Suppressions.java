package io.platelake.app.ledger.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.Suppression;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and writes {@code suppressions}: false matches that a person ruled out, of one agency. */
public final class Suppressions {
  private Suppressions() {}

  /** Columns of a read or an entry that describe it; here with {@code read_} or {@code entry_}. */
  public static final List<String> DESCRIPTION = List.of("state", "make", "model", "color", "body");

  /**
   * A ruling as people see it, without a plate.
   *
   * @param expires first date on which it covers nothing, UTC
   * @param withdrawnAt when it was withdrawn, UTC
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
      Optional<Instant> withdrawnAt) {

    public boolean standsAt(Instant asOf) {
      return withdrawnAt.isEmpty() && asOf.isBefore(start(expires));
    }
  }

  /**
   * A ruling with what only its row tells.
   *
   * @param readKey plate as it was read, packed
   */
  public record KeptRuling(Ruling ruling, String agency, long readKey) {
    /** Shows no plate. */
    @Override
    public String toString() {
      return "KeptRuling[" + ruling.id() + "]";
    }
  }

  /**
   * The match that a ruling covers.
   *
   * @param readKey plate as it was read, packed
   * @param read values of {@link #DESCRIPTION} of the read; null where unknown
   * @param entry the same of the entry
   */
  public record RuledMatch(long readKey, List<String> read, List<String> entry) {
    /** Shows no plate. */
    @Override
    public String toString() {
      return "RuledMatch";
    }
  }

  /** Adds a ruling of an agency; adding it again changes nothing. */
  public static void record(Lake lake, String agency, Ruling ruling, RuledMatch match) {
    TableRow row = event(lake, agency, ruling, "suppress");
    row.with("at", ruling.at()).with("reason", ruling.reason());
    row.with("principal", ruling.principal()).with("entry_id", ruling.entryId());
    row.with("plate_key", match.readKey());
    for (int i = 0; i < DESCRIPTION.size(); i++) {
      row.with("read_" + DESCRIPTION.get(i), match.read().get(i));
      row.with("entry_" + DESCRIPTION.get(i), match.entry().get(i));
    }
    append(lake, row, "suppress:" + ruling.id());
  }

  /**
   * Withdraws a ruling. The row goes into the partition of the ruling, so that a purge takes both;
   * it says nothing of the match.
   */
  public static void withdraw(
      Lake lake, KeptRuling kept, Instant at, String reason, String principal) {
    TableRow row = event(lake, kept.agency(), kept.ruling(), "withdraw");
    row.with("at", at).with("reason", reason).with("principal", principal);
    append(lake, row, "suppress:" + kept.ruling().id() + ":withdraw");
  }

  private static TableRow event(Lake lake, String agency, Ruling ruling, String event) {
    return lake.newRow(Table.SUPPRESSIONS)
        .with("suppression_id", ruling.id())
        .with("event", event)
        .with("agency_id", agency)
        .with("hit_id", ruling.hitId())
        .with("list_id", ruling.list())
        .with("date", ruling.expires());
  }

  private static void append(Lake lake, TableRow row, String key) {
    lake.append(Table.SUPPRESSIONS, List.of(row.row()), new CommitKey(key, 0));
  }

  /** A ruling by its id; empty if it never was or has been purged. */
  public static Optional<KeptRuling> find(Lake lake, String id) {
    List<NamedRow> rows =
        NamedRow.all(lake.ledger(Table.SUPPRESSIONS).where(col("suppression_id").equalTo(id)));
    Map<String, Instant> withdrawn = withdrawn(rows);
    return rows.stream()
        .filter(Suppressions::isRuling)
        .findFirst()
        .map(r -> new KeptRuling(ruling(r, withdrawn), r.text("agency_id"), r.number("plate_key")));
  }

  /**
   * The rulings that are not withdrawn, by agency; those that have ended cover nothing.
   *
   * @param asOf what was ruled or withdrawn later does not count
   */
  public static Map<String, List<Suppression>> byAgency(Lake lake, Instant asOf) {
    Map<String, List<Suppression>> rulings = new TreeMap<>();
    lake.ledgerRows(Table.SUPPRESSIONS).stream()
        .filter(r -> !r.instant("at").isAfter(asOf))
        .collect(Collectors.groupingBy(r -> r.text("agency_id")))
        .forEach((agency, rows) -> rulings.put(agency, standing(rows)));
    return rulings;
  }

  private static List<Suppression> standing(List<NamedRow> rows) {
    Map<String, Instant> withdrawn = withdrawn(rows);
    return rows.stream()
        .filter(r -> isRuling(r) && !withdrawn.containsKey(r.text("suppression_id")))
        .map(
            r ->
                new Suppression(
                    r.number("entry_id"),
                    r.number("plate_key"),
                    description(r, "read_"),
                    description(r, "entry_"),
                    r.text("reason"),
                    start(r.date("date"))))
        .toList();
  }

  /** The rulings of an agency that no purge has taken yet, withdrawn ones among them. */
  public static List<Ruling> rulings(Lake lake, String agency) {
    List<NamedRow> rows = rows(lake, agency);
    Map<String, Instant> withdrawn = withdrawn(rows);
    return rows.stream().filter(Suppressions::isRuling).map(r -> ruling(r, withdrawn)).toList();
  }

  private static Ruling ruling(NamedRow r, Map<String, Instant> withdrawn) {
    return new Ruling(
        r.text("suppression_id"),
        r.number("hit_id"),
        r.number("entry_id"),
        r.text("list_id"),
        r.instant("at"),
        r.date("date"),
        r.text("reason"),
        r.text("principal"),
        Optional.ofNullable(withdrawn.get(r.text("suppression_id"))));
  }

  private static List<NamedRow> rows(Lake lake, String agency) {
    return NamedRow.all(
        lake.ledger(Table.SUPPRESSIONS)
            .where(col("agency_id").equalTo(agency))
            .orderBy("at", "suppression_id"));
  }

  private static Map<String, Instant> withdrawn(List<NamedRow> rows) {
    Map<String, Instant> withdrawn = new HashMap<>();
    rows.stream()
        .filter(r -> !isRuling(r))
        .forEach(r -> withdrawn.put(r.text("suppression_id"), r.instant("at")));
    return withdrawn;
  }

  private static boolean isRuling(NamedRow row) {
    return row.text("event").equals("suppress");
  }

  private static Description description(NamedRow row, String side) {
    return new Description(
        row.findText(side + "state").orElse(null),
        new VehicleTraits(
            row.findText(side + "make").orElse(null),
            row.findText(side + "model").orElse(null),
            row.findText(side + "color").orElse(null),
            row.findText(side + "body").orElse(null)));
  }

  static Instant start(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
