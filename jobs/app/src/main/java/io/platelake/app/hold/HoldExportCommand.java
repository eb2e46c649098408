package io.platelake.app.hold;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hold export}: evidence leaves as one file, after the row that says so. */
@Command(
    name = "export",
    description =
        "Write the evidence of a hold as one file for the case, with pictures and digests that"
            + " anybody can check.")
@CommandContract(
    needs = {Permission.HOLD, Permission.LOOK},
    result = HoldExportCommand.HoldExportResult.class,
    example = "hold export order-1 --booking 26-0042 --offence burglary --to evidence-room",
    refused = "the policy does not let the person see the reads, or the place is not registered")
public final class HoldExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "HOLD", description = "Id of the hold.")
  private String id;

  @Option(
      names = "--booking",
      required = true,
      paramLabel = "NUMBER",
      description = "Number under which the evidence is booked.")
  private String booking;

  @Option(
      names = "--offence",
      required = true,
      paramLabel = "TYPE",
      description = "Type of offence of the case, for the access log.")
  private String offence;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PLACE",
      description = "Place of the register places to which the file goes.")
  private String place;

  /** What a run gives. */
  record HoldExportResult(
      long records, String exportId, String sha256, List<String> files, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> Ids.check("--booking", booking.toLowerCase(java.util.Locale.ROOT)),
        this::run);
  }

  private JobResult run(JobContext job, String number) {
    Ids.check("HOLD", id);
    Hold hold =
        HoldLedger.find(job.lake(), id)
            .orElseThrow(
                () -> new BadInput("Hold " + id, "no such hold", "See: platelake hold list"));
    job.standing().requireAgency(hold.agency());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), hold.agency(), job.asOf());
    ExportPlace to = ExportPlace.get(job.lake(), hold.agency(), place, job.asOf());
    to.requireWritable();
    // The purposes say who may look; the records are read after the decision.
    List<String> purposes =
        NamedRow.all(
                job.lake()
                    .ledger(Table.EVIDENCE)
                    .where(col("hold_id").equalTo(id))
                    .select("purpose")
                    .distinct()
                    .orderBy("purpose"))
            .stream()
            .map(row -> row.text("purpose"))
            .toList();
    if (purposes.isEmpty()) {
      throw new Refusal(
          "Hold " + id,
          "nothing is in evidence for it: its reads are still in the lake",
          "Search them: platelake search. A purge copies them when they would go.");
    }
    return new EvidenceHandover(job, policy, to, hold, number, offence).run(purposes);
  }
}
