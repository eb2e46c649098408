package io.platelake.app.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.app.cli.Progress;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.Slice;
import io.platelake.lake.contract.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Lands one batch: parses its files, gives every record its fate, appends what is kept, excluded
 * and quarantined, and marks the files done with their account.
 *
 * <p>Every append carries the id of the batch, and an event that another batch has landed is told
 * by its read id; so a batch that is landed again, after a crash at any point, writes the same rows
 * once and counts the same.
 */
final class BatchLanding {
  private static final long TASK_BYTES = 64L << 20;
  private static final long MOST_TASKS = 4_096;

  private final Lake lake;
  private final FeedDefinition feed;
  private final Batch batch;
  private final Instant asOf;
  private final Progress progress;

  BatchLanding(Lake lake, FeedDefinition feed, Batch batch, Instant asOf, Progress progress) {
    this.lake = lake;
    this.feed = feed;
    this.batch = batch;
    this.asOf = asOf;
    this.progress = progress;
  }

  List<FileAccount> land(RecordRows parser) {
    Dataset<Row> records = records(parser).persist(StorageLevel.MEMORY_AND_DISK());
    try (Repeats repeats = new Repeats(lake, feed, batch, records)) {
      Dataset<Row> fated = repeats.mark(records);
      List<FileAccount> accounts = FileAccount.of(batch, records, fated);
      progress.say("writing reads");
      append(accounts, Fate.KEPT, Table.READS, reads(fated));
      progress.say("writing quarantine and exclusions");
      append(accounts, Fate.QUARANTINED, Table.QUARANTINE, quarantine(fated));
      append(accounts, Fate.EXCLUDED, Table.EXCLUSIONS, exclusions(fated));
      progress.say("marking " + batch.files().size() + " file(s) done");
      lake.replace(
          Table.LANDING,
          accounts.stream().map(a -> a.row(feed, batch, Timestamp.from(asOf))).toList(),
          Slice.all().where("feed_id", feed.id()).where("batch_id", batch.id()));
      return accounts;
    } finally {
      records.unpersist();
    }
  }

  /** Parsed where the files are read: wide rows never travel. */
  private Dataset<Row> records(RecordRows parser) {
    StructType pathAndDigest = StructType.fromDDL("path string, digest string");
    List<Row> files =
        batch.files().stream().map(f -> RowFactory.create(f.path(), f.digest())).toList();
    return lake.spark()
        .createDataFrame(files, pathAndDigest)
        .repartition(tasks())
        .flatMap(parser, Encoders.row(RecordRows.SCHEMA));
  }

  /** As many as keep the cores busy and a task's rows small, and no more than there are files. */
  private int tasks() {
    long bytes = batch.files().stream().mapToLong(RawFile::bytes).sum();
    long bySize = bytes / TASK_BYTES;
    long cores = lake.spark().sparkContext().defaultParallelism();
    return (int) Math.min(batch.files().size(), Math.max(cores, Math.min(bySize, MOST_TASKS)));
  }

  private Dataset<Row> reads(Dataset<Row> fated) {
    return of(fated, Fate.KEPT)
        .drop(
            "file_digest",
            "file_name",
            "position",
            "byte_offset",
            "item",
            "fate",
            "reason",
            "zone_id",
            "zone_kind",
            "payload")
        .withColumn("agency_id", lit(feed.agency()))
        .withColumn("landed_at", lit(Timestamp.from(asOf)))
        .withColumn("source", lit(feed.id()))
        .withColumn("batch_id", lit(batch.id()))
        .withColumn("purpose", lit(feed.purpose()));
  }

  private Dataset<Row> quarantine(Dataset<Row> fated) {
    return of(fated, Fate.QUARANTINED)
        .select(
            xxhash64(col("file_digest"), col("byte_offset"), col("item")).as("quarantine_id"),
            lit(feed.agency()).as("agency_id"),
            lit(feed.id()).as("feed_id"),
            lit(batch.id()).as("batch_id"),
            col("file_digest"),
            col("file_name"),
            col("position"),
            col("reason"),
            col("captured_at"),
            lit(Timestamp.from(asOf)).as("landed_at"),
            col("payload"),
            col("delete_after"),
            lit(feed.purpose()).as("purpose"),
            col("date"))
        .repartition(col("date"));
  }

  private Dataset<Row> exclusions(Dataset<Row> fated) {
    return of(fated, Fate.EXCLUDED)
        .groupBy(
            col("camera_id"),
            col("zone_id"),
            col("zone_kind"),
            date_trunc("hour", col("captured_at")).as("hour"),
            col("date"))
        .agg(count(lit(1)).as("reads"))
        .withColumn("batch_id", lit(batch.id()))
        .withColumn("agency_id", lit(feed.agency()))
        .withColumn("purpose", lit(feed.purpose()))
        .coalesce(1);
  }

  private static Dataset<Row> of(Dataset<Row> fated, Fate fate) {
    return fated.where(col("fate").equalTo(fate.name()));
  }

  /** Where no record has the fate there is nothing to commit. */
  private void append(List<FileAccount> accounts, Fate fate, Table table, Dataset<Row> rows) {
    long count = accounts.stream().mapToLong(a -> a.fates().get(fate)).sum();
    CommitKey key = new CommitKey("land:" + batch.id(), 0);
    if (count > 0 && fate == Fate.EXCLUDED) {
      lake.append(table, rows, key); // counts of reads, not reads
    } else if (count > 0) {
      lake.append(table, rows, key, count);
    }
  }
}
