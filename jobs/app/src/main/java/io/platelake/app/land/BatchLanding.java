package io.platelake.app.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.app.job.terminal.Progress;
import io.platelake.app.land.files.Batch;
import io.platelake.app.land.files.BatchGroup;
import io.platelake.app.land.files.FeedBatch;
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
import io.platelake.app.land.rows.PackedRules;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.app.land.rows.Rejudgement;
import io.platelake.app.ledger.site.ExclusionLedger;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.app.ledger.site.QuarantineLedger;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.AgencyFiles;
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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Lands batches that land together: parses their files once and gives every record its fate.
 * Appends the kept records, their pictures, the excluded and the quarantined, and marks the files
 * done with their account. Each table gets one commit, whether the batches are of one feed or of
 * hundreds.
 *
 * <p>Every append carries the ids of the batches, and the read id recognises an event that another
 * batch has landed. So a batch that is landed again, after a crash at any point, writes the same
 * rows once and counts the same. If an earlier run wrote part of a batch, those rows are replaced,
 * because cameras, zones or the clock may have changed since. So tables and account agree.
 */
final class BatchLanding {
  /** Parsing, the three writes, and the marks. */
  static final int STEPS = 5;

  private final Lake lake;
  private final BatchGroup group;
  private final List<FeedLanding> feeds;
  private final Instant asOf;
  private final Progress progress;

  /**
   * @param lake serving the purpose of the group
   * @param feeds of the members, in their order
   */
  BatchLanding(
      Lake lake, BatchGroup group, List<FeedLanding> feeds, Instant asOf, Progress progress) {
    this.lake = lake;
    this.group = group;
    this.feeds = feeds;
    this.asOf = asOf;
    this.progress = progress;
  }

  /**
   * What became of the batches.
   *
   * @param accounts of the files of each member; none where there are changed ones
   * @param changed files of each member that are not any more what their digest says: then nothing
   *     was written
   */
  record Result(List<List<FileAccount>> accounts, List<Set<RawFile>> changed) {
    boolean isDone() {
      return !accounts.isEmpty();
    }
  }

  Result land() {
    StructType columns = lake.contracts().get(Table.READS).schema();
    StructType pictures = lake.contracts().get(Table.IMAGES).schema();
    Map<String, Map<Long, String>> open = open();
    List<PackedRules> rules = new ArrayList<>();
    JavaRDD<LandedBlock> landed = parsed(columns, pictures, open, rules);
    try {
      List<PartAccount> parts =
          landed.filter(LandedBlock.Accounts.class::isInstance).collect().stream()
              .flatMap(l -> ((LandedBlock.Accounts) l).parts().stream())
              .toList();
      if (parts.stream().anyMatch(PartAccount::isChanged)) {
        return new Result(List.of(), changed(parts));
      }
      Repeats repeats = new RepeatSearch(lake, group, landed).find(parts);
      boolean withImages = parts.stream().anyMatch(p -> p.images().kept() > 0);
      List<List<FileAccount>> accounts =
          accounts(
              parts,
              repeats,
              withImages && !repeats.isEmpty()
                  ? BatchRows.repeatedImages(landed, repeats)
                  : Map.of());
      BatchRows rows = new BatchRows(landed, columns, repeats, new LineNumbers(parts));
      progress.step(1, STEPS, "writing reads");
      write(Table.READS, () -> lake.rows(columns, rows.of(Fate.KEPT)), count(accounts, Fate.KEPT));
      long images = sum(accounts, account -> account.counts().images().kept());
      if (images > 0) {
        progress.step(2, STEPS, "writing images");
      }
      write(Table.IMAGES, () -> lake.rows(pictures, rows.images()), images);
      progress.step(3, STEPS, "writing quarantine and exclusions");
      write(Table.QUARANTINE, () -> quarantine(rows), count(accounts, Fate.QUARANTINED));
      writeExclusions(rows, count(accounts, Fate.EXCLUDED));
      progress.step(4, STEPS, "marking " + group.files().size() + " file(s) done");
      if (!group.isOfSeveral()) {
        quarantined().mark(judged(accounts.get(0), open), asOf);
      }
      LandingLedger.finish(lake, finished(accounts));
      return new Result(accounts, List.of());
    } finally {
      landed.unpersist(false);
      rules.forEach(PackedRules::destroy);
    }
  }

  private List<Set<RawFile>> changed(List<PartAccount> parts) {
    List<RawFile> files = group.files();
    Set<Integer> numbers =
        parts.stream()
            .filter(PartAccount::isChanged)
            .map(PartAccount::file)
            .collect(Collectors.toSet());
    List<Set<RawFile>> changed = new ArrayList<>();
    for (int i = 0; i < group.members().size(); i++) {
      int first = group.firstFiles().get(i);
      int end = first + group.members().get(i).batch().files().size();
      changed.add(
          numbers.stream()
              .filter(n -> n >= first && n < end)
              .map(files::get)
              .collect(Collectors.toSet()));
    }
    return changed;
  }

  private List<List<FileAccount>> accounts(
      List<PartAccount> parts, Repeats repeats, Map<Integer, Long> repeatedImages) {
    List<List<FileAccount>> accounts = new ArrayList<>();
    List<Integer> first = group.firstFiles();
    Map<Integer, List<PartAccount>> byFile =
        parts.stream().collect(Collectors.groupingBy(PartAccount::file));
    for (int i = 0; i < group.members().size(); i++) {
      Batch batch = group.members().get(i).batch();
      accounts.add(FileAccount.of(batch, first.get(i), byFile, repeats, repeatedImages));
    }
    return accounts;
  }

