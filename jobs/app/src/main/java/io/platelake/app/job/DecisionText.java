package io.platelake.app.job;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.Refusal;
import io.platelake.core.plate.PlateInText;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Keeps plates out of what people write about lists: {@code hotlist_decisions} is kept for good,
 * and entries are not.
 */
public final class DecisionText {
  private DecisionText() {}

  /**
   * About a list or one of its snapshots, where any of its plates may be meant.
   *
   * @param snapshot null for all of the list's
   * @throws Refusal if the text names a plate of an entry, a hold or a read; it is not quoted
   */
  public static void refusePlates(
      Lake lake, String option, String text, String list, String snapshot) {
    Dataset<Row> named = rows(lake, PlateInText.possible(text), "named");
    Dataset<Row> entries = lake.read(Table.HOTLIST_ENTRIES).where(col("list_id").equalTo(list));
    if (snapshot != null) {
      entries = entries.where(col("snapshot_id").equalTo(snapshot));
    }
    if (!entries.join(named, col("plate_key").equalTo(col("named")), "left_semi").isEmpty()) {
      throw new Refusal(
          option, "it names a plate of the list, and would outlive it", "Say why without a plate.");
    }
    FreeText.refusePlates(lake, option, text);
  }

  /**
   * About single entries, of whose plates nothing may be said, however it is spaced.
   *
   * @throws Refusal if the text names what one of them knows of its plate, or a plate of any list,
   *     hold or read; it is not quoted
   */
  public static void refusePlates(
      Lake lake, String option, String text, String list, Set<Long> entries) {
    List<NamedRow> plates =
        NamedRow.all(
            lake.read(Table.HOTLIST_ENTRIES)
                .where(col("list_id").equalTo(list))
                .join(
                    rows(lake, List.copyOf(entries), "named"),
                    col("entry_id").equalTo(col("named")),
                    "left_semi")
                .select("plate_key", "pattern")
                .distinct());
    PlateInText.refuse(
        option,
        text,
        plates.stream().flatMap(r -> r.findNumber("plate_key").stream()).distinct().toList());
    plates.forEach(
        r -> r.findText("pattern").ifPresent(p -> PlateInText.refusePart(option, text, p)));
    FreeText.refusePlates(lake, option, text);
  }

  /** As rows and not as literals: plans and their logs show literals. */
  private static Dataset<Row> rows(Lake lake, List<Long> values, String name) {
    return lake.spark().createDataset(values, Encoders.LONG()).toDF(name);
  }
}
