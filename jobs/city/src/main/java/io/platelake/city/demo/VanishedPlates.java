package io.platelake.city.demo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Plates that must be nowhere after a purge. They belong to deleted reads, and no other read, hot
 * list, hold, held read or quarantined record shares the plate or its folded key.
 *
 * <p>Only plates that cannot occur by chance: six characters or more, one of them beyond F, because
 * digests and sizes are full of digits and of the letters A to F.
 */
final class VanishedPlates {
  private static final Pattern TELLING = Pattern.compile("(?=.*[G-Z])[A-Z0-9]{6,}");

  private VanishedPlates() {}

  /** Looks into a lake on duty before the purge; {@code until} is the last date that goes. */
  static Set<String> plates(Lake lake, String purpose, LocalDate until) {
    Dataset<Row> reads = lake.read(Table.READS);
    Column goes = col("purpose").equalTo(purpose).and(col("date").leq(Date.valueOf(until)));
    Set<String> plates = new TreeSet<>(strings(reads.where(goes).select("plate")));
    Dataset<Row> stay = reads.where(goes.unary_$bang());
    plates.removeAll(strings(stay.select("plate")));
    plates.removeAll(strings(stay.select(explode(col("candidates")).as("c")).select("c.plate")));
    plates.removeAll(strings(lake.read(Table.HOTLIST_ENTRIES).select("plate")));
    Set<String> held = strings(lake.read(Table.HOLDS).select(explode(col("plates"))));
    plates.removeAll(held);
    // Held reads go to evidence with the other readings that the camera thought of.
    Dataset<Row> evidence = reads.where(col("plate").isInCollection(held));
    plates.removeAll(
        strings(evidence.select(explode(col("candidates")).as("c")).select("c.plate")));
    plates.removeIf(p -> !TELLING.matcher(p).matches());
    // The folded key of one plate can be the very key of another.
    Set<Long> folded = new HashSet<>();
    for (Dataset<Row> rows : List.of(stay, lake.read(Table.HOTLIST_ENTRIES))) {
      NamedRow.all(rows.select("fold_key").distinct())
          .forEach(r -> r.findNumber("fold_key").ifPresent(folded::add));
    }
    plates.removeIf(p -> folded.contains(PlateKey.pack(p)));
    List<String> payloads =
        NamedRow.all(lake.read(Table.QUARANTINE).select("payload")).stream()
            .map(r -> r.findText("payload").orElse("").toUpperCase(java.util.Locale.ROOT))
            .toList();
    plates.removeIf(p -> payloads.stream().anyMatch(text -> text.contains(p)));
    return plates;
  }

  /** A plate that was read on a date; the lake serves the purpose. */
  static String somebodyOn(Lake lake, String purpose, LocalDate date) {
    Dataset<Row> reads =
        lake.read(Table.READS, purpose).where(col("date").equalTo(Date.valueOf(date)));
    return new NamedRow(reads.orderBy("read_id").first()).text("plate");
  }

  private static Set<String> strings(Dataset<Row> one) {
    Set<String> values = new HashSet<>();
    String column = one.columns()[0];
    NamedRow.all(one.distinct()).forEach(r -> r.findText(column).ifPresent(values::add));
    return values;
  }
}
