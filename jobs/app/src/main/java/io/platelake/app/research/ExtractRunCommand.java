package io.platelake.app.research;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.export.ExportWriter;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseLedger;
import io.platelake.app.ledger.release.ReleaseParameters;
import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.access.Permission;
import io.platelake.core.disclosure.Threshold;
import io.platelake.lake.contract.Table;
import io.platelake.lake.wall.LegalBasis;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake extract run}: reads data only after every check has passed. */
@Command(name = "run", description = "Write the files of an approved release.")
@CommandContract(
    needs = Permission.RELEASE,
    result = ExtractRunCommand.ExtractResult.class,
    example = "extract run RELEASE --out extract",
    refused = "an approval is missing or void, or its reads are not complete")
public final class ExtractRunCommand implements Callable<Integer> {
  /** Reads are collected for a purpose of the policy; research is a second use of them. */
  private static final String PURPOSE = "research";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RELEASE", description = "Id of the release.")
  private String id;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of this release; it is created.")
  private Path out;

  /** What a run gives. */
  record ExtractResult(
      long rows,
      long suppressed,
      String releaseId,
      String serves,
      Map<String, Object> legalBasis,
      String fileDigest,
      Path out,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Release release = ReleaseLedger.get(job.lake(), id, job.asOf());
    ReleaseParameters p = release.parameters();
    job.standing().requireAgency(p.agency());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), p.agency(), job.asOf());
    LegalBasis basis =
        release.basis(policy.policy().research(), job.asOf(), job.standing()::person);
    ReleaseGuards.refuseUnlessComplete(
        release, policy.policy(), ClosedDates.of(job.lake()), job.asOf());

    Dataset<Row> reads =
        job.lake()
            .serving(PURPOSE)
            .withBasis(basis)
            .read(Table.READS, p.purpose(), p.window())
            .where(col("agency_id").equalTo(p.agency()));
    Threshold threshold = new Threshold(policy.policy().research().minDistinctVehicles());
    Extract extract =
        Extract.of(release, policy, CameraHour.cells(CorrectedReads.without(reads), threshold));

    ReleaseGuards.refuseIfChanged(release, extract);
    ReleaseGuards.refuseOtherRelease(out, extract);
    new ExportWriter(job, "--out").write(export(job, policy, release, extract), extract.files());
    ReleaseLedger.ran(
        job.lake(),
        release,
        job.asOf(),
        job.principal(),
        new ReleaseLedger.Written(extract.digest(), extract.rows(), extract.suppressed()));
    return result(extract, basis).under(p.agency(), policy.version());
  }

  /** It holds counts and no reads, so no limit of reads applies to it. */
  private Export export(JobContext job, PolicyInForce policy, Release release, Extract extract) {
    String agency = release.parameters().agency();
    return new Export(
        "extract-" + id,
        agency,
        new Export.Origin(
            "extract",
            id,
            Optional.empty(),
            Optional.of(release.parameters().purpose()),
            Optional.empty()),
        new Export.Destination(
            ExportPlace.around(job.lake(), agency, out, "--out", job.asOf()).map(ExportPlace::id),
            out,
            release.requestedBy(),
            false),
        new Export.Content(
            Extract.CSV_NAME,
            Extract.MANIFEST_NAME,
            extract.rows(),
            extract.digest(),
            List.of(Table.READS.folder())),
        Optional.empty(),
        policy.version(),
        job.principal(),
        job.asOf());
  }

  private JobResult result(Extract extract, LegalBasis basis) {
    Map<String, Object> onRecord = new LinkedHashMap<>();
    onRecord.put("id", basis.id());
    onRecord.put("kind", basis.kind());
    onRecord.put("opens", List.copyOf(basis.purposes()));
    return JobResult.of(
        new ExtractResult(
            extract.rows(),
            extract.suppressed(),
            id,
            PURPOSE,
            onRecord,
            extract.digest(),
            out,
            List.of(
                "Release "
                    + id
                    + ": "
                    + extract.rows()
                    + " rows, "
                    + extract.suppressed()
                    + " of them without their counts.",
                out.resolve(Extract.CSV_NAME).toString(),
                out.resolve(Extract.MANIFEST_NAME).toString())));
  }
}
