package io.platelake.app.hotlist;

import io.platelake.app.cli.JobContext;
import io.platelake.app.cli.JobResult;
import io.platelake.app.cli.JobRunner;
import io.platelake.app.policy.PolicyLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist status}. */
@Command(
    name = "status",
    description = "Show how fresh every hot list is; exit code 4 when one is too old to be used.")
public final class HotlistStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, HotlistStatusCommand::run);
  }

  private static JobResult run(JobContext job) {
    List<Standing> standings =
        Standing.all(job.lake(), PolicyLedger.all(job.lake(), job.asOf()), job.asOf());
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("lists", (long) standings.size());
    counts.put("lists_in_force", count(standings, Standing.Use.IN_FORCE));
    counts.put("lists_stale", count(standings, Standing.Use.STALE));
    JobResult result =
        JobResult.done(counts)
            .with(Map.of("lists", StandingTable.values(standings)))
            .saying(StandingTable.lines(standings));
    return counts.get("lists_stale") > 0 ? result.finding() : result;
  }

  private static long count(List<Standing> standings, Standing.Use use) {
    return standings.stream().filter(s -> s.is(use)).count();
  }
}
