package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.platelake.core.deadline.Deadline;
import io.platelake.core.deadline.Fact;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Facts from which deadlines run, and the notices that meet them. Each source is read once for all
 * agencies, when the first one asks.
 */
public final class RecordedFacts {
  private static final String NOTICES = "notices";

  private final Lake lake;
  private final Instant asOf;
  private final Map<String, Map<String, List<Fact>>> bySource = new HashMap<>();

  /** As they were known at an instant. */
  public RecordedFacts(Lake lake, Instant asOf) {
    this.lake = lake;
    this.asOf = asOf;
  }

  /** Notices that an agency sent. */
  public List<Deadline.Notice> notices(String agency) {
    return facts(NOTICES, agency).stream()
        .map(Fact::values)
        .map(
            n ->
                new Deadline.Notice(
                    n.get("kind"), n.get("subject"), Instant.parse(n.get("sent_at"))))
        .toList();
  }

  /**
   * Facts of an agency by the name that a policy gives them. That is {@code outcomes}, {@code
   * corrections} of reads that may have left the agency, {@code moved_cameras}, or a register.
   */
  public List<Fact> facts(String of, String agency) {
    return bySource.computeIfAbsent(of, this::all).getOrDefault(agency, List.of());
  }

  private Map<String, List<Fact>> all(String of) {
    return switch (of) {
      case "outcomes" -> outcomes();
      case "corrections" -> corrections();
      case "moved_cameras" -> movedCameras();
      default -> register(of);
    };
  }

  private Map<String, List<Fact>> register(String name) {
    Map<String, List<Fact>> facts = new HashMap<>();
    if (!RegisterLedger.isEmpty(lake)) {
      Map<String, RegisterHistory> histories = RegisterLedger.histories(lake, name, asOf);
      histories.forEach(
          (agency, history) ->
              facts.put(
                  agency,
                  history.at(asOf).stream().map(e -> new Fact(e.key(), e.values())).toList()));
    }
    return facts;
  }

  private Map<String, List<Fact>> outcomes() {
    Map<String, List<Fact>> facts = new HashMap<>();
    for (NamedRow r :
        NamedRow.all(
            lake.ledger(Table.OUTCOMES)
                .where(col("recorded_at").leq(Timestamp.from(asOf)))
                .select("agency_id", "outcome_id", "kind", "occurred_at"))) {
      add(
          facts,
          r,
          new Fact(
              r.text("outcome_id"),
              Map.of("kind", r.text("kind"), "occurred_at", r.instant("occurred_at").toString())));
    }
    return facts;
  }

  /** A read that was captured after the last share cannot have been in one. */
  private Map<String, List<Fact>> corrections() {
    Map<String, LocalDate> lastShares = new HashMap<>();
    for (NamedRow r :
        NamedRow.all(
            lake.ledger(Table.SHARES)
                .where(col("data_kind").equalTo("alpr"))
                .where(col("shared_at").leq(Timestamp.from(asOf)))
                .groupBy("agency_id")
                .agg(max("shared_at").as("last")))) {
      lastShares.put(r.text("agency_id"), LocalDate.ofInstant(r.instant("last"), ZoneOffset.UTC));
    }
    Map<String, List<Fact>> facts = new HashMap<>();
    if (lastShares.isEmpty()) {
      return facts;
    }
    for (NamedRow r :
        NamedRow.all(
            lake.ledger(Table.CORRECTIONS)
                .where(col("recorded_at").leq(Timestamp.from(asOf)))
                .select("agency_id", "read_id", "captured_on", "recorded_at"))) {
      LocalDate last = lastShares.get(r.text("agency_id"));
      if (last != null && !r.date("captured_on").isAfter(last)) {
        add(
            facts,
            r,
            new Fact(
                String.valueOf(r.number("read_id")),
                Map.of("recorded_at", r.instant("recorded_at").toString())));
      }
    }
    return facts;
  }

  /** Each place of a fixed camera but its first. A camera in a vehicle has no place. */
  private Map<String, List<Fact>> movedCameras() {
    Map<String, List<Fact>> moved = new HashMap<>();
    NamedRow before = null;
    for (NamedRow place :
        NamedRow.all(
            lake.ledger(Table.DEPLOYMENTS)
                .where(col("valid_from").leq(Timestamp.from(asOf)))
                .where(col("lat").isNotNull().and(col("lon").isNotNull()))
                .join(
                    lake.ledger(Table.CAMERAS)
                        .where(col("site_type").equalTo("mobile"))
                        .select("agency_id", "camera_id"),
                    CollectionConverters.asScala(List.of("agency_id", "camera_id")).toSeq(),
                    "left_anti")
                .select("agency_id", "camera_id", "valid_from", "lat", "lon")
                .orderBy("agency_id", "camera_id", "valid_from"))) {
      if (before != null
          && isSame(before, place, "agency_id", "camera_id")
          && !isAt(before, place)) {
        add(
            moved,
            place,
            new Fact(
                place.text("camera_id"),
                Map.of("moved_at", place.instant("valid_from").toString())));
      }
      before = place;
    }
    return moved;
  }

  private static boolean isSame(NamedRow one, NamedRow other, String... columns) {
    for (String column : columns) {
      if (!one.text(column).equals(other.text(column))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAt(NamedRow one, NamedRow other) {
    return one.real("lat") == other.real("lat") && one.real("lon") == other.real("lon");
  }

  private static void add(Map<String, List<Fact>> facts, NamedRow row, Fact fact) {
    facts.computeIfAbsent(row.text("agency_id"), k -> new ArrayList<>()).add(fact);
  }
}
