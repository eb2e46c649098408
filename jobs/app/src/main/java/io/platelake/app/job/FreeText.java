package io.platelake.app.job;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.plate.PlateInText;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Table;
import io.platelake.lake.lookup.KeyedRows;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Keeps plates out of what people write for ledgers, which stay when reads and entries go. */
public final class FreeText {
  /** Tables that a principal is compared with. */
  static final List<String> LOOKED_AT =
      List.of(Table.HOTLIST_ENTRIES.folder(), Table.HOLDS.folder(), Table.JOB_RUNS.folder());

  private FreeText() {}

  /**
   * @param lake without a declaration: this looks at the reads of all purposes, by a duty
   * @param option where the text was given
   * @throws Refusal if the text names a plate of any hot list, hold or read; it is not quoted, and
   *     of which of them is not said
   */
  public static void refusePlates(Lake lake, String option, String text) {
    if (isListedOrHeld(lake, PlateInText.possible(text))) {
      throw refusal(option);
    }
    if (isRead(lake, PlateInText.likely(text))) {
      throw refusal(option);
    }
  }

  /**
   * As {@link #refusePlates} of many texts, in which names and words abound: only what has the form
   * of a plate, letters and digits, counts.
   *
   * @throws Refusal if one names a plate of any hot list, hold or read
   */
  public static void refusePlatesIn(Lake lake, String option, Collection<String> texts) {
    List<Long> keys =
        texts.stream().flatMap(text -> PlateInText.likely(text).stream()).distinct().toList();
    if (isListedOrHeld(lake, keys) || isRead(lake, keys)) {
      throw refusal(option);
    }
  }

  private static Refusal refusal(String option) {
    return new Refusal(
        option,
        "it names a plate of a hot list, a hold or a read, and would outlive it",
        "Say it without the plate; write dates and numbers without letters beside them.");
  }

  /**
   * Checks who runs a command. A name that is on record stays in use although somebody puts it on a
   * list: otherwise an entry could stop the purge.
   *
   * @throws BadInput if the name is new to the lake and names a plate of a hot list or hold
   */
  static void refusePrincipal(Lake lake, String principal) {
    List<Long> keys = PlateInText.possible(principal);
    if (!keys.isEmpty() && !isOnRecord(lake, principal) && isListedOrHeld(lake, keys)) {
      throw new BadInput(
          "--principal",
          "it names a plate of a hot list or a hold, and would outlive it in the ledgers",
          "Use another id for this person or service.");
    }
  }

  private static boolean isListedOrHeld(Lake lake, List<Long> keys) {
    if (keys.isEmpty()) {
      return false;
    }
    if (!lake.isKnownEmpty(Table.HOTLIST_ENTRIES)
        && KeyedRows.holdsAny(lake, lake.read(Table.HOTLIST_ENTRIES), "plate_key", keys)) {
      return true;
    }
    Dataset<Row> plates = texts(lake, keys.stream().map(PlateKey::unpack).toList(), "plate");
    return !lake.isKnownEmpty(Table.HOLDS)
        && !lake.ledger(Table.HOLDS)
            .where(col("plates").isNotNull())
            .join(plates, array_contains(col("plates"), col("plate")), "left_semi")
            .isEmpty();
  }

  /** Looks at one column of reads, in tasks: no plan names a plate. */
  private static boolean isRead(Lake lake, List<Long> keys) {
    if (keys.isEmpty() || lake.isKnownEmpty(Table.READS)) {
      return false;
    }
    Lake all = lake.forDuty(Duty.RETENTION);
    return KeyedRows.holdsAny(all, all.read(Table.READS), "plate_key", keys);
  }

  private static boolean isOnRecord(Lake lake, String principal) {
    Dataset<Row> name = texts(lake, List.of(principal), "name");
    return !lake.ledger(Table.JOB_RUNS)
        .join(name, col("principal").equalTo(col("name")), "left_semi")
        .isEmpty();
  }

  /** As rows and not as literals: plans and their logs show literals. */
  private static Dataset<Row> texts(Lake lake, List<String> values, String column) {
    return lake.spark().createDataset(values, Encoders.STRING()).toDF(column);
  }
}
