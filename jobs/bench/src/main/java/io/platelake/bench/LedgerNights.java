package io.platelake.bench;

import io.platelake.app.cli.Main;
import io.platelake.bench.contest.Sizes;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import io.platelake.lake.wall.Duty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * {@code make bench WORK=ledgers NIGHTS=365 FEEDS=3} makes the commits to ledgers that nights make,
 * without their jobs: runs, landings, purges and facts, and the questions that jobs ask the
 * ledgers. So a year passes in minutes, and its costs are those of the ledgers alone.
 */
final class LedgerNights {
  private static final LocalDate START = LocalDate.of(2026, 1, 10);
  private static final int PURGE_STEPS = 19;
  private static final int JOBS = 8;

  private final SparkSession spark;
  private final Path root;
  private final Lake lake;
  private final int feeds;
  private final boolean cared;

  private LedgerNights(SparkSession spark, Path root, int feeds) {
    this.spark = spark;
    this.root = root;
    this.feeds = feeds;
    this.cared = new String(output("help"), StandardCharsets.UTF_8).contains("\n  care ");
    Lake open = Lake.at(spark, root.toString(), Contracts.load());
    open.create();
    this.lake = open.forDuty(Duty.RETENTION);
  }

  static void run(SparkSession spark, int nights, int feeds, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-ledgers");
    try {
      LedgerNights ledgers = new LedgerNights(spark, folder.resolve("lake"), feeds);
      NightCosts costs = new NightCosts(spark, ledgers.root, nights, out);
      out.printf("%d nights, %d feeds, %s%n", nights, feeds, ledgers.cared ? "care" : "no care");
      for (int night = 1; night <= nights; night++) {
        LocalDate date = START.plusDays(night);
        costs.of(night, () -> ledgers.night(date));
        NightCosts.LakeSize.age(ledgers.root, Duration.ofDays(1));
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  private void night(LocalDate date) {
    for (int feed = 0; feed < feeds; feed++) {
      String id = "feed-" + feed;
      String batch = date + "-" + feed;
      lake.ledger(Table.PURGE_RUNS).count();
      lake.append(
          Table.LANDING,
          List.of(
              row(
                  Table.LANDING,
                  date,
                  Map.of("feed_id", id, "batch_id", batch, "state", "planned"))),
          new CommitKey("land-plan:" + id, date.toEpochDay()));
      lake.append(
          Table.EXCLUSIONS,
          List.of(row(Table.EXCLUSIONS, date, Map.of("batch_id", batch))),
          new CommitKey("land:" + batch, 0));
      lake.replace(
          Table.LANDING,
          List.of(
              row(Table.LANDING, date, Map.of("feed_id", id, "batch_id", batch, "state", "done"))),
          Slice.all().where("feed_id", id).where("batch_id", batch));
      lake.append(
          Table.RAW_FILES,
          List.of(row(Table.RAW_FILES, date, Map.of("feed_id", id, "file_digest", batch))),
          new CommitKey("raw:" + id + ":" + batch, 0));
      job("land-" + batch, date);
    }
    for (int job = 0; job < JOBS; job++) {
      job(job + "-" + date, date);
    }
    lake.replace(
        Table.DAILY_FACTS,
        List.of(row(Table.DAILY_FACTS, date, Map.of("date", Date.valueOf(date)))),
        Slice.all().where("date", date));
    for (int step = 0; step < PURGE_STEPS; step++) {
      String label = step == 0 ? "plan" : step == PURGE_STEPS - 1 ? "done" : "delete";
      lake.append(
          Table.PURGE_RUNS,
          List.of(row(Table.PURGE_RUNS, date, Map.of("run_id", "p-" + date, "step", label))),
          new CommitKey("purge:p-" + date + ":" + step, 0));
      lake.ledger(Table.PURGE_RUNS).count();
    }
    if (cared) {
      output("--lake", root.toString(), "--as-of", date + "T04:00:00Z", "care");
    }
  }

  private void job(String id, LocalDate date) {
    lake.append(
        Table.JOB_RUNS,
        List.of(row(Table.JOB_RUNS, date, Map.of("run_id", id))),
        new CommitKey("run:" + id, 0));
  }

  /** A row with values where the contract requires them. */
  private Row row(Table table, LocalDate date, Map<String, Object> given) {
    return RowFactory.create(
        Arrays.stream(lake.contracts().get(table).schema().fields())
            .map(column -> given.getOrDefault(column.name(), value(column, date)))
            .toArray());
  }

  private static Object value(StructField column, LocalDate date) {
    return column.nullable()
        ? null
        : Map.<DataType, Object>of(
                DataTypes.StringType,
                "x",
                DataTypes.LongType,
                1L,
                DataTypes.IntegerType,
                1,
                DataTypes.DoubleType,
                1.0,
                DataTypes.BooleanType,
                true,
                DataTypes.DateType,
                Date.valueOf(date),
                DataTypes.TimestampType,
                Timestamp.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()))
            .get(column.dataType());
  }

  private byte[] output(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), spark, args);
    return out.toByteArray();
  }
}
