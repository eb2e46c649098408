package io.platelake.app.hold;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.export.ExportWriter;
import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.accesslog.LoggedOutcome;
import io.platelake.core.accesslog.LoggedQuery;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decision, row, look, outcome, file: in this order, as a search has it. */
record EvidenceHandover(
    JobContext job,
    PolicyInForce policy,
    ExportPlace to,
    Hold hold,
    String booking,
    String offence) {
  private static final String KIND = "export";
  private static final String COMMAND = "hold export";

  JobResult run(List<String> purposes) {
    String caseRef = caseRef();
    List<LogEntry> intents = new ArrayList<>();
    for (String purpose : purposes) {
      intents.add(intent(purpose, caseRef, intents.size() + 1));
    }
    append(intents);
    List<String> denials =
        intents.stream().flatMap(i -> i.decision().orElseThrow().denials().stream()).toList();
    if (!denials.isEmpty()) {
      List<String> lines = new ArrayList<>(List.of("Hold " + hold.id() + ": denied"));
      denials.forEach(denial -> lines.add("  " + denial));
      return JobResult.of(new HoldExportCommand.HoldExportResult(0, "", "", List.of(), lines))
          .ending(RunOutcome.REFUSED)
          .under(policy.agency(), policy.version());
    }
    List<NamedRow> rows = rows();
    byte[] archive = EvidenceArchive.of(rows);
    Export export = export(caseRef, rows.size(), Sha256.of(archive));
    append(intents.stream().map(i -> i.ended(given(rows, i, export))).toList());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("booking", booking);
    more.put("hold_id", hold.id());
    List<String> files =
        new ExportWriter(job, "--to")
                .write(
                    List.of(new ExportWriter.Parcel(export, archive, more)),
                    parcel -> append(intents.stream().map(EvidenceHandover::failed).toList()))
                .stream()
                .map(Path::toString)
                .toList();
    List<String> lines =
        new ArrayList<>(List.of("Hold " + hold.id() + ": " + rows.size() + " reads"));
    lines.addAll(files);
    return JobResult.of(
            new HoldExportCommand.HoldExportResult(
                rows.size(), export.id(), export.content().sha256(), files, lines))
        .under(policy.agency(), policy.version());
  }

  private String caseRef() {
    return NamedRow.all(
            job.lake()
                .ledger(Table.HOLDS)
                .where(col("hold_id").equalTo(hold.id()).and(col("event").equalTo("open"))))
        .stream()
        .flatMap(row -> row.findText("case_ref").stream())
        .findFirst()
        .orElse("");
  }

  private List<NamedRow> rows() {
    return NamedRow.all(
        job.lake()
            .ledger(Table.EVIDENCE)
            .where(col("hold_id").equalTo(hold.id()))
            .orderBy("captured_at", "read_id"));
  }

  private LogEntry intent(String purpose, String caseRef, int number) {
    PurposeStatement statement =
        new PurposeStatement(Map.of(Item.CASE_NUMBER, caseRef, Item.OFFENCE_TYPE, offence));
    List<String> denials =
        new ArrayList<>(job.standing().denials(policy.agency(), purpose, statement));
    if (!to.purposes().contains(purpose)) {
      denials.add("place_not_for_purpose: its purposes are others. Name another place.");
    }
    return new LogEntry(
        AccessEvent.INTENT,
        job.runId() + "." + number,
        job.asOf(),
        job.standing().asker(),
        COMMAND,
        KIND,
        Optional.of(purpose),
        statement,
        Optional.empty(),
        Optional.of(
            new LoggedQuery(
                List.of("case"),
                List.of(),
                LoggedQuery.Vehicle.UNSAID,
                Optional.empty(),
                List.of(),
                List.of(policy.agency()),
                hold.openedAt(),
                job.asOf().plusSeconds(1))),
        Optional.of(new LogEntry.Decided(denials)),
        Optional.empty(),
        Optional.of(policy.version()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private LoggedOutcome given(List<NamedRow> rows, LogEntry intent, Export export) {
    long own =
        rows.stream()
            .filter(row -> row.text("purpose").equals(intent.purpose().orElseThrow()))
            .count();
    return new LoggedOutcome(
        LoggedOutcome.Result.GIVEN,
        own,
        own,
        Optional.of(
            new LoggedOutcome.Answer(
                export.to().recipient(), to.id(), Optional.empty(), export.content().sha256())));
  }

  private static LogEntry failed(LogEntry intent) {
    return intent.ended(LoggedOutcome.without(LoggedOutcome.Result.FAILED, 0));
  }

  /** It goes with the case and not with the reads; the place it is booked into keeps it. */
  private Export export(String caseRef, long rows, String digest) {
    String id = "evidence-" + hold.id() + "-" + booking;
    return new Export(
        id,
        policy.agency(),
        new Export.Origin(
            "evidence", hold.id(), Optional.empty(), Optional.empty(), Optional.of(caseRef)),
        new Export.Destination(Optional.of(to.id()), to.folder(), job.principal(), false),
        new Export.Content(
            id + ".zip", id + ".json", rows, digest, List.of(Table.EVIDENCE.folder())),
        Optional.empty(),
        policy.version(),
        job.principal(),
        job.asOf());
  }

  private void append(List<LogEntry> entries) {
    new AccessLog(job.lake())
        .append(policy.agency(), policy.policy(), entries, job.clock().instant());
  }
}
