package io.platelake.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.cli.Main;
import io.platelake.app.job.PinnedKeys;
import io.platelake.lake.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the command line in this process. Whatever a test runs with {@code --json}, the keys
 * of the record are checked against those that are pinned.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error, without what Spark logs
 */
public record CliRun(int code, String out, String err) {

  /** Runs a command on a lake at an instant. */
  public static CliRun at(Path lake, String asOf, String... command) {
    return by("tester", lake, asOf, command);
  }

  /** Runs a command as somebody. */
  public static CliRun by(String principal, Path lake, String asOf, String... command) {
    List<String> args =
        new ArrayList<>(
            List.of("--lake", lake.toString(), "--as-of", asOf, "--principal", principal));
    args.addAll(List.of(command));
    return of(args.toArray(String[]::new));
  }

  /** Runs exactly these arguments. */
  public static CliRun of(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    return of(err, new PrintStream(err, true, StandardCharsets.UTF_8), args);
  }

  /**
   * Runs exactly these arguments; when the command says what it is about to do, other things happen
   * first, once.
   *
   * @param step beginning of what it says
   */
  public static CliRun pausing(String step, Runnable meanwhile, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream pausing =
        new PrintStream(err, true, StandardCharsets.UTF_8) {
          private boolean done;

          @Override
          public void println(String line) {
            super.println(line);
            if (!done && line.contains(": " + step)) {
              done = true;
              meanwhile.run();
            }
          }
        };
    return of(err, pausing, args);
  }

  private static CliRun of(ByteArrayOutputStream err, PrintStream stream, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(stream);
    try {
      int code =
          Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), TestSpark.session(), args);
      CliRun run =
          new CliRun(
              code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
      if (List.of(args).contains("--json")) {
        PinnedKeys.check(run.record());
      }
      return run;
    } finally {
      System.setErr(before);
    }
  }

  /** The run record, of a run with {@code --json}. */
  public JsonNode record() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not one JSON object: " + out, e);
    }
  }

  /** Both streams, for messages and to look for what must be in neither. */
  public String all() {
    return out + err;
  }
}
