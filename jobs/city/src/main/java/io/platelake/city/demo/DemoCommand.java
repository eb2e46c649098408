package io.platelake.city.demo;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.Platelake;
import io.platelake.app.job.terminal.Progress;
import io.platelake.city.generate.Generator;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.core.BadInput;
import io.platelake.lake.session.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code platelake demo}: a made-up month of a made-up city through every job, under the Washington
 * policy. The clock is moved by {@code --as-of}, so a purge really happens.
 */
@Command(
    name = "demo",
    description = "A made-up month through every job, to a report page and a purge certificate.")
@CommandContract(example = "demo --out demo --reads 20000")
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Folder to write to, new or empty (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--reads",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Reads of the month (default: ${DEFAULT-VALUE}).")
  private long reads;

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) throws IOException {
    if (Files.exists(out) && (!Files.isDirectory(out) || !isEmpty(out))) {
      throw new BadInput(
          "--out " + out, "it is not an empty folder", "Name a new one, or empty it.");
    }
    if (reads < 1000) {
      throw new BadInput("--reads", "too few to see anything", "Give at least 1000.");
    }
    Path folder = Files.createDirectories(out).toRealPath();
    Path files = folder.resolve("input");
    progress.say("making up a month of " + reads + " reads");
    GeneratorOptions options = DemoMonth.options(reads);
    Generator.run(options, files);
    Platelake root = (Platelake) spec.root().userObject();
    SparkSession spark = SparkSessions.start("demo", root.sparkSettings());
    DemoMonth month = new DemoMonth(options, folder, spark, progress);
    Map<String, Path> made = month.run();
    Map<String, Object> details = new LinkedHashMap<>();
    made.forEach((what, path) -> details.put(what, path.toString()));
    return JobResult.done(month.counts())
        .under(DemoMonth.AGENCY, null)
        .with(details)
        .saying(DemoSummary.lines(month.counts(), made));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.findAny().isEmpty();
    }
  }
}
