package io.platelake.app.job;

import io.platelake.app.job.option.GlobalOptions;
import io.platelake.lake.session.SparkSessions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
  private final List<String> told = new ArrayList<>();
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

  /** Tells a person something that is no part of the result, on standard error. */
  public void tell(String line) {
    System.err.println(line);
    told.add(line);
  }

  /** What {@link #tell} was given. */
  public List<String> told() {
    return List.copyOf(told);
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
