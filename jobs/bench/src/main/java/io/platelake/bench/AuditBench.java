package io.platelake.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.platelake.bench.contest.CommandRuns;
import io.platelake.bench.contest.DuckDb;
import io.platelake.bench.contest.Sizes;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * {@code make bench WORK=audit READS=rows} screens and decides an access log of so many rows, with
 * registers of 50,000 users. It also holds two logs of that length against each other. DuckDB does
 * the joins of both beside it.
 */
final class AuditBench {
  private static final int USERS = 50_000;
  private static final int SECONDS_OF_A_YEAR = 365 * 24 * 3600;
  private static final long START = Instant.parse("2025-06-01T00:00:00Z").getEpochSecond();
  private static final DateTimeFormatter LOGGED =
      DateTimeFormatter.ofPattern("MM/dd/yyyy, hh:mm:ss a 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AuditBench() {}

  static void run(SparkSession spark, long rows, Path policy, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-audit");
    try {
      out.printf("%,d rows of access logs, heap of %,d MB%n", rows, heap() >> 20);
      PeopleBench.decide(Math.min(rows, 1_000_000), policy, PeopleBench.users(), out);
      reconcile(spark, folder, rows, out);
      screen(spark, folder, rows, policy, out);
    } finally {
      Sizes.delete(folder);
    }
  }

  private static void screen(
      SparkSession spark, Path folder, long rows, Path policy, PrintStream out) throws IOException {
    Path lake = folder.resolve("lake");
    String at = "2026-06-15T00:00:00Z";
    CommandRuns.run(spark, lake, at, "init", "--agency", "city-2", "--policy", policy.toString());
    Files.writeString(folder.resolve("users.csv"), PeopleBench.users());
    Files.writeString(folder.resolve("training.csv"), PeopleBench.training());
    for (String register : new String[] {"users", "training"}) {
      CommandRuns.run(
          spark,
          lake,
          at,
          "register",
          "load",
          "--register",
          register,
          "--agency",
          "city-2",
          folder.resolve(register + ".csv").toString());
    }
    Lake tables = Lake.at(spark, lake.toString(), Contracts.load());
    Dataset<Row> log = log(spark, rows);
    for (StructField field : tables.contracts().get(Table.ACCESS_LOG).schema().fields()) {
      if (!Set.of(log.columns()).contains(field.name())) {
        log = log.withColumn(field.name(), lit(null).cast(field.dataType()));
      }
    }
    tables.append(Table.ACCESS_LOG, log, new CommitKey("bench", 1));
    timed(
        out,
        "audit screen",
        () ->
            CommandRuns.runAnyway(
                spark,
                lake,
                at,
                "audit",
                "screen",
                "--agency",
                "city-2",
                "--window",
                "2025-06-01T00:00:00Z/2026-06-02T00:00:00Z"));
    String parquet = "read_parquet('" + lake.resolve("audit/access_log") + "/*/*/*.parquet')";
    timed(
        out,
        "DuckDB " + DuckDb.version() + ", joins of a screen",
        () ->
            DuckDb.run(
                "CREATE TABLE users AS SELECT user_id, person_id FROM read_csv('"
                    + folder.resolve("users.csv")
                    + "', all_varchar = true)",
                "CREATE TABLE log AS SELECT search_id, at, username, device, case_ref, reason,"
                    + " plate_tokens[1] AS plate FROM "
                    + parquet
                    + " WHERE event = 'intent' AND decision = 'allow'",
                "CREATE TABLE a AS SELECT l.search_id FROM log l LEFT JOIN users u"
                    + " ON u.user_id = l.username WHERE u.user_id IS NULL OR l.case_ref IS NULL",
                "CREATE TABLE b AS SELECT username, plate, count(*) AS n FROM log"
                    + " GROUP BY ALL HAVING n >= 3 AND count(case_ref) = 0",
                "CREATE TABLE c AS SELECT username, case_ref FROM log GROUP BY ALL"
                    + " HAVING count(DISTINCT plate) >= 25",
                "CREATE TABLE d AS SELECT username, at, lag(at) OVER"
                    + " (PARTITION BY username ORDER BY at) AS before FROM log"));
  }

  /** A search in 100 has no case, and a plate comes about four times. */
  private static Dataset<Row> log(SparkSession spark, long rows) {
    return spark
        .range(rows)
        .withColumn("h", expr("xxhash64(id)"))
        .withColumn(
            "at", expr("timestamp_seconds(" + START + " + pmod(h, " + SECONDS_OF_A_YEAR + "))"))
        .select(
            expr("'city-2'").as("agency_id"),
            expr("id + 1").as("seq"),
            expr("'intent'").as("event"),
            expr("concat('s-', lpad(hex(h), 16, '0'), '-', id)").as("search_id"),
            col("at"),
            col("at").as("recorded_at"),
            expr("concat('c', pmod(id, " + USERS + "), '.okafor')").as("username"),
            expr("'city-2'").as("affiliation"),
            expr("'os'").as("attested_by"),
            expr("false").as("second_factor"),
            expr("'search'").as("command"),
            expr("'search'").as("kind"),
            expr("'criminal'").as("served_purpose"),
            expr("'investigation of a burglary at a shop'").as("reason"),
            expr("'burglary'").as("offence"),
            expr("IF(pmod(h, 100) = 0, NULL, concat('26-', pmod(id, 1000000)))").as("case_ref"),
            expr("array(hex(xxhash64(pmod(h, " + Math.max(1, rows / 4) + "))))").as("plate_tokens"),
            expr("array('city-2')").as("agencies"),
            expr("at - INTERVAL 7 DAYS").as("searched_from"),
            expr("'allow'").as("decision"),
            expr("repeat('0', 64)").as("prev_hash"),
            expr("sha2(cast(id as string), 256)").as("hash"),
            expr("'auditing'").as("purpose"),
            expr("to_date(at)").as("date"))
        .repartition(col("date"));
  }

  private static void reconcile(SparkSession spark, Path folder, long rows, PrintStream out)
      throws IOException {
    Path own = folder.resolve("own.csv");
    Path network = folder.resolve("network.csv");
    write(own, rows, 100, "burglary - shop");
    write(network, rows, 97, "burglary - shop");
    Path lake = folder.resolve("lake");
    timed(
        out,
        "audit reconcile",
        () ->
            CommandRuns.runAnyway(
                spark,
                lake,
                "2026-06-15T00:00:00Z",
                "audit",
                "reconcile",
                "--first",
                own.toString(),
                "--second",
                network.toString()));
    timed(
        out,
        "DuckDB " + DuckDb.version() + ", the join of both",
        () ->
            DuckDb.run(
                "CREATE TABLE a AS SELECT * FROM read_csv('" + own + "', all_varchar = true)",
                "CREATE TABLE b AS SELECT * FROM read_csv('" + network + "', all_varchar = true)",
                "CREATE TABLE found AS SELECT count(a.ID) AS mine, count(b.ID) AS theirs,"
                    + " count(*) FILTER (WHERE a.Reason <> b.Reason) AS differ"
                    + " FROM a FULL OUTER JOIN b ON a.ID = b.ID"));
  }

  /**
   * Writes a log as a vendor exports it.
   *
   * @param kept of a hundred searches
   */
  private static void write(Path file, long rows, int kept, String reason) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write(
          "ID,Name,Org Name,Total Networks Searched,License Plate,Reason,Case #,Search Time,"
              + "Search Type\n");
      for (long i = 0; i < rows; i++) {
        long mixed = i * 0x9E3779B97F4A7C15L;
        if (Long.remainderUnsigned(mixed, 100) < kept) {
          String time =
              LOGGED.format(
                  Instant.ofEpochSecond(START + Long.remainderUnsigned(mixed, SECONDS_OF_A_YEAR)));
          csv.write(
              String.format(
                  Locale.ROOT,
                  "%016x-4000-8000,c%d.okafor,Exampleville ST PD,%d,T%07d,%s,26-%d,\"%s\",lookup%n",
                  mixed,
                  i % USERS,
                  1 + i % 400,
                  i % 10_000_000,
                  reason,
                  i % 1_000_000,
                  time));
        }
      }
    }
  }

  private static void timed(PrintStream out, String what, Runnable work) {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    out.printf("  %-40s %7.1f s, at most %,d MB of heap in use%n", what, seconds, peak >> 20);
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }
}
