package io.platelake.app.job;

import io.platelake.app.job.option.GlobalOptions;
import io.platelake.lake.session.SparkSessions;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
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
  private CommandRunner commands;
  private String runId;

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

  /** Runs other commands in this process. */
  @FunctionalInterface
  public interface CommandRunner {
    /**
     * @param root says where the result goes, and which session and run id it has
     * @return exit code
     */
    int run(Platelake root, String... args);
  }

  /**
   * @param commands what {@link #runs} runs
   */
  public Platelake with(CommandRunner commands) {
    this.commands = commands;
    return this;
  }

  /**
   * Runs another command with the session of this one, for a job that is made of commands.
   *
   * @param result where its result goes
   * @param runId of its run record
   * @return exit code
   */
  public int runs(PrintStream result, String runId, String... args) {
    Platelake other = new Platelake(result, spark("platelake", options.sparkSettings()));
    other.runId = runId;
    return commands.run(other, args);
  }

  /** Id of the run: given by the job that runs it, or random. */
  String runId() {
    return runId == null ? UUID.randomUUID().toString() : runId;
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
