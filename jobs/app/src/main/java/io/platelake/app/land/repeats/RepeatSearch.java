package io.platelake.app.land.repeats;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.land.files.Batch;
import io.platelake.app.land.rows.FateRows;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.app.land.rows.RowBlock;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.Serializable;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;
import scala.Tuple2;

/**
 * Finds the {@link Repeats} of a batch. Only ids travel, eight bytes a read, and what is found,
 * which is little: a feed repeats few of its events.
 */
public final class RepeatSearch {
  /** The read id, in rows of every fate that has one. */
  private static final int READ_ID = FateRows.EXCLUDED.fieldIndex("read_id");

  /** Ids of a bucket are sorted in memory. */
  private static final long IDS_A_BUCKET = 2_000_000;

  /** Share of the ids of other batches that travel although the batch does not have them. */
  private static final double FALSE_SUSPECTS = 0.02;

  private final Lake lake;
  private final FeedDefinition feed;
  private final Batch batch;
  private final JavaRDD<LandedBlock> landed;

  public RepeatSearch(Lake lake, FeedDefinition feed, Batch batch, JavaRDD<LandedBlock> landed) {
    this.lake = lake;
    this.feed = feed;
    this.batch = batch;
    this.landed = landed;
  }

  /**
   * @param parts accounts of all that the batch has read
   */
  public Repeats find(List<PartAccount> parts) {
    long reads = parts.stream().mapToLong(PartAccount::reads).sum();
    if (reads == 0) {
      return Repeats.NONE;
    }
    int buckets = (int) Math.max(landed.context().defaultParallelism(), 1 + reads / IDS_A_BUCKET);
    JavaPairRDD<Integer, IdBuckets.Ids> ids =
        landed.mapPartitionsToPair(blocks -> ids(blocks, buckets));
    Optional<Dataset<Row>> others = others(parts);
    List<IdBuckets.Found> found;
    if (others.isPresent()) {
      Broadcast<BloomFilter> own = own(reads);
      try {
        found = repeated(ids.union(suspects(others.get(), own, buckets)), buckets);
      } finally {
        own.destroy();
      }
    } else {
      found = repeated(ids, buckets);
    }
    long[] known = joined(found.stream().map(IdBuckets.Found::landed).toList());
    long[] twice = joined(found.stream().map(IdBuckets.Found::twice).toList());
    return known.length + twice.length == 0 ? Repeats.NONE : placed(known, twice);
  }

  private static List<IdBuckets.Found> repeated(
      JavaPairRDD<Integer, IdBuckets.Ids> ids, int buckets) {
    return ids.groupByKey(new HashPartitioner(buckets))
        .map(bucket -> IdBuckets.repeated(bucket._2()))
        .collect();
  }

  private static Iterator<Tuple2<Integer, IdBuckets.Ids>> ids(
      Iterator<LandedBlock> blocks, int buckets) {
    IdBuckets ids = new IdBuckets(buckets, false);
    forEachRead(
        blocks,
        (fate, cursor) -> {
          if (!cursor.row().isNullAt(READ_ID)) {
            ids.add(cursor.row().getLong(READ_ID));
          }
        });
    return ids.all();
  }

  /**
   * Ids that other batches have landed of the same time. The instant of capture is part of what an
   * id is made from, so files of other times need not be read. A plan shows its literals, and no
   * instant of a read: they are hours.
   */
  private Optional<Dataset<Row>> others(List<PartAccount> parts) {
    List<Instant> captures = parts.stream().flatMap(p -> p.captures().stream()).toList();
    if (captures.isEmpty()) {
      return Optional.empty();
    }
    Object[] dates =
        parts.stream()
            .flatMap(p -> p.dates().stream())
            .distinct()
            .map(d -> Date.valueOf(LocalDate.ofEpochDay(d)))
            .toArray();
    Dataset<Row> reads =
        lake.read(Table.READS, feed.purpose())
            .where(col("date").isin(dates))
            .where(
                col("captured_at")
                    .between(
                        Collections.min(captures).truncatedTo(ChronoUnit.HOURS),
                        Collections.max(captures)
                            .truncatedTo(ChronoUnit.HOURS)
                            .plus(1, ChronoUnit.HOURS)))
            .where(col("batch_id").notEqual(batch.id()))
            .select("read_id");
    return reads.inputFiles().length == 0 ? Optional.empty() : Optional.of(reads);
  }

  /**
   * Of these ids the few that the batch may have too. A day that lands in many batches has many
   * times the reads of each, and they need not travel.
   */
  private static JavaPairRDD<Integer, IdBuckets.Ids> suspects(
      Dataset<Row> others, Broadcast<BloomFilter> own, int buckets) {
    return others
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitionsToPair(
            rows -> {
              IdBuckets ids = new IdBuckets(buckets, true);
              while (rows.hasNext()) {
                long id = rows.next().getLong(0);
                if (own.value().mightContainLong(id)) {
                  ids.add(id);
                }
              }
              return ids.all();
            });
  }

