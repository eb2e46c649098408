package io.platelake.app.audit.handout;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.ProductVersion;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit export}. */
@Command(
    name = "export",
    description =
        "Write the access log for a system that watches over security: OCSF as JSON lines, hashes"
            + " and numbers included.")
@CommandContract(
    needs = Permission.AUDIT,
    result = HandoutRun.class,
    example =
        "audit export --agency city-2 --window 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z --out siem",
    refused = "the agency has no policy in force")
public final class AuditExportCommand implements Callable<Integer> {
  private static final String OCSF = "ocsf";
  private static final LogHandout HANDOUT =
      new LogHandout("export", "access-log.ocsf.jsonl", List.of(), true);

  @Spec private CommandSpec spec;

  @Mixin private AuditScope scope;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = OCSF,
      description = "ocsf, the only format there is.")
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for access-log.ocsf.jsonl and manifest.json; it is created.")
  private Path out;

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          scope.agency();
          if (!format.equals(OCSF)) {
            throw new BadInput("--format", "is unknown", "Use ocsf.");
          }
          return scope.window();
        },
        this::run);
  }

  private JobResult run(JobContext job, Window window) {
    PolicyInForce policy = scope.policy(job);
    List<ChainedRow> rows = HANDOUT.rows(job, policy, window);
    String manifest =
        HANDOUT.write(job, policy, window, rows, out, new OcsfLog(ProductVersion.text())::lines);
    return JobResult.of(
            new HandoutRun(
                rows.size(),
                manifest,
                List.of(
                    String.format(Locale.ROOT, "%,d rows were written.", rows.size()),
                    out.resolve("access-log.ocsf.jsonl").toString(),
                    out.resolve("manifest.json").toString())))
        .under(policy.agency(), policy.version());
  }
}
