package io.platelake.app.correct;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.ReasonOption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.site.CorrectionLedger;
import io.platelake.app.ledger.site.CorrectionLedger.Author;
import io.platelake.app.ledger.site.CorrectionLedger.Correction;
import io.platelake.app.ledger.site.CorrectionLedger.Recorded;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake correct}. */
@Command(
    name = "correct",
    description =
        "Correct reads. The original stays with its values, the corrected read stands beside it"
            + " with author and time, and is the one that is matched from then on.")
@CommandContract(
    needs = Permission.SUPPRESS,
    result = CorrectCommand.CorrectRun.class,
    example =
        "correct --agency city-2 --purpose criminal --reason \"picture checked, memo 12\" wrong.csv",
    refused =
        "a read was corrected already, its date is closed by a purge, or the reason names a plate")
public final class CorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Mixin private ReasonOption reason;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "NAME",
      description = "Purpose that the reads were collected for.")
  private String purpose;

  @Parameters(
      paramLabel = "FILE",
      description =
          "CSV: read_id, date, and of plate, state, make, model, color, body what was wrong.")
  private Path file;

  /** What a run gives. */
  record CorrectRun(long corrected, @Detail(key = "dates") List<String> dates, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          agency.id();
          reason.text();
          return CorrectionCsv.read(file);
        },
        this::run);
  }

  private JobResult run(JobContext job, List<Correction> corrections) {
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    policy.policy().purpose(purpose);
    FreeText.refusePlates(job.lake(), "--reason", reason.text());
    Lake lake = job.lake().serving(purpose);
    lake.watchClosings();
    refuseClosed(ClosedDates.of(job.lake()), corrections);
    List<Recorded> added =
        new CorrectionLedger(lake, agency.id(), purpose)
            .add(
                corrections,
                OcrClasses.of(policy.policy().matchingRules().ocrClasses()),
                new Author(job.principal(), job.asOf(), reason.text()));
    return result(added).under(agency.id(), policy.version());
  }

  private void refuseClosed(Set<ClosedDates.Closed> closed, List<Correction> corrections) {
    for (Correction correction : corrections) {
      if (closed.contains(new ClosedDates.Closed(agency.id(), purpose, correction.date()))) {
        throw new Refusal(
            correction.place(),
            "a purge has closed the date " + correction.date(),
            "Leave it out: its reads go, or are gone.");
      }
    }
  }

  private JobResult result(List<Recorded> added) {
    Set<LocalDate> dates = new TreeSet<>();
    added.forEach(recorded -> dates.add(recorded.date()));
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%,d reads were corrected.", added.size()));
    added.forEach(
        recorded ->
            lines.add(
                recorded.readId()
                    + " stays; "
                    + recorded.correctedId()
                    + " stands beside it with another "
                    + String.join(", ", recorded.fields())));
    dates.forEach(
        date ->
            lines.add(
                "Match that day again: platelake match --window "
                    + date
                    + "T00:00:00Z/"
                    + date.plusDays(1)
                    + "T00:00:00Z"));
    return JobResult.of(
        new CorrectRun(added.size(), dates.stream().map(LocalDate::toString).toList(), lines));
  }
}
