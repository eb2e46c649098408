package io.platelake.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.platelake.bench.contest.Contest;
import io.platelake.bench.contest.LandContest;
import io.platelake.bench.contest.MatchContest;
import io.platelake.bench.contest.Sizes;
import io.platelake.lake.session.SparkSessions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=land|match|retained|search|agencies|statewide|access|audit|quality|year
 * |ledgers READS=n} runs the work and its peers in turn. It runs each three times after a warm-up,
 * prints them side by side and writes {@code bench.json}.
 */
public final class Bench {
  private static final int RUNS = 3;
  private static final PrintStream OUT = System.out;

  private Bench() {}

  /** Takes work, reads, the policy file and where to write {@code bench.json}. */
  public static void main(String[] args) throws IOException {
    long reads = Long.parseLong(args[1]);
    Path policy = Path.of(args[2]);
    List<Contest> contests =
        switch (args[0]) {
          case "land" -> List.of(new LandContest(policy));
          case "match" ->
              List.of(
                  new MatchContest(new LandContest(policy), false),
                  new MatchContest(new LandContest(policy), true));
          case "all" ->
              List.of(
                  new LandContest(policy),
                  new MatchContest(new LandContest(policy), false),
                  new MatchContest(new LandContest(policy), true));
          case "quality",
              "retained",
              "search",
              "agencies",
              "statewide",
              "access",
              "audit",
              "year",
              "ledgers" ->
              List.of();
          default ->
              throw new IllegalArgumentException(
                  "WORK is land, match, retained, search, agencies, statewide, access, audit,"
                      + " quality, year, ledgers or all");
        };
    PrintStream err = System.err;
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> e.printStackTrace(err));
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    System.setErr(new PrintStream(PrintStream.nullOutputStream()));
    Properties settings = new Properties();
    if (args[0].equals("retained") || args[0].equals("search")) {
      settings.setProperty("spark.hadoop.fs.file.impl", CountedFiles.class.getName());
    }
    SparkSession spark = SparkSessions.start("bench", settings);
    if (args[0].equals("year")) {
      Year.run(spark, Integer.parseInt(args[4]), Integer.parseInt(args[5]), OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("ledgers")) {
      LedgerNights.run(spark, Integer.parseInt(args[4]), Integer.parseInt(args[5]), OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("quality")) {
      Quality.run(spark, reads, policy, Path.of(args[3]), OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("access")) {
      PeopleBench.run(spark, reads, policy, OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("audit")) {
      AuditBench.run(spark, reads, policy, OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("retained")) {
      Retained.run(spark, reads, policy, OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("search")) {
      Retained.Searching.run(spark, reads, policy, OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("statewide")) {
      Statewide.run(spark, reads, policy, OUT);
      spark.stop();
      return;
    }
    if (args[0].equals("agencies")) {
      Agencies.run(spark, reads, policy, OUT);
      spark.stop();
      return;
    }
    List<Result> results = new ArrayList<>();
    OUT.printf(
        "%-6s %12s %-30s %8s %8s %6s %10s %7s %7s%n",
        "work", "reads", "peer", "ours s", "peer s", "ratio", "reads/s", "B/read", "RSS MB");
    for (Contest contest : contests) {
      List<Result> worst = measured(spark, contest, reads);
      results.addAll(worst);
      worst.forEach(Bench::print);
    }
    Path file = Path.of(args[3]);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), results);
    OUT.println("Worst of " + RUNS + " runs each. Written to " + file);
    spark.stop();
  }

  private static void print(Result r) {
    OUT.printf(
        "%-6s %,12d %-30s %8.1f %8.1f %6.2f %,10.0f %7.1f %,7d%n",
        r.work(),
        r.reads(),
        r.peer(),
        r.oursSeconds(),
        r.peerSeconds(),
        r.ratio(),
        r.readsPerSecond(),
        r.bytesPerRead(),
        r.peakRssMb());
  }

  /** The worst ratio against each peer. */
  private static List<Result> measured(SparkSession spark, Contest contest, long reads)
      throws IOException {
    Path folder = Files.createTempDirectory("platelake-bench");
    try {
      long size = contest.prepare(spark, folder, reads);
      Map<String, Result> worst = new TreeMap<>();
      for (int run = 0; run <= RUNS; run++) {
        Path at = Files.createDirectories(folder.resolve("run-" + run));
        contest.open(spark, at);
        double ours = seconds(() -> contest.ours(spark, at));
        for (Contest.Peer peer : contest.peers()) {
          double theirs = seconds(() -> peer.run().in(spark, at));
          Result result =
              new Result(
                  contest.work(),
                  reads,
                  size,
                  peer.name(),
                  ours,
                  theirs,
                  ours / theirs,
                  reads / ours,
                  contest.bytesPerRead(at, reads),
                  peakRssMb(),
                  RUNS);
          // The first run warms all of them up and does not count.
          if (run > 0) {
            worst.merge(peer.name(), result, (a, b) -> a.ratio() > b.ratio() ? a : b);
          }
        }
        Sizes.delete(at);
      }
      return contest.peers().stream().map(p -> worst.get(p.name())).toList();
    } finally {
      Sizes.delete(folder);
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
}
