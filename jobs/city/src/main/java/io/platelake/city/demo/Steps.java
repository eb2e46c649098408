package io.platelake.city.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.cli.Main;
import io.platelake.app.job.terminal.Progress;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Runs commands as a person would, in one process, and keeps their run records. */
final class Steps {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final String lake;
  private final Progress progress;

  Steps(SparkSession spark, String lake, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.progress = progress;
  }

  /** Runs a command that must end with 0. */
  JsonNode run(Instant asOf, String principal, String... command) throws IOException {
    return run(Set.of(0), asOf, principal, command);
  }

  /**
   * Runs a command.
   *
   * @param expected exit codes that are fine here
   * @return its run record
   */
  JsonNode run(Set<Integer> expected, Instant asOf, String principal, String... command)
      throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--lake", lake, "--as-of", asOf.toString(), "--principal", principal, "--json"));
    args.addAll(List.of(command));
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    PrintStream errors = System.err;
    int code;
    try (PrintStream out = new PrintStream(captured, true, StandardCharsets.UTF_8)) {
      System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
      code = Main.run(out, spark, args.toArray(String[]::new));
    } finally {
      System.setErr(errors);
    }
    JsonNode record = JSON.readTree(captured.toString(StandardCharsets.UTF_8));
    if (!expected.contains(code)) {
      throw failure(record, code);
    }
    progress.say(line(asOf, record, code));
    return record;
  }

  /** The step's own end and message become those of the demo. */
  private static RuntimeException failure(JsonNode record, int code) {
    String what = "Step " + record.path("job").asText() + " ended with " + code;
    String why = record.path("message").asText("see what it found").replaceFirst("\\.$", "");
    String remedy = "Run the step by hand on the lake it left.";
    return switch (code) {
      case 2 -> new BadInput(what, why, remedy);
      case 1 -> new IllegalStateException(what + ": " + why);
      default -> new Refusal(what, why, remedy);
    };
  }

  private static String line(Instant asOf, JsonNode record, int code) {
    StringBuilder line =
        new StringBuilder(
            String.format(
                "%-17s %-15s", asOf.toString().substring(0, 16), record.path("job").asText()));
    for (Map.Entry<String, JsonNode> count : record.path("counts").properties()) {
      if (count.getValue().asLong() != 0) {
        line.append(
            String.format(Locale.ROOT, " %s %,d ", count.getKey(), count.getValue().asLong()));
      }
    }
    return line + (code == 4 ? " (finding)" : code == 3 ? " refused, as it should be" : "");
  }
}
