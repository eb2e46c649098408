package io.platelake.app.job;

import io.platelake.app.job.option.AuditLakeOption;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.job.option.LakeFolder;
import io.platelake.app.job.terminal.FittedLines;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.job.terminal.ProgressBar;
import io.platelake.app.job.terminal.Terminal;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs one job on a lake. Opens the lake, writes the run record to the ledger, prints the record or
 * the lines for people, and turns the end into an exit code.
 */
public final class JobRunner {

  /** What a command does with the lake. */
  @FunctionalInterface
  public interface Job {
    JobResult run(JobContext context) throws Exception;
  }

  /**
   * Reads the files of a command before Spark starts and before the lake is looked for. So a
   * mistake in a file costs no more than reading it.
   */
  @FunctionalInterface
  public interface Input<T> {
    /**
     * @param asOf now of the run, UTC
     */
    T read(Instant asOf) throws Exception;
  }

  /** What a command does with the lake and its files. */
  @FunctionalInterface
  public interface JobOf<T> {
    JobResult run(JobContext context, T input) throws Exception;
  }

  /** What a command does without a lake. */
  @FunctionalInterface
  public interface Offline {
    JobResult run(Progress progress) throws Exception;
  }

  /** A purge closes dates once a night, so more than one start again is unusual. */
  private static final int MOST_ATTEMPTS = 3;

  private static final String REFUSED_NAME = "(refused)";

  /** Knows the registers, which ledgers hold and this ground does not. */
  private static final Gate GATE = ServiceLoader.load(Gate.class).findFirst().orElseThrow();

  private final Platelake root;
  private final String name;
  private final CommandSpec spec;
  private final String runId;
  private OptionalInt terminal;

  /** Who runs it, for record and ledger; they do not say a name that was refused or not checked. */
  private String principal;

  private Standing standing;

  /** Whether the principal has been let in; before, every command can be refused. */
  private boolean admitted;

  private final long started = System.nanoTime();

  private JobRunner(CommandSpec spec) {
    this((Platelake) spec.root().userObject(), spec);
  }

  private JobRunner(Platelake root, CommandSpec spec) {
    this.root = root;
    this.runId = root.runId();
    this.spec = spec;
    String below = spec.qualifiedName(" ").substring(spec.root().name().length()).trim();
    this.name = below.isEmpty() ? spec.root().name() : below;
    this.principal = root.options().principal();
    this.standing = Standing.stated(principal);
  }

  /** Runs a job on an existing lake. */
  public static int onLake(CommandSpec spec, Job job) {
    return new JobRunner(spec).lakeJob(job, true);
  }

  /** Runs a job on an existing lake, which may be one of an earlier release. */
  public static int onOldLake(CommandSpec spec, Job job) {
    return new JobRunner(spec)
        .lakeJob(
            context -> {
              LakeFolder.checkOld(context.lake().root().toString(), context.lake().missing());
              return job.run(context);
            },
            false);
  }

  /** Runs a job on an existing lake, with files that are read first. */
  public static <T> int onLake(CommandSpec spec, Input<T> input, JobOf<T> job) {
    return new JobRunner(spec).lakeJob(input, job, true);
  }

  /** Runs a command that reads files and needs no tables, so starts no Spark. */
  public static <T> int offline(CommandSpec spec, Input<T> input, Function<T, JobResult> result) {
    JobRunner runner = new JobRunner(spec);
    return offline(spec, progress -> result.apply(input.read(runner.root.options().now())));
  }

  /** Runs a job that may have to create the lake, with files that are read first. */
  public static <T> int onNewLake(CommandSpec spec, Input<T> input, JobOf<T> job) {
    return new JobRunner(spec).lakeJob(input, job, false);
  }

  /** Runs a command that needs no tables, so starts no Spark. */
  public static int offline(CommandSpec spec, Offline job) {
    JobRunner runner = new JobRunner(spec);
    try {
      JobResult result = job.run(runner.progress());
      return runner.end(runner.record(null, result), result.lines());
    } catch (Exception e) {
      return runner.end(runner.failure(null, e), List.of());
    }
  }

  /** Prints the record of a run whose arguments could not be understood. */
  public static void unparsed(Platelake root, CommandSpec spec, String why) {
    JobRunner runner = new JobRunner(root, spec);
    String message = why + " See: " + spec.qualifiedName(" ") + " --help";
    root.out()
        .println(
            runner
                .record(null, RunOutcome.USAGE, message, null, null, Map.of(), Map.of())
                .toJson());
  }

  private <T> int lakeJob(Input<T> input, JobOf<T> job, boolean mustExist) {
    T read;
    try {
      read = input.read(root.options().now());
    } catch (Exception e) {
      return end(failure(null, e), List.of());
    }
    return lakeJob(context -> job.run(context, read), mustExist);
  }

  private int lakeJob(Job job, boolean mustExist) {
    RunRecord record;
    List<String> lines = List.of();
    String uri = null;
    try {
      GlobalOptions options = root.options();
      options.now();
      uri = options.lake();
      Contracts contracts = Contracts.load();
      if (mustExist) {
        LakeFolder.check(uri);
      }
      progress().say("starting Spark");
      SparkSession spark = root.spark(name, options.sparkSettings());
      AuditLakeOption.settle(spark, uri, options.auditLake(), !mustExist);
      Lake lake = Lake.at(spark, uri, contracts);
      if (mustExist) {
        LakeFolder.check(uri, lake.missing());
      }
      try {
        if (Collections.disjoint(lake.missing(), FreeText.LOOKED_AT)) {
          checkPrincipal(lake);
        }
        admitted = true;
        JobResult result = started(job, spark, uri, contracts);
        record = record(uri, result);
        lines = result.lines();
      } catch (Exception e) {
        record = failure(uri, e);
      }
      if (lake.exists()) {
        ledger(lake, record);
      }
    } catch (Exception e) {
      record = failure(uri, e);
    } catch (FSError e) {
      // Of a full disk Hadoop makes an error, which is a failure like others.
      record = failure(uri, new IllegalStateException(e));
    }
    return end(record, lines);
  }

