package io.platelake.app.land.repeats;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.land.files.Batch;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;
import scala.Tuple2;

/**
 * Finds the {@link Repeats} of a batch. Only ids of events travel, eight bytes a read, and what is
 * found, which is little: a feed repeats few of its events. Every read of an event that occurs
 * twice is then looked at where it is.
 */
public final class RepeatSearch {
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
    Suspects suspects = Suspects.of(found);
    return suspects.isEmpty()
        ? Repeats.NONE
        : new SuspectSearch(feed, batch, landed).placed(suspects, others);
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
    BatchReads.forEach(
        blocks,
        (fate, cursor) -> {
          ids.add(cursor.event());
          if (cursor.former() != 0) {
            ids.add(cursor.former());
          }
        });
    return ids.all();
  }

  /**
   * Reads that other batches have landed of the same time. The instant of capture is part of what
   * an id is made from, so files of other times need not be read. A plan shows its literals, and no
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
        OtherReads.of(
            lake.read(Table.READS, feed.purpose())
                .where(col("date").isin(dates))
                .where(
                    col("captured_at")
                        .between(
                            Collections.min(captures).truncatedTo(ChronoUnit.HOURS),
                            Collections.max(captures)
                                .truncatedTo(ChronoUnit.HOURS)
                                .plus(1, ChronoUnit.HOURS)))
                .where(col("batch_id").notEqual(batch.id())));
    return reads.inputFiles().length == 0 ? Optional.empty() : Optional.of(reads);
  }

  /**
   * Of these reads the few whose event the batch may have too. A day that lands in many batches has
   * many times the reads of each, and they need not travel. A read's id with its plate gives the id
   * of its event. Before ids had plates it was the other way round; both are looked up.
   */
  private static JavaPairRDD<Integer, IdBuckets.Ids> suspects(
      Dataset<Row> others, Broadcast<BloomFilter> own, int buckets) {
    return OtherReads.ids(others)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitionsToPair(
            rows -> {
              IdBuckets ids = new IdBuckets(buckets, true);
              while (rows.hasNext()) {
                InternalRow row = rows.next();
                long id = OtherReads.id(row);
                long other = OtherReads.event(row);
                addIf(own.value(), ids, id, other);
                addIf(own.value(), ids, other, id);
              }
              return ids.all();
            });
  }

  private static void addIf(BloomFilter own, IdBuckets ids, long event, long other) {
    if (own.mightContainLong(event)) {
      ids.add(event, event);
      ids.add(event, other);
    }
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
    BatchReads.forEach(
        blocks,
        (fate, cursor) -> {
          filter.putLong(cursor.event());
          if (cursor.former() != 0) {
            filter.putLong(cursor.former());
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
}
