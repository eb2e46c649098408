package io.platelake.app.share;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake share list}. */
@Command(name = "list", description = "List requests: when each came, who decides, how far it is.")
@CommandContract(result = ShareListCommand.ShareListResult.class, example = "share list")
public final class ShareListCommand implements Callable<Integer> {
  private static final String LINE = "%-20s %-12s %-10s %-20s %-21s %-21s %-18s %s";

  @Spec private CommandSpec spec;

  /** What a run gives. */
  record ShareListResult(long shares, long open, long fulfilled, long refused, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, ShareListCommand::run);
  }

  private static JobResult run(JobContext job) {
    List<Share> shares = ShareLedger.all(job.lake(), job.asOf());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            LINE,
            "share",
            "agency",
            "state",
            "basis",
            "received",
            "recorded",
            "decides",
            "recipient"));
    for (Share s : shares) {
      lines.add(
          String.format(
              LINE,
              s.request().id(),
              s.request().agency(),
              s.state().label(),
              s.request().basis(),
              s.request().receivedAt(),
              s.events().get(0).at(),
              s.routedTo().orElse("second person"),
              s.request().recipient()));
    }
    return JobResult.of(
        new ShareListResult(
            shares.size(),
            shares.stream().filter(Share::isOpen).count(),
            count(shares, Share.State.FULFILLED),
            count(shares, Share.State.REFUSED),
            lines));
  }

  private static long count(List<Share> shares, Share.State state) {
    return shares.stream().filter(share -> share.state() == state).count();
  }
}
