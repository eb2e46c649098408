package io.platelake.app.land.repeats;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.platelake.app.land.files.BatchGroup;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
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
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.sketch.BloomFilter;
import scala.Tuple2;

/**
 * Finds the {@link Repeats} of batches that land together. Only ids of events travel, eight bytes a
 * read, and what is found, which is little: feeds repeat few of their events. Every read of an
 * event that occurs twice is then looked at where it is.
 */
public final class RepeatSearch {
  /** Ids of a bucket are sorted in memory. */
  private static final long IDS_A_BUCKET = 2_000_000;

  private final Lake lake;
  private final BatchGroup group;
  private final JavaRDD<LandedBlock> landed;

  public RepeatSearch(Lake lake, BatchGroup group, JavaRDD<LandedBlock> landed) {
    this.lake = lake;
    this.group = group;
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
    HashPartitioner bucket = new HashPartitioner(buckets);
    JavaPairRDD<Integer, IdBuckets.Ids> own =
        landed.mapPartitionsToPair(blocks -> ids(blocks, buckets)).partitionBy(bucket);
    Optional<Dataset<Row>> others = others(parts);
    List<IdBuckets.Found> found;
    if (others.isPresent()) {
      Broadcast<EventFilter> filter = filter(own, buckets);
      try {
        found =
            own.cogroup(suspects(others.get(), filter, buckets), bucket)
                .map(both -> IdBuckets.repeated(together(both._2()._1(), both._2()._2())))
                .collect();
      } finally {
        filter.destroy();
      }
    } else {
      found = own.groupByKey(bucket).map(ids -> IdBuckets.repeated(ids._2())).collect();
    }
    Suspects suspects = Suspects.of(found);
    return suspects.isEmpty()
        ? Repeats.NONE
        : new SuspectSearch(group, landed).placed(suspects, others);
  }

  private static List<IdBuckets.Ids> together(
      Iterable<IdBuckets.Ids> own, Iterable<IdBuckets.Ids> landed) {
    List<IdBuckets.Ids> together = new ArrayList<>();
    own.forEach(together::add);
    landed.forEach(together::add);
    return together;
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
            lake.read(Table.READS, group.purpose())
                .where(col("date").isin(dates))
                .where(
                    col("captured_at")
                        .between(
                            Collections.min(captures).truncatedTo(ChronoUnit.HOURS),
                            Collections.max(captures)
                                .truncatedTo(ChronoUnit.HOURS)
                                .plus(1, ChronoUnit.HOURS)))
                .where(not(col("batch_id").isin(group.ids().toArray()))));
    return reads.inputFiles().length == 0 ? Optional.empty() : Optional.of(reads);
  }

  /**
   * Of these reads the few whose event the batch may have too. A day that lands in many batches has
   * many times the reads of each, and they need not travel. A read's id with its plate gives the id
   * of its event. Before ids had plates it was the other way round; both are looked up.
   */
  private static JavaPairRDD<Integer, IdBuckets.Ids> suspects(
      Dataset<Row> others, Broadcast<EventFilter> own, int buckets) {
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

  private static void addIf(EventFilter own, IdBuckets ids, long event, long other) {
    if (own.mayHave(event)) {
      ids.add(event, event);
      ids.add(event, other);
    }
  }

  /**
   * A bucket makes the filter of its own ids. All together are as large as one filter of the batch:
   * about a byte a read, once at the driver and once at each executor.
   */
  private static Broadcast<EventFilter> filter(
      JavaPairRDD<Integer, IdBuckets.Ids> own, int buckets) {
    List<Tuple2<Integer, BloomFilter>> filters =
        own.mapPartitionsToPair(RepeatSearch::filters).collect();
    return JavaSparkContext.fromSparkContext(own.context())
        .broadcast(EventFilter.of(filters, buckets));
  }

  private static Iterator<Tuple2<Integer, BloomFilter>> filters(
      Iterator<Tuple2<Integer, IdBuckets.Ids>> ids) {
    Map<Integer, List<long[]>> events = new HashMap<>();
    ids.forEachRemaining(
        part -> events.computeIfAbsent(part._1(), b -> new ArrayList<>()).add(part._2().events()));
    return events.entrySet().stream()
        .map(one -> new Tuple2<>(one.getKey(), EventFilter.ofBucket(one.getValue())))
        .iterator();
  }
}
