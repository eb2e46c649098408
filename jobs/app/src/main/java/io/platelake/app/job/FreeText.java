package io.platelake.app.job;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

import io.platelake.core.Refusal;
import io.platelake.core.plate.PlateInText;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Keeps plates out of what people write for ledgers, which stay when reads and entries go. */
public final class FreeText {
  private FreeText() {}

  /**
   * @param option where the text was given
   * @throws Refusal if the text names a plate of any hot list or hold; it is not quoted
   */
  public static void refusePlates(Lake lake, String option, String text) {
    List<Long> keys = PlateInText.possible(text);
    if (keys.isEmpty()) {
      return;
    }
    // As rows and not as literals: plans and their logs show literals.
    Dataset<Row> named = lake.spark().createDataset(keys, Encoders.LONG()).toDF("named");
    boolean listed =
        !lake.ledger(Table.HOTLIST_ENTRIES)
            .join(named, col("plate_key").equalTo(col("named")), "left_semi")
            .isEmpty();
    Dataset<Row> plates =
        lake.spark()
            .createDataset(keys.stream().map(PlateKey::unpack).toList(), Encoders.STRING())
            .toDF("plate");
    boolean held =
        !lake.ledger(Table.HOLDS)
            .where(col("plates").isNotNull())
            .join(plates, array_contains(col("plates"), col("plate")), "left_semi")
            .isEmpty();
    if (listed || held) {
      throw new Refusal(
          option,
          "it names a plate of a hot list or of a hold, and would outlive it",
          "Say it without the plate.");
    }
  }
}
