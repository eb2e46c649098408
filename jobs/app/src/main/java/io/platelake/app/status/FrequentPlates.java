package io.platelake.app.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.platelake.core.plate.FrequentPlate;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Cameras of which one plate fills an unusual share of the reads, on the last complete UTC date.
 * The plate itself is named nowhere.
 */
final class FrequentPlates {
  private static final int SHOWN = 20;

  private final Lake lake;
  private final LocalDate date;

  FrequentPlates(Lake lake, Instant asOf) {
    this.lake = lake;
    this.date = LocalDate.ofInstant(asOf, ZoneOffset.UTC).minusDays(1);
  }

  private record Share(String agency, String purpose, String camera, long repeats, long reads) {
    double percent() {
      return 100.0 * repeats / reads;
    }
  }

  /** The largest shares first; one line says how many more there are. */
  List<StatusItem> items() {
    if (lake.isKnownEmpty(Table.READS)) {
      return List.of();
    }
    List<Share> shares =
        NamedRow.all(
                lake.read(Table.READS)
                    .where(col("date").equalTo(lit(Date.valueOf(date))))
                    .where(col("plate_key").isNotNull())
                    .groupBy("agency_id", "purpose", "camera_id", "plate_key")
                    .agg(count(lit(1)).as("repeats"))
                    .groupBy("agency_id", "purpose", "camera_id")
                    .agg(max("repeats").as("repeats"), sum("repeats").as("reads"))
                    .where(
                        col("reads")
                            .geq(FrequentPlate.LEAST_READS)
                            .and(col("repeats").geq(FrequentPlate.LEAST_REPEATS))))
            .stream()
            .map(
                r ->
                    new Share(
                        r.text("agency_id"),
                        r.text("purpose"),
                        r.text("camera_id"),
                        r.number("repeats"),
                        r.number("reads")))
            .filter(share -> FrequentPlate.isUnusual(share.repeats(), share.reads()))
            .sorted(
                Comparator.comparingDouble(Share::percent)
                    .reversed()
                    .thenComparing(Share::camera)
                    .thenComparing(Share::purpose))
            .toList();
    List<StatusItem> items = new ArrayList<>();
    shares.stream().limit(SHOWN).map(this::item).forEach(items::add);
    if (shares.size() > SHOWN) {
      items.add(
          new StatusItem(
              StatusItem.State.DUE,
              "cameras",
              (shares.size() - SHOWN) + " more with one plate in an unusual share of their reads"));
    }
    return items;
  }

  private StatusItem item(Share share) {
    return new StatusItem(
        StatusItem.State.DUE,
        "camera " + share.camera() + ", " + share.purpose(),
        String.format(
            Locale.ROOT,
            "one plate is %.1f %% of its %d reads of %s; look at its raw files of that date, and add"
                + " a word for no plate to no_plate_words of the feed",
            share.percent(),
            share.reads(),
            date));
  }
}
