package io.platelake.app.night;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.Platelake;
import io.platelake.app.job.option.Inbox;
import io.platelake.core.access.Permission;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake night}. */
@Command(
    name = "night",
    description =
        "Run a whole night in one process: load lists, land every feed, match, count, purge and"
            + " prove. A step that fails holds up no other feed. Start it again with the same --as-of,"
            + " and it goes on with what is not done.")
@CommandContract(
    needs = {Permission.OPERATE, Permission.PURGE},
    result = NightResult.class,
    example = "night --feeds feeds --inbox inbox --as-of 2026-06-03T01:15:00Z",
    failed = "a step failed twice; run it again with the same --as-of",
    finding = "a step found something or was refused, or no read landed")
public final class NightCommand implements Callable<Integer> {
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
      description = "For each feed and list a folder of its name, with the files that wait.")
  private Path inbox;

  @Option(
      names = "--hotlists",
      paramLabel = "FOLDER",
      description =
          "Definitions of hot lists, one YAML file each. The name of a list file says when its"
              + " source made it: stolen-20260601T000000Z.csv. The newest is loaded.")
  private Path hotlists;

  @Option(
      names = "--first-day",
      paramLabel = "DATE",
      description =
          "UTC day from which to match and count again, after an outage (default: two late days).")
  private LocalDate firstDay;

  @Option(names = "--no-purge", description = "Leave the purge to another run.")
  private boolean noPurge;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> folders(), this::run);
  }

  private NightFolders folders() {
    NightFolders folders = new NightFolders(feeds, Optional.ofNullable(hotlists), new Inbox(inbox));
    // Every mistake of the folders is told before anything is done.
    folders.landing();
    folders.loads();
    return folders;
  }

  private JobResult run(JobContext job, NightFolders folders) {
    NightWindow window = NightWindow.of(job.asOf(), Optional.ofNullable(firstDay));
    StepRunner steps = new StepRunner((Platelake) spec.root().userObject(), job);
    return JobResult.of(
        new Night(folders, window, !noPurge, steps::run, job.progress()).run(job.asOf()));
  }
}
