package io.platelake.app.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.app.job.terminal.Progress;
import io.platelake.app.land.files.Batch;
import io.platelake.app.land.files.FilePart;
import io.platelake.app.land.files.Parts;
import io.platelake.app.land.files.RawFile;
import io.platelake.app.land.repeats.BatchRows;
import io.platelake.app.land.repeats.RepeatSearch;
import io.platelake.app.land.repeats.Repeats;
import io.platelake.app.land.rows.FateRows;
import io.platelake.app.land.rows.KeptTask;
import io.platelake.app.land.rows.LandTask;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.app.land.rows.LineNumbers;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.app.land.rows.Rejudgement;
import io.platelake.app.ledger.site.ExclusionLedger;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.app.ledger.site.QuarantineLedger;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Lands one batch: parses its files once and gives every record its fate. Appends the kept records,
 * their pictures, the excluded and the quarantined, and marks the files done with their account.
 *
 * <p>Every append carries the id of the batch, and the read id recognises an event that another
 * batch has landed. So a batch that is landed again, after a crash at any point, writes the same
 * rows once and counts the same. If an earlier run wrote part of this batch, those rows are
 * replaced, because cameras, zones or the clock may have changed since. So tables and account
 * agree.
 */
final class BatchLanding {
  /** Parsing, the three writes, and the marks. */
  static final int STEPS = 5;

  private final Lake lake;
  private final FeedDefinition feed;
  private final Batch batch;
  private final Instant asOf;
  private final String judgedBy;
  private final Progress progress;

  /**
   * @param judgedBy digest of the rules that decide about records
   */
  BatchLanding(
      Lake lake,
      FeedDefinition feed,
      Batch batch,
      Instant asOf,
      String judgedBy,
      Progress progress) {
    this.judgedBy = judgedBy;
    this.lake = lake;
    this.feed = feed;
    this.batch = batch;
    this.asOf = asOf;
    this.progress = progress;
  }

  /**
   * What became of a batch.
   *
   * @param accounts of its files; none where there are changed ones
   * @param changed files that are not any more what their digest says: then nothing was written
   */
  record Result(List<FileAccount> accounts, Set<RawFile> changed) {}

  /**
   * @param unusual of the files that the run has landed so far
   */
  Result land(LandingRulebook rules, OcrClasses classes, UnusualFiles unusual) {
    StructType columns = lake.contracts().get(Table.READS).schema();
    StructType pictures = lake.contracts().get(Table.IMAGES).schema();
    QuarantineLedger quarantined = new QuarantineLedger(lake, feed, batch.id());
    Map<String, Map<Long, String>> open =
        batch.before().isEmpty() ? Map.of() : quarantined.open(batch.before().keySet());
    JavaRDD<LandedBlock> landed =
        parsed(
            new FateRows.Recipe(feed, rules, classes, columns, pictures, batch.id(), asOf),
            again(open));
    try {
      List<PartAccount> parts =
          landed.filter(LandedBlock.Accounts.class::isInstance).collect().stream()
              .flatMap(l -> ((LandedBlock.Accounts) l).parts().stream())
              .toList();
      Set<RawFile> changed =
          parts.stream()
              .filter(PartAccount::isChanged)
              .map(p -> batch.files().get(p.file()))
              .collect(Collectors.toSet());
      if (!changed.isEmpty()) {
        return new Result(List.of(), changed);
      }
      Repeats repeats = new RepeatSearch(lake, feed, batch, landed).find(parts);
      boolean withImages = parts.stream().anyMatch(p -> p.images().kept() > 0);
      List<FileAccount> accounts =
          FileAccount.of(
              batch,
              parts,
              repeats,
              withImages && !repeats.isEmpty()
                  ? BatchRows.repeatedImages(landed, repeats)
                  : Map.of());
      BatchRows rows = new BatchRows(landed, columns, repeats, new LineNumbers(parts));
      progress.step(1, STEPS, "writing reads");
      write(Table.READS, () -> lake.rows(columns, rows.of(Fate.KEPT)), count(accounts, Fate.KEPT));
      long images = accounts.stream().mapToLong(a -> a.counts().images().kept()).sum();
      if (images > 0) {
        progress.step(2, STEPS, "writing images");
      }
      write(Table.IMAGES, () -> lake.rows(pictures, rows.images()), images);
      progress.step(3, STEPS, "writing quarantine and exclusions");
      write(Table.QUARANTINE, () -> quarantine(rows), count(accounts, Fate.QUARANTINED));
      writeExclusions(rows, count(accounts, Fate.EXCLUDED));
      progress.step(4, STEPS, "marking " + batch.files().size() + " file(s) done");
      quarantined.mark(judged(accounts, open), asOf);
      new LandingLedger(lake, feed).finish(batch.id(), rows(accounts, unusual.add(accounts)));
      return new Result(accounts, Set.of());
    } finally {
      landed.unpersist(false);
    }
  }

