package io.platelake.app.audit.handout;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.access.Permission;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit redact}. */
@Command(
    name = "redact",
    description =
        "Write the access log for a public records request: persons, plates and cases are tokens"
            + " that no other export has.")
@CommandContract(
    needs = Permission.AUDIT,
    result = HandoutRun.class,
    example =
        "audit redact --agency city-2 --window 2026-01-01T00:00:00Z/2027-01-01T00:00:00Z --out records",
    refused = "the agency has no policy in force")
public final class AuditRedactCommand implements Callable<Integer> {
  private static final int KEY_BYTES = 32;
  private static final LogHandout HANDOUT =
      new LogHandout(
          "redact",
          "access-log.csv",
          List.of(
              "accounts, plates and cases (tokens of this export instead)",
              "reasons in words, suspects, devices, positions, cameras",
              "numbers, hashes and order of the chain, hours within a quarter of a day"),
          false);

  @Spec private CommandSpec spec;

  @Mixin private AuditScope scope;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for access-log.csv and manifest.json; it is created.")
  private Path out;

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          scope.agency();
          return scope.window();
        },
        this::run);
  }

  private JobResult run(JobContext job, Window window) {
    PolicyInForce policy = scope.policy(job);
    List<ChainedRow> rows = HANDOUT.rows(job, policy, window);
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    String manifest = HANDOUT.write(job, policy, window, rows, out, new RedactedLog(key)::csv);
    return JobResult.of(
            new HandoutRun(
                rows.size(),
                manifest,
                List.of(
                    String.format(Locale.ROOT, "%,d rows were written, redacted.", rows.size()),
                    "The key of their tokens is gone: no other export has the same.",
                    out.resolve("access-log.csv").toString(),
                    out.resolve("manifest.json").toString())))
        .under(policy.agency(), policy.version());
  }
}
