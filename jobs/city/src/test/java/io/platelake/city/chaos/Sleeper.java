package io.platelake.city.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The command line in a process of its own, which is stopped at once and goes on later. */
final class Sleeper implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader = new Thread(this::read);

  private Sleeper(Process process) {
    this.process = process;
    reader.setDaemon(true);
    reader.start();
  }

  static Sleeper start(String... args) {
    return new Sleeper(Killed.start(args));
  }

  private void read() {
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      err.lines().forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it as soon as something is so, which is looked at all the time. */
  void stopWhen(BooleanSupplier so) {
    while (!so.getAsBoolean()) {
      assertTrue(process.isAlive(), this::said);
      Thread.onSpinWait();
    }
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  /** Waits for its end. */
  int end() {
    try {
      int code = process.waitFor();
      reader.join();
      return code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it, also while it is stopped. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** What it said so far. */
  String said() {
    return String.join("\n", lines);
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      assertEquals(0, kill.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