  private List<LandedFile> rows(List<FileAccount> accounts, List<Set<LandingShare>> unusual) {
    List<LandedFile> rows = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      rows.add(accounts.get(i).landed(batch, asOf, judgedBy, unusual.get(i)));
    }
    return rows;
  }

  /** What is judged of files that have landed before. */
  private Map<String, Rejudgement> again(Map<String, Map<Long, String>> open) {
    Map<String, Rejudgement> again = new HashMap<>();
    batch
        .before()
        .forEach(
            (digest, file) ->
                again.put(
                    digest,
                    file.counts().keptNothing()
                        ? new Rejudgement.Whole()
                        : new Rejudgement.Records(
                            new HashMap<>(open.getOrDefault(digest, Map.of())))));
    return again;
  }

  /** Rows of quarantine whose records have been judged again, by digest. */
  private Map<String, Set<Long>> judged(
      List<FileAccount> accounts, Map<String, Map<Long, String>> open) {
    Map<String, Set<Long>> judged = new HashMap<>();
    for (FileAccount account : accounts) {
      batch
          .findBefore(account.file())
          .ifPresent(
              before ->
                  judged.put(
                      account.file().digest(),
                      FileAccount.isJudgedWhole(account.file(), before)
                          ? open.getOrDefault(account.file().digest(), Map.of()).keySet()
                          : account.rejudged().keySet()));
    }
    return judged;
  }

  /** Parsed where the files are read, and written from there: rows never travel. */
  private JavaRDD<LandedBlock> parsed(FateRows.Recipe recipe, Map<String, Rejudgement> again) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    List<ArrayList<FilePart>> tasks =
        Parts.of(batch, feed, lake.spark().sparkContext().defaultParallelism());
    JavaRDD<LandedBlock> files =
        executors
            .parallelize(tasks, Math.max(1, tasks.size()))
            .mapPartitions(new LandTask(feed, recipe, again));
    JavaRDD<LandedBlock> all = batch.kept().isEmpty() ? files : files.union(kept(recipe));
    return all.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Records of files that are gone, from what quarantine keeps of them. */
  private JavaRDD<LandedBlock> kept(FateRows.Recipe recipe) {
    return new QuarantineLedger(lake, feed, batch.id())
        .texts(batch.kept().keySet())
        .mapPartitions(new KeptTask(feed, recipe, batch.kept()));
  }

  private Dataset<Row> quarantine(BatchRows rows) {
    return lake.rows(FateRows.QUARANTINED, rows.of(Fate.QUARANTINED))
        .select(
            xxhash64(col("file_digest"), col("byte_offset"), col("item")).as("quarantine_id"),
            lit(feed.agency()).as("agency_id"),
            lit(feed.id()).as("feed_id"),
            lit(batch.id()).as("batch_id"),
            col("file_digest"),
            col("file_name"),
            col("position"),
            col("reason"),
            col("field"),
            col("place"),
            col("why"),
            col("captured_at"),
            lit(Timestamp.from(asOf)).as("landed_at"),
            col("payload"),
            col("payload_whole"),
            col("header"),
            col("byte_offset"),
            col("item"),
            lit(null).cast("timestamp").as("judged_again_at"),
            lit(null).cast("string").as("judged_again_by"),
            col("delete_after"),
            lit(feed.purpose()).as("purpose"),
            col("date"))
        .repartition(col("date"));
  }

  /** Where there is nothing to write there is nothing to commit. */
  private void write(Table table, Supplier<Dataset<Row>> rows, long count) {
    if (isWritten(table)) {
      lake.replace(table, rows.get(), own().where("purpose", feed.purpose()));
    } else if (count > 0) {
      lake.append(table, rows.get(), batch.key(), count);
    }
  }

  /** Counts, of which there are fewer than reads. */
  private void writeExclusions(BatchRows rows, long reads) {
    ExclusionLedger ledger = new ExclusionLedger(lake, feed, batch.id());
    if (isWritten(Table.EXCLUSIONS)) {
      ledger.replace(rows.exclusions());
    } else if (reads > 0) {
      ledger.append(rows.exclusions(), batch.key());
    }
  }

  private boolean isWritten(Table table) {
    return batch.resumed() && lake.seen(table, batch.key());
  }

  private Slice own() {
    return Slice.all().where("batch_id", batch.id());
  }

  private static long count(List<FileAccount> accounts, Fate fate) {
    return accounts.stream().mapToLong(a -> a.counts().count(fate)).sum();
  }
}
