package io.platelake.app.purge;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.Certificates;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.core.Refusal;
import io.platelake.lake.contract.Table;
import io.platelake.lake.proof.Finding;
import io.platelake.lake.proof.needle.NeedleScanner;
import io.platelake.lake.proof.needle.Needles;
import io.platelake.lake.proof.needle.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake purge verify}: looks for what must be gone and certifies what it found. */
@Command(
    name = "verify",
    description = "Prove that a purge's set is gone from every file, and write the certificate.")
@CommandContract(
    example = "purge verify --plan DIGEST",
    refused = "the plan was not carried out",
    finding = "something that must be gone is still there; the certificate says so")
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

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) throws IOException {
    PurgePlan plan = PurgeRunCommand.known(job, digest);
    if (!plan.takesNothing()
        && !PurgePlanCommand.ledger(job, plan).finished().contains(PurgeStep.DONE.label())) {
      throw new Refusal(
          "Plan of " + plan.asOf(),
          "it has not been carried out",
          "Run: platelake purge run --plan " + digest);
    }
    Needles needles = search == null ? null : PlateNeedles.read(search);
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    job.progress().say("reading every file and log of the tables that hold reads");
    Map<Table, Verification.Result> tables =
        new Verification(job.lake(), plan, policies, job.asOf()).run();
    ScanReport scan = null;
    if (needles != null) {
      job.progress().say("decoding every file of the lake to search it");
      scan = NeedleScanner.scan(job.lake().fileSystem(), job.lake().root(), needles);
    }
    return certified(job, plan, tables, needles, scan);
  }

  private JobResult certified(
      JobContext job,
      PurgePlan plan,
      Map<Table, Verification.Result> tables,
      Needles needles,
      ScanReport scan)
      throws IOException {
    List<String> findings = new ArrayList<>();
    long files = 0;
    for (Map.Entry<Table, Verification.Result> e : tables.entrySet()) {
      files += e.getValue().report().files().values().stream().mapToLong(t -> t.files()).sum();
      for (Finding f : e.getValue().findings()) {
        findings.add(e.getKey().folder() + "/" + f.path() + ": " + f.kind() + ", " + f.detail());
      }
    }
    findings.addAll(RawRemains.find(job.lake(), plan));
    if (scan != null) {
      // A plate may well be part of a longer one, which is another plate.
      scan.hits().stream()
          .filter(h -> !h.insideLongerRun())
          .forEach(h -> findings.add(h.path() + ": FOUND, searched plate in " + h.where()));
      scan.unread().forEach(u -> findings.add(u.path() + ": UNREAD, " + u.reason()));
    }
    String outcome = findings.isEmpty() ? "clean" : "finding";
    org.apache.hadoop.fs.Path certificate =
        Certificates.add(
            job.lake(),
            digest,
            job.asOf(),
            outcome,
            CertificateBody.of(job, plan, tables, needles, scan, outcome, findings));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("partitions", (long) plan.items().size());
    counts.put("rows", plan.rows());
    counts.put("files_read", files);
    counts.put("searched", needles == null ? 0L : needles.size());
    counts.put("findings", (long) findings.size());
    Map<String, Object> details = new TreeMap<>();
    details.put("plan_digest", digest);
    details.put("certificate", shown(certificate));
    JobResult result =
        JobResult.done(counts)
            .with(details)
            .saying(lines(plan, files, scan, needles, certificate, findings));
    return findings.isEmpty() ? result : result.finding();
  }

  private static List<String> lines(
      PurgePlan plan,
      long files,
      ScanReport scan,
      Needles needles,
      org.apache.hadoop.fs.Path certificate,
      List<String> findings) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d partitions with %,d rows are gone; %,d files and the logs of their tables were"
                + " read.",
            plan.items().size(), plan.rows(), files));
    if (scan != null) {
      lines.add(
          String.format(
              "%,d plates and keys searched in %,d decoded files: %,d found.",
              needles.size(),
              scan.files(),
              scan.hits().stream().filter(h -> !h.insideLongerRun()).count()));
    }
    findings.stream().limit(SHOWN).forEach(f -> lines.add("FINDING " + f));
    if (findings.size() > SHOWN) {
      lines.add("and " + (findings.size() - SHOWN) + " more in the certificate");
    }
    lines.add("Certificate " + shown(certificate));
    return findings.isEmpty() ? lines : replaceFirst(lines, findings.size());
  }

  /** A plain path on the local disk, otherwise the whole URI. */
  private static String shown(org.apache.hadoop.fs.Path file) {
    return "file".equals(file.toUri().getScheme()) ? file.toUri().getPath() : file.toString();
  }

  private static List<String> replaceFirst(List<String> lines, int findings) {
    lines.set(0, findings + " findings: the purge is not proved.");
    return lines;
  }

  /** Files per class, for the certificate. */
  static Map<String, Long> tallies(Verification.Result result) {
    Map<String, Long> tallies = new TreeMap<>();
    result
        .report()
        .files()
        .forEach(
            (kind, tally) ->
                tallies.put(kind.name().toLowerCase(java.util.Locale.ROOT), tally.files()));
    return tallies;
  }
}
