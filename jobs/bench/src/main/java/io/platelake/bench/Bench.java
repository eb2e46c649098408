package io.platelake.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.platelake.lake.SparkSessions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=land|match READS=n}: runs the work and its peer in turn, three times after
 * a first one that warms up, prints them side by side and writes {@code bench.json}.
 */
public final class Bench {
  private static final int RUNS = 3;

  private Bench() {}

  /** Takes work, reads, the policy file and where to write {@code bench.json}. */
  public static void main(String[] args) throws IOException {
    long reads = Long.parseLong(args[1]);
    LandContest land = new LandContest(Path.of(args[2]));
    List<Contest> contests =
        switch (args[0]) {
          case "land" -> List.of(land);
          case "match" -> List.of(new MatchContest(land));
          case "all" -> List.of(land, new MatchContest(new LandContest(Path.of(args[2]))));
          default -> throw new IllegalArgumentException("WORK is land, match or all");
        };
    PrintStream out = System.out;
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    System.setErr(new PrintStream(PrintStream.nullOutputStream()));
    SparkSession spark = SparkSessions.start("bench", new Properties());
    List<Result> results = new ArrayList<>();
    out.printf(
        "%-8s %12s %-28s %9s %9s %7s%n", "work", "reads", "peer", "ours s", "peer s", "ratio");
    for (Contest contest : contests) {
      Result r = measured(spark, contest, reads);
      results.add(r);
      out.printf(
          "%-8s %,12d %-28s %9.1f %9.1f %7.2f%n",
          r.work(), r.reads(), r.peer(), r.oursSeconds(), r.peerSeconds(), r.ratio());
    }
    Path file = Path.of(args[3]);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), results);
    out.println("Written to " + file);
    spark.stop();
  }

  private static Result measured(SparkSession spark, Contest contest, long reads)
      throws IOException {
    Path folder = Files.createTempDirectory("platelake-bench");
    try {
      long size = contest.prepare(spark, folder, reads);
      Result worst = null;
      for (int run = 0; run <= RUNS; run++) {
        Path at = Files.createDirectories(folder.resolve("run-" + run));
        if (contest instanceof LandContest landing) {
          landing.open(spark, at);
        }
        double ours = seconds(() -> contest.ours(spark, at));
        double peer = seconds(() -> contest.peer(spark, at));
        Result result =
            new Result(
                contest.work(),
                reads,
                size,
                contest.peer(),
                ours,
                peer,
                ours / peer,
                peakRssMb(),
                RUNS);
        // The first run warms both up and does not count.
        if (run > 0 && (worst == null || result.ratio() > worst.ratio())) {
          worst = result;
        }
      }
      return worst;
    } finally {
      delete(folder);
    }
  }

  /** Something that is timed. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static long peakRssMb() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
