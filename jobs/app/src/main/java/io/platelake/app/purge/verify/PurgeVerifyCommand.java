package io.platelake.app.purge.verify;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.Certificates;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.app.ledger.purge.Seal;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.purge.CertifiedCheck;
import io.platelake.core.purge.OpenFindings;
import io.platelake.lake.contract.Table;
import io.platelake.lake.proof.needle.NeedleScanner;
import io.platelake.lake.proof.needle.ScanReport;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake purge verify}: looks for what must be gone and certifies what it found. */
@Command(
    name = "verify",
    description =
        "Look whether a purge's set is gone from files and logs, and write the certificate.")
@CommandContract(
    needs = Permission.PURGE,
    result = PurgeVerifyCommand.VerifyResult.class,
    example = "purge verify --plan DIGEST",
    refused =
        "the plan was not carried out, --as-of is before it, or the key of a signed chain is missing",
    finding = "something that must be gone is still there, or an earlier finding is open")
public final class PurgeVerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "DIGEST",
      description = "Digest of the plan that was run.")
  private String digest;

  @Option(
      names = "--search",
      paramLabel = "FILE",
      description =
          "Also decode every file of the lake and search it for the plates in this file, one a"
              + " line.")
  private Path search;

  @Option(
      names = "--full",
      description =
          "Read every file again, also those that an earlier certificate covers and nobody"
              + " touched.")
  private boolean full;

  @Mixin private SealOptions sealing;

  /** What a run gives. */
  record VerifyResult(
      long partitions,
      long rows,
      long filesRead,
      long filesCarried,
      long searched,
      long findings,
      long openFindings,
      String planDigest,
      String certificate,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return findings + openFindings > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) throws IOException {
    Seal seal = sealing.seal(job.lake().root().toString());
    Certificates.refuseUnsigned(job.lake(), seal);
    PurgePlan plan = PurgeLedger.getPlan(job.lake(), digest);
    if (job.asOf().isBefore(Instant.parse(plan.asOf()))) {
      throw new Refusal(
          "--as-of",
          "it is before the plan of " + plan.asOf() + ", when less had to be gone",
          "Verify as of the plan's time or later.");
    }
    PurgeLedger ledger = new PurgeLedger(job.lake(), plan, job.asOf());
    if (!plan.takesNothing() && !ledger.finished().contains(PurgeStep.DONE)) {
      throw new Refusal(
          "Plan of " + plan.asOf(),
          "it has not been carried out",
          "Run: platelake purge run --plan " + digest);
    }
    Optional<PlateNeedles> plates = Optional.ofNullable(search).map(PlateNeedles::read);
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    List<String> chain = Certificates.faults(job.lake(), seal.anchor());
    KeptCoverage kept =
        full ? KeptCoverage.ignored() : KeptCoverage.of(job.lake(), chain.isEmpty());
    job.progress().say("reading logs and footers that no certificate covers");
    Map<Table, TableProof> tables =
        new Verification(job.lake(), plan, policies, job.asOf(), kept.coverage()).run();
    Optional<SearchedPlates> searched = Optional.empty();
    if (plates.isPresent()) {
      job.progress().say("decoding every file of the lake to search it");
      searched =
          Optional.of(
              SearchedPlates.of(
                  plates.get(),
                  scanned(job.lake(), plates.get()),
                  SearchKey.of(job.lake()),
                  Certificates.foundBySearch(job.lake(), digest)));
    }
    return certified(
        job,
        plan,
        seal,
        new PurgeInspection(
            tables,
            besideTables(job, plan, chain, kept),
            RawRemains.overdue(job.lake(), job.asOf()),
            searched));
  }

  /** Every file of the lake, and of an audit root that is elsewhere. */
  private static ScanReport scanned(Lake lake, PlateNeedles plates) throws IOException {
    ScanReport own = NeedleScanner.scan(lake.fileSystem(), lake.root(), plates.needles());
    return lake.auditRoot().toString().startsWith(lake.root() + "/")
        ? own
        : own.and(
            NeedleScanner.scan(
                lake.fileSystem(Table.ACCESS_LOG), lake.auditRoot(), plates.needles()));
  }

  /** Raw files of the plan that are left, and what is wrong with the chain of certificates. */
  private static List<String> besideTables(
      JobContext job, PurgePlan plan, List<String> chain, KeptCoverage kept) throws IOException {
    List<String> remains = new ArrayList<>(RawRemains.find(job.lake(), plan));
    remains.addAll(chain);
    kept.fault().ifPresent(remains::add);
    return remains;
  }

  private JobResult certified(JobContext job, PurgePlan plan, Seal seal, PurgeInspection inspection)
      throws IOException {
    List<String> findings = inspection.findings();
    String coverage = KeptCoverage.write(job.lake(), inspection.covered());
    org.apache.hadoop.fs.Path certificate =
        Certificates.add(
            job.lake(),
            digest,
            job.asOf(),
            inspection.outcome(),
            CertificateBody.of(job, plan, inspection, coverage),
            seal);
    KeptCoverage.removeOthers(job.lake(), coverage);
    List<CertifiedCheck> open =
        findings.isEmpty()
            ? OpenFindings.of(Certificates.checks(job.lake())).stream()
                .filter(check -> check.plan().equals(digest))
                .toList()
            : List.of();
    return JobResult.of(
        new VerifyResult(
            plan.items().size(),
            plan.rows(),
            inspection.read(),
            inspection.carried(),
            inspection.searched(),
            findings.size(),
            open.size(),
            digest,
            shown(certificate),
            lines(plan, inspection, open, certificate)));
  }

  private static List<String> lines(
      PurgePlan plan,
      PurgeInspection inspection,
      List<CertifiedCheck> open,
      org.apache.hadoop.fs.Path certificate) {
    List<String> findings = inspection.findings();
    List<String> lines = new ArrayList<>();
    lines.add(
        findings.isEmpty()
            ? String.format(
                "%,d partitions with %,d rows are gone. Of the tables that give away plates %,d files"
                    + " were listed: %,d were read (logs whole, data by its footer), and of %,d the"
                    + " readings of an earlier certificate count, since nobody touched them.",
                plan.items().size(),
                plan.rows(),
                inspection.files(),
                inspection.read(),
                inspection.carried())
            : findings.size() + " findings: the purge is not proved.");
    inspection
        .search()
        .ifPresent(
            s ->
                lines.add(
                    String.format(
                        "%,d plates and keys searched in %,d decoded files: %,d found.",
                        s.needles().size(), s.report().files(), s.hits().size())));
    findings.stream().limit(SHOWN).forEach(f -> lines.add("FINDING " + f));
    if (findings.size() > SHOWN) {
      lines.add("and " + (findings.size() - SHOWN) + " more in the certificate");
    }
    inspection.overdueRaw().forEach(files -> lines.add("Overdue, beside the plan: " + files));
    for (CertifiedCheck finding : open) {
      lines.add(
          "The finding of certificate "
              + finding.seq()
              + " is still open: "
              + (finding.searched()
                  ? "search again for the plates that were found."
                  : "verify as of its time or later."));
    }
    lines.add("Certificate " + shown(certificate));
    return lines;
  }

  /** A plain path on the local disk, otherwise the whole URI. */
  private static String shown(org.apache.hadoop.fs.Path file) {
    return "file".equals(file.toUri().getScheme()) ? file.toUri().getPath() : file.toString();
  }
}
