package io.platelake.app.job;

import io.platelake.app.job.option.GlobalOptions;
import io.platelake.lake.session.SparkSessions;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command. Its subcommands are listed in {@code Commands}. */
@Command(
    name = "platelake",
    description = "Lands, matches, fences, forgets and reports licence plate reads, and proves it.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    versionProvider = ProductVersion.class,
    mixinStandardHelpOptions = false)
public final class Platelake implements Runnable {
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Spec private CommandSpec spec;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  private final PrintStream out;
  private final boolean ownsProcess;
  private SparkSession spark;

  /**
   * @param out standard output, which carries the result and nothing else
   */
  public Platelake(PrintStream out) {
    this(out, true);
  }

  private Platelake(PrintStream out, boolean ownsProcess) {
    this.out = Objects.requireNonNull(out, "out");
    this.ownsProcess = ownsProcess;
  }

  /** Within another process: jobs share this session instead of starting one. */
  public Platelake(PrintStream out, SparkSession spark) {
    this(out, false);
    this.spark = spark;
  }

  public GlobalOptions options() {
    return options;
  }

  /** Spark settings of {@code --conf}. */
  public Properties sparkSettings() {
    return options.sparkSettings();
  }

  public PrintStream out() {
    return out;
  }

  /** Whether the process runs this command only, so that a terminal is its own. */
  boolean ownsProcess() {
    return ownsProcess;
  }

  SparkSession spark(String job, Properties settings) {
    if (spark == null) {
      spark = SparkSessions.start(job, settings);
    }
    return spark;
  }

  @Override
  public void run() {
    JobRunner.usage(spec);
  }
}
