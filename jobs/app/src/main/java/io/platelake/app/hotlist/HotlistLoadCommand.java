package io.platelake.app.hotlist;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.job.option.InputFiles;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import io.platelake.core.hotlist.layout.ListDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist load}. */
@Command(
    name = "load",
    description =
        "Load a snapshot of a hot list; refused unless it is an update the policy allows.")
@CommandContract(
    needs = Permission.OPERATE,
    result = HotlistLoad.LoadResult.class,
    example = "hotlist load --list stolen.yaml --source-time 2026-06-30T00:00:00Z stolen.csv",
    refused =
        "the list or this update of it is not what the policy allows; the snapshot before stays")
public final class HotlistLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--list",
      required = true,
      paramLabel = "LIST.yaml",
      description = "Definition: id, agency, purpose, source and layout of the list.")
  private Path definition;

  @Option(
      names = "--source-time",
      required = true,
      paramLabel = "INSTANT",
      description =
          "When the source made the file, not when it was fetched; the age counts from it.")
  private String sourceTime;

  @Parameters(paramLabel = "FILE", description = "The list, in the layout of its definition.")
  private Path file;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> offer(), this::run);
  }

  private HotlistLoad.Offer offer() {
    // Tables keep microseconds; a finer instant would not equal itself when it is read back.
    Instant source =
        GlobalOptions.instant("--source-time", sourceTime).truncatedTo(ChronoUnit.MICROS);
    String text = InputFiles.text(definition);
    ListDefinition list = ListDefinition.read(text, definition.toString());
    Ids.check(definition + ", id", list.id());
    Ids.check(definition + ", agency", list.agency());
    Ids.check(definition + ", owner", list.owner());
    new ListFile(file).requireThere();
    return new HotlistLoad.Offer(list, text, source, file);
  }

  private JobResult run(JobContext job, HotlistLoad.Offer offer) {
    job.standing().requireAgency(offer.list().agency());
    return HotlistLoad.run(job, offer);
  }
}
