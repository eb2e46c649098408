package io.platelake.app.land;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.Inbox;
import io.platelake.core.access.Permission;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake feed land}. */
@Command(
    name = "land",
    description =
        "Land what waits for all feeds of a folder, in one start. A feed that is broken or refused"
            + " is named, and holds up no other.")
@CommandContract(
    needs = Permission.OPERATE,
    result = FeedLandResult.class,
    example = "feed land --feeds feeds --inbox inbox",
    failed = "a feed failed, or a file changed during landing; run it again",
    finding = "a feed is broken or refused, has an unusual share, or its files hold no read")
public final class FeedLandCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--feeds",
      required = true,
      paramLabel = "FOLDER",
      description = "Definitions of feeds, one YAML file each.")
  private Path feeds;

  @Option(
      names = "--inbox",
      required = true,
      paramLabel = "FOLDER",
      description = "For each feed a folder of its name, with the raw files that wait.")
  private Path inbox;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> waiting(), FeedLandCommand::run);
  }

  private List<Inbox.Place> waiting() {
    return new Inbox(inbox).feeds(feeds).stream().filter(feed -> !feed.files().isEmpty()).toList();
  }

  private static JobResult run(JobContext job, List<Inbox.Place> waiting) {
    return JobResult.of(
        FeedLandResult.of(new FeedsLanding(job, waiting, job.standing()::requireAgency).run()));
  }
}