  private void checkPrincipal(Lake lake) {
    String given = principal;
    principal = REFUSED_NAME;
    FreeText.refusePrincipal(lake, given);
    if (!lake.missing().contains(Table.REGISTERS.folder())) {
      GlobalOptions options = root.options();
      Claim claim =
          new Claim(
              options.named(),
              options.osUser(),
              options.token(),
              System.getenv("AIRFLOW_CTX_DAG_ID") != null,
              options.clock());
      standing = GATE.identify(lake, claim, options.now());
    }
    principal = standing.account();
    CommandContract contract = CommandPromises.of(spec);
    if (!contract.logged()) {
      standing.require(Set.of(contract.needs()));
    }
  }

  /** Runs a job, and again from its start where a purge has closed dates meanwhile. */
  private JobResult started(Job job, SparkSession spark, String uri, Contracts contracts)
      throws Exception {
    GlobalOptions options = root.options();
    for (int attempt = 1; ; attempt++) {
      // A lake of its own for each attempt: it remembers which dates were closed.
      Lake lake = Lake.at(spark, uri, contracts);
      try {
        return job.run(
            new JobContext(lake, options.now(), standing, runId, progress(), options::clock));
      } catch (Exception e) {
        // Of a job that a purge overtakes, a commit is refused, or its files are gone.
        if (attempt == MOST_ATTEMPTS
            || ExitCodes.of(e) != RunOutcome.FAILED
            || !isOvertaken(lake, e)) {
          throw e;
        }
        progress().say("a purge has closed dates meanwhile; starting again");
      }
    }
  }

  /** A store that is down must not hide what failed first. */
  private static boolean isOvertaken(Lake lake, Exception first) {
    try {
      return lake.isOvertaken();
    } catch (RuntimeException e) {
      first.addSuppressed(e);
      return false;
    }
  }

  private void ledger(Lake lake, RunRecord r) {
    lake.append(
        Table.JOB_RUNS,
        List.of(
            RowFactory.create(
                r.runId(),
                r.job(),
                Timestamp.from(root.options().now()),
                r.agency(),
                r.principal(),
                r.policyVersion(),
                r.outcome(),
                r.exitCode(),
                scala.jdk.javaapi.CollectionConverters.asScala(r.counts()),
                r.ledgerJson(),
                r.durationMs(),
                principal.equals(REFUSED_NAME) ? null : standing.attestedBy())),
        new CommitKey("run:" + runId, 0));
  }

  private boolean isPromised(RunOutcome outcome) {
    return CommandPromises.ends(spec).containsKey(outcome);
  }

  private RunRecord record(String lake, JobResult result) {
    assert isPromised(result.outcome()) : name + " does not promise " + result.outcome();
    return record(
        lake,
        result.outcome(),
        null,
        result.agency(),
        result.policyVersion(),
        result.counts(),
        result.details());
  }

  private RunRecord failure(String lake, Exception e) {
    RunOutcome outcome = ExitCodes.of(e);
    assert isPromised(outcome) || ExitCodes.isViolation(e) || !admitted
        : name + " does not promise " + outcome;
    if (root.options().verbose) {
      e.printStackTrace(System.err);
    }
    return record(lake, outcome, ExitCodes.message(e), null, null, Map.of(), Map.of());
  }

  private RunRecord record(
      String lake,
      RunOutcome outcome,
      String message,
      String agency,
      String policyVersion,
      Map<String, Long> counts,
      Map<String, Object> details) {
    long ms = (System.nanoTime() - started) / 1_000_000;
    String asOf = outcome == RunOutcome.USAGE ? null : root.options().now().toString();
    return new RunRecord(
        name,
        runId,
        asOf,
        lake,
        principal,
        agency,
        policyVersion,
        outcome.label(),
        outcome.exitCode(),
        message,
        counts,
        details,
        ms);
  }

  private int end(RunRecord record, List<String> lines) {
    progress().end();
    if (record.message() != null) {
      root.tell("platelake " + name + ": " + record.message());
    }
    if (root.options().json) {
      root.out().println(record.toJson());
    } else if (!root.options().quiet) {
      (terminal().isEmpty() ? lines : FittedLines.of(lines, terminal().getAsInt()))
          .forEach(root.out()::println);
      if (lines.isEmpty() && record.message() == null) {
        record.counts().forEach((k, v) -> root.out().printf("%-28s %,12d%n", k, v));
      }
    }
    root.out().flush();
    return record.exitCode();
  }

  private Progress progress() {
    if (root.options().quiet) {
      return Progress.silent();
    }
    return root.options().json || terminal().isEmpty()
        ? Progress.to(System.err, name)
        : new ProgressBar(System.err, name, terminal().getAsInt());
  }

  /** Asked once, and only by a command that shows something. */
  private OptionalInt terminal() {
    if (terminal == null) {
      terminal = root.ownsProcess() ? Terminal.width() : OptionalInt.empty();
    }
    return terminal;
  }

  /** For commands that print usage themselves. */
  public static int usage(CommandSpec spec) {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
