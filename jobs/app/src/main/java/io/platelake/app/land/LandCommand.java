package io.platelake.app.land;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import io.platelake.core.feed.FeedDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake land}. */
@Command(
    name = "land",
    description = "Land raw files of one feed, each event once, every record accounted for.")
@CommandContract(
    needs = Permission.OPERATE,
    result = LandResult.class,
    example = "land --feed north.yaml inbox/north",
    failed =
        "a file changed during landing, another run lands the feed, or it failed; run it again",
    refused = "no policy in force, a purpose it does not name, or a file of a broken batch is gone",
    finding =
        "all is accounted for, and an unusual share was quarantined, refused or repeated, or no"
            + " read is in the files")
public final class LandCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "FILE",
      description = "Feed definition: adapter, agency, purpose, cameras, time zone.")
  private Path feedFile;

  @Option(
      names = "--batch-bytes",
      paramLabel = "N",
      description =
          "Bytes of raw text that land in one commit (default: as much as fits into memory).")
  private Long batchBytes;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Raw files, or folders of them.")
  private List<String> paths;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> feed(), this::run);
  }

  private FeedDefinition feed() {
    if (batchBytes != null && batchBytes < 1) {
      throw new BadInput("--batch-bytes", "it is no number above zero", "Write 4000000000.");
    }
    FeedDefinition defined = FeedDefinition.read(InputFiles.text(feedFile), feedFile.toString());
    Ids.checkFeed("Feed file " + feedFile + ", id", defined.id());
    RawPaths.requireThere(paths);
    return defined;
  }

  private JobResult run(JobContext job, FeedDefinition defined) throws IOException {
    job.standing().requireAgency(defined.agency());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), defined.agency(), job.asOf());
    // Refused here when the policy does not know the purpose.
    boolean images = policy.policy().purpose(defined.purpose()).keepsImages();
    FeedDefinition feed = images ? defined : defined.withoutImages();
    LandJob.Outcome outcome =
        LandJob.run(job, feed, policy, paths, Map.of(), Optional.ofNullable(batchBytes));
    return JobResult.of(LandResult.of(feed, outcome)).under(feed.agency(), policy.version());
  }
}
