package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of {@code quarantine} that earlier batches of a feed wrote, seen from a batch that judges
 * their records again.
 */
public final class QuarantineLedger {
  private static final StructType RECORD = StructType.fromDDL("of_file string, of_record bigint");

  private final Lake lake;
  private final FeedDefinition feed;
  private final String batch;

  /**
   * @param lake serving the purpose of the feed
   * @param batch the batch that judges records again
   */
  public QuarantineLedger(Lake lake, FeedDefinition feed, String batch) {
    this.lake = lake;
    this.feed = feed;
    this.batch = batch;
  }

  /**
   * Why records of these files wait in quarantine, by digest and {@code quarantine_id}. Records
   * that an interrupted run of this batch has judged again wait as well.
   */
  public Map<String, Map<Long, String>> open(Collection<String> digests) {
    Map<String, Map<Long, String>> open = new HashMap<>();
    for (NamedRow row :
        NamedRow.all(
            rows(digests).where(isOpen()).select("file_digest", "quarantine_id", "reason"))) {
      open.computeIfAbsent(row.text("file_digest"), d -> new HashMap<>())
          .put(row.number("quarantine_id"), row.text("reason"));
    }
    return open;
  }

  /** The texts of waiting records of these files, as far as they are whole. */
  public JavaRDD<InternalRow> texts(Collection<String> digests) {
    return rows(digests)
        .where(isOpen().and(col("payload_whole")))
        .select(WaitingRecord.COLUMNS.stream().map(functions::col).toArray(Column[]::new))
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  /**
   * Marks rows whose records the batch has judged again. They stay until their limit. Marks of an
   * interrupted run of the batch go where it has not judged the record this time.
   *
   * @param judged ids by digest, for each file that the batch judges again
   */
  public void mark(Map<String, Set<Long>> judged, Instant asOf) {
    List<Row> ids =
        judged.entrySet().stream()
            .flatMap(
                file -> file.getValue().stream().map(id -> RowFactory.create(file.getKey(), id)))
            .toList();
    if (ids.isEmpty() && (judged.isEmpty() || !isMarked(judged.keySet()))) {
      return;
    }
    List<String> batches =
        NamedRow.all(rows(judged.keySet()).select("batch_id").distinct()).stream()
            .map(row -> row.text("batch_id"))
            .toList();
    Column same =
        col("file_digest")
            .equalTo(col("of_file"))
            .and(col("quarantine_id").equalTo(col("of_record")));
    Column isJudged = col("of_record").isNotNull().and(isOpen());
    // As rows and not as literals: plans and their logs show literals.
    Dataset<Row> marked =
        rows(judged.keySet())
            .join(broadcast(lake.spark().createDataFrame(ids, RECORD)), same, "left")
            .withColumn(
                "judged_again_at",
                when(isJudged, coalesce(col("judged_again_at"), lit(Timestamp.from(asOf))))
                    .when(isOpen(), null)
                    .otherwise(col("judged_again_at")))
            .withColumn(
                "judged_again_by",
                when(isJudged, lit(batch)).when(isOpen(), null).otherwise(col("judged_again_by")))
            .drop("of_file", "of_record");
    lake.replace(
        Table.QUARANTINE,
        marked,
        Slice.all()
            .where("purpose", feed.purpose())
            .where("feed_id", feed.id())
            .whereIn("file_digest", List.copyOf(judged.keySet()))
            .whereIn("batch_id", batches));
  }

  private Dataset<Row> rows(Collection<String> digests) {
    return lake.read(Table.QUARANTINE, feed.purpose())
        .where(col("feed_id").equalTo(feed.id()))
        .where(col("file_digest").isin(digests.toArray()))
        .where(col("batch_id").notEqual(batch));
  }

  private boolean isMarked(Collection<String> digests) {
    return !rows(digests).where(col("judged_again_by").equalTo(batch)).isEmpty();
  }

  private Column isOpen() {
    return col("judged_again_by").isNull().or(col("judged_again_by").equalTo(batch));
  }
}