  /** Megabytes for a large batch: it travels once to each executor, and not with every task. */
  private Broadcast<BloomFilter> own(long reads) {
    BloomFilter own =
        landed
            .mapPartitions(blocks -> List.of(filter(blocks, reads)).iterator())
            .treeReduce(RepeatSearch::merged);
    return JavaSparkContext.fromSparkContext(landed.context()).broadcast(own);
  }

  private static BloomFilter filter(Iterator<LandedBlock> blocks, long reads) {
    BloomFilter filter = BloomFilter.create(reads, FALSE_SUSPECTS);
    forEachRead(
        blocks,
        (fate, cursor) -> {
          if (!cursor.row().isNullAt(READ_ID)) {
            filter.putLong(cursor.row().getLong(READ_ID));
          }
        });
    return filter;
  }

  private static BloomFilter merged(BloomFilter a, BloomFilter b) {
    try {
      return a.mergeInPlace(b);
    } catch (IncompatibleMergeException e) {
      throw new IllegalStateException("filters of one batch are of one size", e);
    }
  }

  /** One task's suspects: the first place of each, and how many there are by file and fate. */
  private record Sighted(
      HashMap<Integer, RecordPosition> firsts,
      HashMap<RecordPosition, Fate> fates,
      HashMap<Integer, EnumMap<Fate, Long>> counts)
      implements Serializable {}

  private Repeats placed(long[] known, long[] twice) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(landed.context());
    Broadcast<long[][]> suspects = executors.broadcast(new long[][] {known, twice});
    try {
      RecordPosition[] firsts = new RecordPosition[twice.length];
      Map<RecordPosition, Fate> fates = new HashMap<>();
      Map<Integer, EnumMap<Fate, Long>> counts = new HashMap<>();
      for (Sighted task :
          landed
              .mapPartitions(blocks -> List.of(sighted(blocks, suspects.value())).iterator())
              .collect()) {
        task.firsts()
            .forEach(
                (index, place) -> {
                  if (firsts[index] == null || place.compareTo(firsts[index]) < 0) {
                    firsts[index] = place;
                  }
                });
        fates.putAll(task.fates());
        task.counts()
            .forEach((file, byFate) -> byFate.forEach((f, n) -> count(counts, file, f, n)));
      }
      for (RecordPosition first : firsts) {
        count(counts, first.file(), fates.get(first), -1);
      }
      return new Repeats(known, twice, firsts, counts);
    } finally {
      suspects.destroy();
    }
  }

  private static Sighted sighted(Iterator<LandedBlock> blocks, long[][] suspects) {
    Sighted sighted = new Sighted(new HashMap<>(), new HashMap<>(), new HashMap<>());
    forEachRead(
        blocks,
        (fate, cursor) -> {
          if (cursor.row().isNullAt(READ_ID)) {
            return;
          }
          long id = cursor.row().getLong(READ_ID);
          int twice = Arrays.binarySearch(suspects[1], id);
          if (twice < 0 && Arrays.binarySearch(suspects[0], id) < 0) {
            return;
          }
          count(sighted.counts(), cursor.place().file(), fate, 1);
          RecordPosition before = twice < 0 ? null : sighted.firsts().get(twice);
          if (twice >= 0 && (before == null || cursor.place().compareTo(before) < 0)) {
            sighted.fates().remove(before);
            sighted.firsts().put(twice, cursor.place());
            sighted.fates().put(cursor.place(), fate);
          }
        });
    return sighted;
  }

  @FunctionalInterface
  private interface ForRead {
    void take(Fate fate, RowBlock.Cursor cursor);
  }

  /** Reads have their id in the first column, in whatever fate's rows. */
  private static void forEachRead(Iterator<LandedBlock> blocks, ForRead use) {
    while (blocks.hasNext()) {
      if (blocks.next() instanceof LandedBlock.Rows rows
          && (rows.isRecords(Fate.KEPT) || rows.isRecords(Fate.EXCLUDED))) {
        RowBlock.Cursor cursor = rows.cursor();
        while (cursor.next()) {
          use.take(rows.fate(), cursor);
        }
      }
    }
  }

  private static void count(Map<Integer, EnumMap<Fate, Long>> counts, int file, Fate fate, long n) {
    counts.computeIfAbsent(file, f -> new EnumMap<>(Fate.class)).merge(fate, n, Long::sum);
  }

  private static long[] joined(List<long[]> parts) {
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    Arrays.sort(all);
    return all;
  }
}
