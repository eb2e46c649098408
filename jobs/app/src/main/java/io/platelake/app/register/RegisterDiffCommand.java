package io.platelake.app.register;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.access.Permission;
import io.platelake.core.register.RegisterChange;
import io.platelake.core.register.RegisterDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake register diff}: what a load would change. */
@Command(name = "diff", description = "Show what loading a file would change; nothing is written.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = RegisterDiffCommand.RegisterDiffResult.class,
    example = "register diff --register users --agency city-2 users.csv")
public final class RegisterDiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Mixin private RegisterInput input;

  /** What a run gives. */
  record RegisterDiffResult(
      long added, long changed, long ended, long unchanged, String register, List<String> lines)
      implements RunResult {
    static RegisterDiffResult of(RegisterDiff diff, String register) {
      return new RegisterDiffResult(
          diff.count(RegisterChange.Kind.ADDED),
          diff.count(RegisterChange.Kind.CHANGED),
          diff.count(RegisterChange.Kind.ENDED),
          diff.unchanged(),
          register,
          RegisterDiffCommand.lines(diff));
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> input.read(), this::run);
  }

  private JobResult run(JobContext job, RegisterInput.Read read) {
    job.standing().requireAgency(agency.id());
    String register = read.contract().register();
    RegisterDiff diff =
        read.diff(
            RegisterLedger.history(job.lake(), register, agency.id(), Instant.MAX), job.asOf());
    return JobResult.of(RegisterDiffResult.of(diff, register)).under(agency.id(), null);
  }

  /** A line a key, and the sums. */
  static List<String> lines(RegisterDiff diff) {
    List<String> lines = new ArrayList<>();
    for (RegisterChange change : diff.changes()) {
      lines.add(
          String.format(
              "%-8s %s%s",
              change.kind().name().toLowerCase(Locale.ROOT),
              change.key(),
              change.fields().isEmpty()
                  ? ""
                  : "  " + String.join(", ", new TreeSet<>(change.fields()))));
    }
    lines.add(
        String.format(
            "%,d added, %,d changed, %,d ended, %,d unchanged.",
            diff.count(RegisterChange.Kind.ADDED),
            diff.count(RegisterChange.Kind.CHANGED),
            diff.count(RegisterChange.Kind.ENDED),
            diff.unchanged()));
    return lines;
  }
}
