package io.platelake.city.chaos;

import io.platelake.app.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line in a process of its own, which is killed as {@code kill -9} does: no shutdown
 * hook, no finally.
 *
 * @param lines what it said on standard error until then
 * @param code exit code; 137 when it was killed
 */
record Killed(List<String> lines, int code) {

  /** Whether the last it said was this; a run that ended within the delay was at its last step. */
  boolean at(String said) {
    return !lines.isEmpty() && lines.get(lines.size() - 1).contains(said);
  }

  /** Lets it run to its end. */
  static Killed never(String... args) {
    return run("", Duration.ZERO, args);
  }

  /** Kills it some time after it says a line with this text; lets it end if it never does. */
  static Killed after(String said, Duration delay, String... args) {
    return run(said, delay, args);
  }

  private static Killed run(String said, Duration delay, String... args) {
    List<String> lines = new ArrayList<>();
    Process process = start(args);
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        lines.add(line);
        if (!said.isEmpty() && line.contains(said)) {
          boolean ended = process.waitFor(delay.toMillis(), TimeUnit.MILLISECONDS);
          process.destroyForcibly();
          return new Killed(lines, ended ? process.exitValue() : process.waitFor());
        }
      }
      return new Killed(lines, process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A process whose errors can be read, and whose output nobody reads. */
  static Process start(String... args) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      Path options =
          Path.of(System.getProperty("basedir", "."), "../../deploy/local/jvm.options").normalize();
      Files.readAllLines(options).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(command::add);
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-cp");
      command.add(
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
      command.add(Main.class.getName());
      command.addAll(List.of(args));
      return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