  private List<LandingLedger.Finished> finished(List<List<FileAccount>> accounts) {
    List<LandingLedger.Finished> finished = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      FeedBatch member = group.members().get(i);
      List<FileAccount> own = accounts.get(i);
      List<Set<LandingShare>> unusual = feeds.get(i).unusual().add(own);
      String judgedBy = feeds.get(i).rules().judgedBy();
      List<LandedFile> rows = new ArrayList<>();
      for (int file = 0; file < own.size(); file++) {
        rows.add(own.get(file).landed(member.batch(), asOf, judgedBy, unusual.get(file)));
      }
      finished.add(new LandingLedger.Finished(member.feed(), member.batch().id(), rows));
    }
    return finished;
  }

  /** Why records of files that have landed before wait in quarantine. */
  private Map<String, Map<Long, String>> open() {
    return group.isOfSeveral() || group.only().batch().before().isEmpty()
        ? Map.of()
        : quarantined().open(group.only().batch().before().keySet());
  }

  private QuarantineLedger quarantined() {
    FeedBatch only = group.only();
    return new QuarantineLedger(lake, only.feed(), only.batch().id());
  }

  /** What is judged of files that have landed before. */
  private static Map<String, Rejudgement> again(Batch batch, Map<String, Map<Long, String>> open) {
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
      group
          .only()
          .batch()
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

  /**
   * Parsed where the files are read, and written from there: rows never travel.
   *
   * @param packed takes the rules that have to be destroyed
   */
  private JavaRDD<LandedBlock> parsed(
      StructType columns,
      StructType pictures,
      Map<String, Map<Long, String>> open,
      List<PackedRules> packed) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    int cores = lake.spark().sparkContext().defaultParallelism();
    List<Integer> first = group.firstFiles();
    List<LandTask.Input> tasks = new ArrayList<>();
    JavaRDD<LandedBlock> kept = null;
    for (int i = 0; i < group.members().size(); i++) {
      FeedBatch member = group.members().get(i);
      Batch batch = member.batch();
      FateRows.Recipe recipe =
          new FateRows.Recipe(
              member.feed(),
              feeds.get(i).rules().rules(),
              feeds.get(i).rules().classes(),
              columns,
              pictures,
              batch.id(),
              asOf);
      PackedRules rules = PackedRules.of(recipe, again(batch, open), executors);
      packed.add(rules);
      Parts.of(member, first.get(i), group.isOfSeveral() ? 1 : cores)
          .forEach(parts -> tasks.add(new LandTask.Input(parts, rules)));
      if (!batch.kept().isEmpty()) {
        kept = kept(recipe, batch);
      }
    }
    JavaRDD<LandedBlock> files =
        executors.parallelize(tasks, Math.max(1, tasks.size())).mapPartitions(new LandTask());
    JavaRDD<LandedBlock> all = kept == null ? files : files.union(kept);
    return all.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Records of files that are gone, from what quarantine keeps of them. */
  private JavaRDD<LandedBlock> kept(FateRows.Recipe recipe, Batch batch) {
    return quarantined()
        .texts(batch.kept().keySet())
        .mapPartitions(new KeptTask(recipe.feed(), recipe, batch.kept()));
  }

  private Dataset<Row> quarantine(BatchRows rows) {
    Dataset<Row> all =
        lake.rows(FateRows.QUARANTINED, rows.of(Fate.QUARANTINED))
            .select(
                xxhash64(col("file_digest"), col("byte_offset"), col("item")).as("quarantine_id"),
                col("agency_id"),
                col("feed_id"),
                col("batch_id"),
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
                lit(group.purpose()).as("purpose"),
                col("date"));
    return group.agencies().size() > 1
        ? AgencyFiles.split(all, group.agencies())
        : all.repartition(col("date"));
  }

  /** Where there is nothing to write there is nothing to commit. */
  private void write(Table table, Supplier<Dataset<Row>> rows, long count) {
    if (isWritten(table)) {
      lake.replace(table, rows.get(), own().where("purpose", group.purpose()));
    } else if (count > 0) {
      lake.append(table, rows.get(), group.keys(), count);
    }
  }

  /** Counts, of which there are fewer than reads. */
  private void writeExclusions(BatchRows rows, long reads) {
    ExclusionLedger ledger = new ExclusionLedger(lake, group.purpose());
    if (isWritten(Table.EXCLUSIONS)) {
      ledger.replace(group.only().batch().id(), rows.exclusions());
    } else if (reads > 0) {
      ledger.append(rows.exclusions(), group.keys());
    }
  }

  private boolean isWritten(Table table) {
    return group.isResumed() && lake.seen(table, group.only().batch().key());
  }

  private Slice own() {
    return Slice.all().where("batch_id", group.only().batch().id());
  }

  private static long count(List<List<FileAccount>> accounts, Fate fate) {
    return sum(accounts, account -> account.counts().count(fate));
  }

  private static long sum(List<List<FileAccount>> accounts, ToLongFunction<FileAccount> count) {
    return accounts.stream().flatMap(List::stream).mapToLong(count).sum();
  }
}
