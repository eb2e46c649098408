package io.platelake.app.ledger.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.Sha256;
import io.platelake.core.match.outcome.Adjudication;
import io.platelake.core.match.outcome.AlertOutcome;
import io.platelake.core.match.outcome.FalseCause;
import io.platelake.core.match.outcome.OutcomeKind;
import io.platelake.core.match.outcome.Step;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Writes and reads {@code outcomes}, of one agency. */
public final class OutcomeLedger {
  private final Lake lake;
  private final String agency;

  public OutcomeLedger(Lake lake, String agency) {
    this.lake = lake;
    this.agency = agency;
  }

  /** The rows of the agency. */
  Dataset<Row> rows() {
    return lake.ledger(Table.OUTCOMES).where(col("agency_id").equalTo(agency));
  }

  /** The outcomes with these ids that are known, by id. */
  public Map<String, AlertOutcome> byId(Collection<String> ids) {
    Dataset<Row> wanted =
        lake.spark().createDataset(List.copyOf(ids), Encoders.STRING()).toDF("outcome_id");
    return rows().join(wanted, "outcome_id").collectAsList().stream()
        .map(OutcomeLedger::outcome)
        .collect(Collectors.toMap(AlertOutcome::id, o -> o));
  }

  /** What the outcomes of each hit say together, by hit. */
  public Map<Long, Adjudication> adjudications() {
    return adjudications(rows().where(col("hit_id").isNotNull()).collectAsList());
  }

  /** The same of some rows of {@code outcomes} that have a hit. */
  public static Map<Long, Adjudication> adjudications(List<Row> rows) {
    Map<Long, Adjudication> byHit = new TreeMap<>();
    rows.stream()
        .map(OutcomeLedger::outcome)
        .collect(Collectors.groupingBy(AlertOutcome::hitId))
        .forEach((hit, outcomes) -> byHit.put(hit, Adjudication.of(outcomes)));
    return byHit;
  }

  /** Adds outcomes whose ids are new, once however often it is tried. */
  public void add(List<AlertOutcome> outcomes, Instant asOf) {
    if (!outcomes.isEmpty()) {
      String content = outcomes.stream().map(AlertOutcome::toString).sorted().toList().toString();
      lake.append(
          Table.OUTCOMES,
          lake.rows(Table.OUTCOMES, rows(outcomes, asOf)).coalesce(1),
          new CommitKey("outcomes:" + agency + ":" + Sha256.of(content), 0),
          outcomes.size());
    }
  }

  /** Puts outcomes in the place of those with their ids. */
  public void replace(List<AlertOutcome> outcomes, Instant asOf) {
    if (!outcomes.isEmpty()) {
      lake.replace(
          Table.OUTCOMES,
          lake.rows(Table.OUTCOMES, rows(outcomes, asOf)).coalesce(1),
          Slice.all()
              .where("agency_id", agency)
              .whereIn("outcome_id", outcomes.stream().map(AlertOutcome::id).sorted().toList()));
    }
  }

  private List<Row> rows(List<AlertOutcome> outcomes, Instant asOf) {
    return outcomes.stream().map(o -> row(o, asOf)).toList();
  }

  private Row row(AlertOutcome o, Instant asOf) {
    return lake.newRow(Table.OUTCOMES)
        .with("outcome_id", o.id())
        .with("hit_id", o.hitId())
        .with("agency_id", agency)
        .with("kind", o.kind().label())
        .with("step", o.kind().step().map(Step::name))
        .with("occurred_at", o.at())
        .with("alert_at", o.alertAt())
        .with("confirmed", o.confirmed())
        .with("cause", Optional.ofNullable(o.cause()).map(FalseCause::name))
        .with("recorded_at", asOf)
        .row();
  }

  private static AlertOutcome outcome(Row row) {
    NamedRow named = new NamedRow(row);
    return new AlertOutcome(
        named.text("outcome_id"),
        named.findNumber("hit_id").orElse(null),
        OutcomeKind.of(named.text("kind")).orElseThrow(),
        named.instant("occurred_at"),
        named.findInstant("alert_at").orElse(null),
        named.findFlag("confirmed").orElse(null),
        named.findText("cause").map(FalseCause::valueOf).orElse(null));
  }
}
