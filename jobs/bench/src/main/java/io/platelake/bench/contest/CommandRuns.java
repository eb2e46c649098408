package io.platelake.bench.contest;

import io.platelake.app.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Runs commands as a person would, in this process. */
public final class CommandRuns {
  private CommandRuns() {}

  public static void run(SparkSession spark, Path lake, String asOf, String... command) {
    int code = code(spark, lake, asOf, command);
    if (code != 0) {
      throw new IllegalStateException(command[0] + " ended with " + code);
    }
  }

  /** The same where a finding, as of a list that is due, is no failure. */
  public static void runAnyway(SparkSession spark, Path lake, String asOf, String... command) {
    int code = code(spark, lake, asOf, command);
    if (code != 0 && code != 4) {
      throw new IllegalStateException(command[0] + " ended with " + code);
    }
  }

  private static int code(SparkSession spark, Path lake, String asOf, String... command) {
    List<String> args = new ArrayList<>(List.of("--lake", lake.toString(), "--as-of", asOf));
    args.addAll(List.of(command));
    return Main.run(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        spark,
        args.toArray(String[]::new));
  }

  /** A new lake with the cameras and places of generated input. */
  public static void newLake(SparkSession spark, Path lake, Path input, Path policy) {
    String at = "2026-05-20T00:00:00Z";
    run(spark, lake, at, "init", "--agency", "city-2", "--policy", policy.toString());
    run(
        spark,
        lake,
        at,
        "cameras",
        "load",
        "--agency",
        "city-2",
        input.resolve("cameras.csv").toString());
    run(
        spark,
        lake,
        at,
        "zones",
        "load",
        "--agency",
        "city-2",
        input.resolve("zones.geojson").toString());
  }
}
