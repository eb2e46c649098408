package io.platelake.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One run of a command that needs neither a lake nor Spark, in this process.
 *
 * @param code exit code
 */
record OfflineRun(int code, String out, String err) {

  /** Runs exactly these arguments; one that asks for Spark would start it. */
  static OfflineRun of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = Main.runOffline(new PrintStream(out, true, StandardCharsets.UTF_8), args);
      return new OfflineRun(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  /** Both streams, for messages and to look for what must be in neither. */
  String all() {
    return out + err;
  }
}
