package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.platelake.lake.table.NamedRow;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Reads that a better reading of the same event has replaced. They stay in {@code reads}, and
 * nothing is matched with them. A reading has the instant of what it replaces, so both are in any
 * window of whole seconds or in none.
 */
public final class CorrectedReads {
  private CorrectedReads() {}

  /** Ids of the replaced reads among these, in order. Most days have none. */
  public static long[] ids(Dataset<Row> reads) {
    // Data files say that the column is empty, so they are not read.
    return NamedRow.all(reads.where(col("corrects").isNotNull()).select("corrects")).stream()
        .mapToLong(row -> row.number("corrects"))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The reads that nothing has replaced. */
  public static Dataset<Row> without(Dataset<Row> reads) {
    return without(reads, ids(reads));
  }

  /**
   * The reads that are none of these.
   *
   * @param replaced read ids
   */
  public static Dataset<Row> without(Dataset<Row> reads, long[] replaced) {
    return replaced.length == 0
        ? reads
        : reads.join(
            broadcast(rows(reads, replaced)), col("read_id").equalTo(col("replaced")), "left_anti");
  }

  /** Rows with a read id that are these, or for which another condition holds. */
  public static Dataset<Row> orThese(Dataset<Row> rows, long[] replaced, Column condition) {
    return replaced.length == 0
        ? rows.where(condition)
        : rows.join(
                broadcast(rows(rows, replaced)), col("read_id").equalTo(col("replaced")), "left")
            .where(condition.or(col("replaced").isNotNull()))
            .drop("replaced");
  }

  /** As rows and not as literals: plans and their logs show literals. */
  private static Dataset<Row> rows(Dataset<Row> of, long[] ids) {
    List<Long> all = Arrays.stream(ids).boxed().toList();
    return of.sparkSession().createDataset(all, Encoders.LONG()).toDF("replaced");
  }
}
