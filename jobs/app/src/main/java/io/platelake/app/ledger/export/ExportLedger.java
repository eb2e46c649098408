package io.platelake.app.ledger.export;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code exports}: one row when something leaves, and one for each thing that follows. */
public final class ExportLedger {
  private static final String GIVEN = "given";

  private ExportLedger() {}

  /** What follows a given export. */
  public enum Event {
    FAILED,
    DESTROYED,
    CONFIRMED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Records exports before their files are written.
   *
   * @param run id of the run: a run records an export once
   */
  public static void give(Lake lake, String run, List<Export> exports) {
    List<Row> rows = new ArrayList<>(exports.size());
    for (Export e : exports) {
      rows.add(
          row(lake, e, GIVEN, e.at(), e.principal())
              .with("kind", e.origin().kind())
              .with("place_id", e.to().place())
              .with("folder", e.to().folder().toString())
              .with("file", e.content().file())
              .with("manifest", e.content().manifest())
              .with("rows", e.content().rows())
              .with("sha256", e.content().sha256())
              .with("tables", CollectionConverters.asScala(e.content().tables()).toSeq())
              .with("purpose", e.origin().purpose())
              .with("recipient", e.to().recipient())
              .with("outside", e.to().outside())
              .with("case_ref", e.origin().caseRef())
              .with("source_id", e.origin().sourceId())
              .with("made_from", e.origin().madeFrom())
              .with("destroy_on", e.destroyOn())
              .with("policy_version", e.policyVersion())
              .row());
    }
    lake.append(Table.EXPORTS, rows, new CommitKey("export:" + run + ":" + GIVEN, 0));
  }

  /**
   * Records what became of exports.
   *
   * @param document what proves it
   */
  public static void record(
      Lake lake, List<Export> exports, Event event, Instant at, String principal, String document) {
    List<Row> rows =
        exports.stream()
            .map(e -> row(lake, e, event.word(), at, principal).with("document", document).row())
            .toList();
    String ids = String.join(",", exports.stream().map(Export::id).sorted().toList());
    lake.append(
        Table.EXPORTS, rows, new CommitKey("export:" + ids + ":" + event.word() + ":" + at, 0));
  }

  private static TableRow row(Lake lake, Export e, String event, Instant at, String principal) {
    return lake.newRow(Table.EXPORTS)
        .with("export_id", e.id())
        .with("event", event)
        .with("at", at)
        .with("agency_id", e.agency())
        .with("principal", principal);
  }

  /** Every export up to an instant, in the order in which they left. */
  public static List<TrackedExport> all(Lake lake, Instant asOf) {
    Map<String, List<NamedRow>> byId = new LinkedHashMap<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.EXPORTS)
                .where(col("at").leq(Timestamp.from(asOf)))
                .orderBy("at", "export_id"))) {
      byId.computeIfAbsent(row.text("export_id"), k -> new ArrayList<>()).add(row);
    }
    List<TrackedExport> all = new ArrayList<>();
    byId.values().forEach(rows -> tracked(rows).ifPresent(all::add));
    return all;
  }

  /**
   * @throws BadInput if there is no such export
   */
  public static TrackedExport get(Lake lake, String id, Instant asOf) {
    return all(lake, asOf).stream()
        .filter(e -> e.export().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput("EXPORT", "no such export at " + asOf, "See: platelake export list"));
  }

  private static Optional<TrackedExport> tracked(List<NamedRow> rows) {
    Optional<NamedRow> given =
        rows.stream().filter(r -> r.text("event").equals(GIVEN)).reduce((a, b) -> b);
    return given.map(
        row ->
            new TrackedExport(
                export(row),
                when(rows, row, Event.FAILED).isPresent(),
                when(rows, row, Event.DESTROYED),
                when(rows, row, Event.CONFIRMED)));
  }

  /** What happened since it was given last: a run that is repeated writes its files again. */
  private static Optional<Instant> when(List<NamedRow> rows, NamedRow given, Event event) {
    return rows.stream()
        .filter(r -> r.text("event").equals(event.word()))
        .map(r -> r.instant("at"))
        .filter(at -> !at.isBefore(given.instant("at")))
        .findFirst();
  }

  private static Export export(NamedRow r) {
    return new Export(
        r.text("export_id"),
        r.text("agency_id"),
        new Export.Origin(
            r.text("kind"),
            r.text("source_id"),
            r.findText("made_from"),
            r.findText("purpose"),
            r.findText("case_ref")),
        new Export.Destination(
            r.findText("place_id"),
            Path.of(r.text("folder")),
            r.text("recipient"),
            r.flag("outside")),
        new Export.Content(
            r.text("file"),
            r.text("manifest"),
            r.number("rows"),
            r.text("sha256"),
            r.texts("tables")),
        r.findDate("destroy_on"),
        r.text("policy_version"),
        r.text("principal"),
        r.instant("at"));
  }
}
