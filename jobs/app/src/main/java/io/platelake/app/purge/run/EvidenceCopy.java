package io.platelake.app.purge.run;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.purge.HeldCopies;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Copies what an open hold keeps out of partitions that go: a hold is a copy, so it never keeps a
 * neighbour. One row per hold and read, so that a read under two holds stays until the last closes.
 * Its pictures are copied with it, also when these go before it does.
 */
final class EvidenceCopy {
  private static final String[] IMAGE_FIELDS = {"media_type", "sha256", "bytes"};

  private EvidenceCopy() {}

  /**
   * Copies the held reads of these partitions and checks the copies.
   *
   * @param items partitions of reads and images
   * @param versions the versions that have every row of them
   * @return rows that are now in evidence for these holds and partitions
   * @throws IllegalStateException if a copy is missing or does not have its digest: then nothing
   *     may be deleted
   */
  static long copy(
      Lake lake,
      PurgePlan plan,
      List<PlanItem> items,
      HeldCopies versions,
      List<String> holds,
      Instant asOf) {
    Dataset<Row> open =
        lake.ledger(Table.HOLDS)
            .where(col("event").equalTo("open").and(col("hold_id").isin(holds.toArray())));
    Dataset<Row> reads =
        held(going(lake.readAt(Table.READS, versions.reads()), items), open, lake).persist();
    if (reads.isEmpty()) {
      reads.unpersist();
      return 0;
    }
    Dataset<Row> held =
        withImages(reads, lake.readAt(Table.IMAGES, versions.images()), items).persist();
    try {
      Dataset<Row> known = lake.ledger(Table.EVIDENCE).select("hold_id", "read_id");
      Dataset<Row> missing =
          held.join(
                  known,
                  held.col("hold_id")
                      .equalTo(known.col("hold_id"))
                      .and(held.col("read_id").equalTo(known.col("read_id"))),
                  "left_anti")
              .withColumn("copied_at", lit(Timestamp.from(asOf)));
      lake.append(
          Table.EVIDENCE,
          missing.coalesce(1),
          new CommitKey(
              "evidence:" + plan.digest() + ":" + Sha256.of(String.join("\n", holds)), 0));
      return checked(lake, held);
    } finally {
      held.unpersist();
      reads.unpersist();
    }
  }

  /** Rows of a table in the partitions that the plan takes of any, of the owners it names. */
  static Dataset<Row> going(Dataset<Row> rows, List<PlanItem> items) {
    Column any = lit(false);
    for (PlanItem item : items) {
      any =
          any.or(
              col("purpose")
                  .equalTo(item.where().purpose())
                  .and(col("date").equalTo(Date.valueOf(item.where().date())))
                  .and(col("agency_id").isin(item.agencies().toArray())));
    }
    return rows.where(any);
  }

  /** One row of {@code evidence}, without {@code copied_at}, per hold and read that it selects. */
  static Dataset<Row> held(Dataset<Row> reads, Dataset<Row> holds, Lake lake) {
    Column[] columns =
        lake.contracts().get(Table.READS).columnNames().stream()
            .map(c -> col("r." + c))
            .toArray(Column[]::new);
    Column selects =
        col("h.agency_id")
            .equalTo(col("r.agency_id"))
            .and(array_contains(col("h.purposes"), col("r.purpose")))
            .and(col("h.plates").isNull().or(array_contains(col("h.plates"), col("r.plate"))))
            .and(col("h.cameras").isNull().or(array_contains(col("h.cameras"), col("r.camera_id"))))
            .and(
                col("h.captured_from")
                    .isNull()
                    .or(col("r.captured_at").geq(col("h.captured_from"))))
            .and(col("h.captured_to").isNull().or(col("r.captured_at").lt(col("h.captured_to"))));
    return reads
        .as("r")
        .join(broadcast(holds).as("h"), selects)
        .select(
            col("r.read_id"),
            col("r.agency_id"),
            col("r.purpose"),
            col("r.captured_at"),
            to_json(struct(columns)).as("record"),
            col("h.hold_id"))
        .withColumn("digest", sha2(col("record"), 256));
  }

  private static Dataset<Row> withImages(
      Dataset<Row> held, Dataset<Row> all, List<PlanItem> items) {
    Dataset<Row> images =
        going(all, items)
            .join(broadcast(held.select("read_id").distinct()), "read_id")
            .groupBy("read_id")
            .agg(array_sort(collect_list(struct("kind", IMAGE_FIELDS))).as("images"));
    return held.join(images, seq("read_id"), "left_outer");
  }

  private static Dataset<Row> images(Dataset<Row> evidence) {
    return evidence
        .select(col("hold_id"), col("read_id"), explode(col("images")).as("image"))
        .where(col("image.sha256").equalTo(sha2(col("image.bytes"), 256)))
        .select("hold_id", "read_id", "image.kind", "image.sha256");
  }

  private static long checked(Lake lake, Dataset<Row> held) {
    long pictures =
        held.select(explode(col("images"))).count()
            - images(held)
                .join(
                    images(lake.ledger(Table.EVIDENCE)),
                    seq("hold_id", "read_id", "kind", "sha256"),
                    "left_semi")
                .count();
    if (pictures != 0) {
      throw new IllegalStateException(
          pictures
              + " pictures of held reads have no faithful copy in evidence; nothing was deleted");
    }
    Dataset<Row> copies =
        lake.ledger(Table.EVIDENCE)
            .where(col("digest").equalTo(sha2(col("record"), 256)))
            .select("hold_id", "read_id", "digest");
    long expected = held.count();
    long found =
        held.select("hold_id", "read_id", "digest")
            .join(copies, seq("hold_id", "read_id", "digest"))
            .count();
    if (found != expected) {
      throw new IllegalStateException(
          (expected - found)
              + " held reads have no faithful copy in evidence; nothing was deleted");
    }
    return expected;
  }

  private static Seq<String> seq(String... columns) {
    return CollectionConverters.asScala(List.of(columns)).toSeq();
  }
}
