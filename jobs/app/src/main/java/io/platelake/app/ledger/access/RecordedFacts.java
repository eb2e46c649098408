package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.platelake.app.ledger.site.CameraPlace;
import io.platelake.core.deadline.Deadline;
import io.platelake.core.deadline.Fact;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of one agency from which deadlines run, and the notices that meet them. */
public final class RecordedFacts {
  private static final String NOTICES = "notices";

  private final Lake lake;
  private final String agency;
  private final Instant asOf;
  private final Map<String, RegisterHistory> registers;

  /** As they were known at an instant. */
  public RecordedFacts(Lake lake, String agency, Instant asOf) {
    this.lake = lake;
    this.agency = agency;
    this.asOf = asOf;
    this.registers =
        RegisterLedger.isEmpty(lake) ? Map.of() : RegisterLedger.all(lake, agency, asOf);
  }

  /** Notices that were sent. */
  public List<Deadline.Notice> notices() {
    return facts(NOTICES).stream()
        .map(Fact::values)
        .map(
            n ->
                new Deadline.Notice(
                    n.get("kind"), n.get("subject"), Instant.parse(n.get("sent_at"))))
        .toList();
  }

  /**
   * Facts by the name that a policy gives them: {@code outcomes}, {@code corrections} of reads that
   * may have left the agency, {@code moved_cameras}, or the rows of a register.
   */
  public List<Fact> facts(String of) {
    return switch (of) {
      case "outcomes" -> outcomes();
      case "corrections" -> corrections();
      case "moved_cameras" -> movedCameras();
      default ->
          registers.getOrDefault(of, RegisterHistory.EMPTY).at(asOf).stream()
              .map(entry -> new Fact(entry.key(), entry.values()))
              .toList();
    };
  }

  private List<Fact> outcomes() {
    return NamedRow.all(
            lake.ledger(Table.OUTCOMES)
                .where(col("agency_id").equalTo(agency))
                .where(col("recorded_at").leq(Timestamp.from(asOf)))
                .select("outcome_id", "kind", "occurred_at"))
        .stream()
        .map(
            r ->
                new Fact(
                    r.text("outcome_id"),
                    Map.of(
                        "kind", r.text("kind"),
                        "occurred_at", r.instant("occurred_at").toString())))
        .toList();
  }

  /** A read that was captured after the last share cannot have been in one. */
  private List<Fact> corrections() {
    Optional<Instant> lastShare =
        NamedRow.only(
                lake.ledger(Table.SHARES)
                    .where(col("agency_id").equalTo(agency).and(col("data_kind").equalTo("alpr")))
                    .where(col("shared_at").leq(Timestamp.from(asOf)))
                    .agg(max("shared_at").as("last")))
            .findInstant("last");
    if (lastShare.isEmpty()) {
      return List.of();
    }
    LocalDate day = LocalDate.ofInstant(lastShare.get(), java.time.ZoneOffset.UTC);
    return NamedRow.all(
            lake.ledger(Table.CORRECTIONS)
                .where(col("agency_id").equalTo(agency))
                .where(col("recorded_at").leq(Timestamp.from(asOf)))
                .select("read_id", "captured_on", "recorded_at"))
        .stream()
        .filter(r -> !r.date("captured_on").isAfter(day))
        .map(
            r ->
                new Fact(
                    String.valueOf(r.number("read_id")),
                    Map.of("recorded_at", r.instant("recorded_at").toString())))
        .toList();
  }

  /** Each place of a fixed camera but its first. */
  private List<Fact> movedCameras() {
    List<Fact> moved = new ArrayList<>();
    CameraPlace before = null;
    for (CameraPlace place : CameraPlace.knownBy(lake, agency, asOf)) {
      boolean same = before != null && before.camera().equals(place.camera());
      if (same && place.isFixed() && before.isFixed() && !isAt(before, place)) {
        moved.add(new Fact(place.camera(), Map.of("moved_at", place.from().toString())));
      }
      before = place;
    }
    return moved;
  }

  private static boolean isAt(CameraPlace one, CameraPlace other) {
    return one.lat().equals(other.lat()) && one.lon().equals(other.lon());
  }
}
