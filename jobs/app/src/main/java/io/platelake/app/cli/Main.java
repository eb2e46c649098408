package io.platelake.app.cli;

import io.platelake.app.job.ExitCodes;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.Platelake;
import io.platelake.app.job.RunOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.output.TeeOutputStream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of {@code bin/platelake}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out = System.out;
    // Delta prints to standard output; that belongs to the run record alone.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    if (Arrays.asList(args).contains("--verbose")) {
      System.setProperty("platelake.log.level", "warn");
    }
    int result = Arrays.asList(args).indexOf("--result") + 1;
    int code =
        result > 0 && result < args.length
            ? runTo(args[result], out, args)
            : run(new Platelake(out), args);
    out.flush();
    System.exit(code);
  }

  /** Runs a command, and writes how it ended to a file of a storage too. */
  private static int runTo(String uri, PrintStream out, String... args) {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    Platelake root =
        new Platelake(
            new PrintStream(new TeeOutputStream(out, copy), true, StandardCharsets.UTF_8));
    int code = run(root, args);
    try {
      new RunEnd(code, copy.toString(StandardCharsets.UTF_8), root.told()).write(uri);
      return code;
    } catch (IOException e) {
      System.err.println("platelake: --result " + uri + ": it cannot be written.");
      return RunOutcome.FAILED.exitCode();
    }
  }

  /** Runs a command in a process that already has Spark; for {@code demo} and tests. */
  public static int run(PrintStream out, SparkSession spark, String... args) {
    return run(new Platelake(out, spark), args);
  }

  /** Runs a command that needs no Spark. */
  static int runOffline(PrintStream out, String... args) {
    return run(new Platelake(out), args);
  }

  private static int run(Platelake root, String... args) {
    CommandLine line = Commands.of(root.with(Main::run));
    line.setOut(new java.io.PrintWriter(root.out(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, given) -> wrongUsage(root, e, given));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          root.tell("platelake: " + ExitCodes.message(e));
          if (root.options().verbose) {
            e.printStackTrace(System.err);
          }
          return ExitCodes.of(e).exitCode();
        });
    return line.execute(askingForHelp(line, args));
  }

  /** {@code help purge plan} is {@code purge plan --help}; what is no command stays an error. */
  private static String[] askingForHelp(CommandLine line, String... args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    List<String> asked = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    CommandLine command = line;
    for (String name : asked) {
      command = command == null ? null : command.getSubcommands().get(name);
    }
    if (command != null) {
      asked.add("--help");
    }
    return asked.toArray(String[]::new);
  }

  /** Says what is wrong in a line, without echoing the argument: it could be a plate. */
  private static int wrongUsage(Platelake root, ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName(" ");
    String why = UsageMessage.of(e, args);
    root.tell(name + ": " + why);
    if (e instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(
          unmatched, new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
    root.tell("See: " + name + " --help");
    // The options were not taken over, so the arguments are asked themselves.
    if (Arrays.asList(args).contains("--json")) {
      JobRunner.unparsed(root, command.getCommandSpec(), why);
    }
    return RunOutcome.USAGE.exitCode();
  }
}
