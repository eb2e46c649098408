package io.platelake.app.land;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The records of a batch that repeat an event: of the reads with one id the first is the read, and
 * the others, and all of one that another batch has landed, repeat it.
 *
 * <p>Only ids are compared, which are narrow, and what is found goes to the wide rows: a feed
 * repeats few of its events, so the rows of a batch never have to travel.
 */
final class Repeats implements AutoCloseable {
  private static final String REPEATED = "repeated";
  private static final Seq<String> PLACE = names("file_digest", "byte_offset", "item");
  private static final Seq<String> ID = names("read_id");

  /** What is sent to every task is at most this many places, about 100 bytes each. */
  private static final long FEW = 1_000_000;

  private final Dataset<Row> suspects;
  private final Dataset<Row> places;
  private final long count;

  Repeats(Lake lake, FeedDefinition feed, Batch batch, Dataset<Row> records) {
    Dataset<Row> reads = records.where(col("read_id").isNotNull());
    Dataset<Row> ids = reads.select("read_id");
    Dataset<Row> twice =
        ids.groupBy("read_id").agg(count(lit(1)).as("times")).where(col("times").gt(1));
    suspects =
        twice
            .select(col("read_id"), lit(false).as("landed"))
            .union(landed(lake, feed, batch, reads).select(col("read_id"), lit(true)))
            .groupBy("read_id")
            .agg(max("landed").as("landed"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    places =
        places(reads, hinted(suspects, suspects.count())).persist(StorageLevel.MEMORY_AND_DISK());
    count = suspects.isEmpty() ? 0 : places.count();
  }

  /** The records with their last word: one that repeats another is a duplicate. */
  Dataset<Row> mark(Dataset<Row> records) {
    if (count == 0) {
      return records;
    }
    return records
        .join(hinted(places, count), PLACE, "left")
        .withColumn("fate", when(col(REPEATED), Fate.DUPLICATE.name()).otherwise(col("fate")))
        .drop(REPEATED);
  }

  @Override
  public void close() {
    places.unpersist();
    suspects.unpersist();
  }

  private static Dataset<Row> places(Dataset<Row> reads, Dataset<Row> suspects) {
    Column place = struct(col("file_digest"), col("byte_offset"), col("item"));
    Dataset<Row> told =
        reads
            .select("read_id", "file_digest", "byte_offset", "item")
            .join(suspects, ID)
            .withColumn("place", place);
    Dataset<Row> firsts =
        told.where(col("landed").equalTo(false)).groupBy("read_id").agg(min("place").as("first"));
    return told.join(firsts, ID, "left")
        .where(coalesce(col("place").notEqual(col("first")), lit(true)))
        .select(col("file_digest"), col("byte_offset"), col("item"), lit(true).as(REPEATED));
  }

  /** Ids of the batch that another batch has landed. */
  private static Dataset<Row> landed(
      Lake lake, FeedDefinition feed, Batch batch, Dataset<Row> reads) {
    Object[] dates =
        reads.select("date").distinct().collectAsList().stream().map(r -> r.get(0)).toArray();
    return lake.read(Table.READS, feed.purpose())
        .where(col("date").isin(dates))
        .where(col("batch_id").notEqual(batch.id()))
        .select("read_id")
        .join(reads.select("read_id"), ID, "left_semi");
  }

  private static Dataset<Row> hinted(Dataset<Row> rows, long count) {
    return count <= FEW ? broadcast(rows) : rows;
  }

  private static Seq<String> names(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
