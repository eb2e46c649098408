package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.alert.Suppressions.Ruling;
import io.platelake.core.access.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake hits suppressed}. */
@Command(name = "suppressed", description = "List the false matches that are ruled out.")
@CommandContract(
    needs = Permission.LOOK,
    result = HitsSuppressedCommand.SuppressedResult.class,
    example = "hits suppressed --agency city-2")
public final class HitsSuppressedCommand implements Callable<Integer> {
  private static final String LINE = "%-16s %-20s %-20s %-12s %-10s %-12s %s";

  @Spec private CommandSpec spec;

  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Whose hits.")
  private String agency;

  /** What a run gives. */
  record SuppressedResult(long suppressions, long standing, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    job.standing().requireAgency(agency);
    List<Ruling> rulings = Suppressions.rulings(job.lake(), agency);
    List<String> lines = new ArrayList<>();
    lines.add(line("suppression", "hit", "list", "until", "state", "by", "reason"));
    for (Ruling r : rulings) {
      lines.add(
          line(r.id(), r.hitId(), r.list(), r.expires(), state(job, r), r.principal(), r.reason()));
    }
    long standing = rulings.stream().filter(r -> r.standsAt(job.asOf())).count();
    return JobResult.of(new SuppressedResult(rulings.size(), standing, lines));
  }

  private static String state(JobContext job, Ruling r) {
    return r.withdrawnAt().isPresent() ? "withdrawn" : r.standsAt(job.asOf()) ? "stands" : "ended";
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, LINE, cells).stripTrailing();
  }
}
