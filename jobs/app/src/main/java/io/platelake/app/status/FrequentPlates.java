package io.platelake.app.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;

import io.platelake.core.plate.FrequentPlate;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cameras of which one plate fills an unusual share of the reads of a feed, on the last complete
 * UTC date. Above the limit of the feed, as it last landed, that is a finding. The plate itself is
 * named nowhere.
 */
final class FrequentPlates {
  private static final int SHOWN = 20;

  private final Lake lake;
  private final LocalDate date;

  FrequentPlates(Lake lake, Instant asOf) {
    this.lake = lake;
    this.date = LocalDate.ofInstant(asOf, ZoneOffset.UTC).minusDays(1);
  }

  private record Share(String purpose, String camera, String feed, long repeats, long reads) {
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
                    .groupBy("purpose", "camera_id", "source", "plate_key")
                    .agg(count(lit(1)).as("repeats"))
                    .groupBy("purpose", "camera_id", "source")
                    .agg(max("repeats").as("repeats"), sum("repeats").as("reads"))
                    .where(
                        col("reads")
                            .geq(FrequentPlate.LEAST_READS)
                            .and(col("repeats").geq(FrequentPlate.LEAST_REPEATS))))
            .stream()
            .map(
                r ->
                    new Share(
                        r.text("purpose"),
                        r.text("camera_id"),
                        r.text("source"),
                        r.number("repeats"),
                        r.number("reads")))
            .filter(share -> FrequentPlate.isUnusual(share.repeats(), share.reads()))
            .sorted(
                Comparator.comparingDouble(Share::percent)
                    .reversed()
                    .thenComparing(Share::camera)
                    .thenComparing(Share::purpose))
            .toList();
    if (shares.isEmpty()) {
      return List.of();
    }
    Map<String, Double> limits = limits();
    List<StatusItem> items = new ArrayList<>();
    shares.stream().limit(SHOWN).map(share -> item(share, limits)).forEach(items::add);
    if (shares.size() > SHOWN) {
      items.add(
          new StatusItem(
              StatusItem.State.DUE,
              "cameras",
              (shares.size() - SHOWN) + " more with one plate in an unusual share of their reads"));
    }
    return items;
  }

  /** Limits by feed, as its last file landed; a feed that last landed before has none here. */
  private Map<String, Double> limits() {
    return NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("one_plate_limit").isNotNull())
                .groupBy("feed_id")
                .agg(max_by(col("one_plate_limit"), col("done_at")).as("one_plate_limit")))
        .stream()
        .collect(
            Collectors.toMap(
                r -> r.text("feed_id"), r -> r.findReal("one_plate_limit").orElseThrow()));
  }

  private StatusItem item(Share share, Map<String, Double> limits) {
    double limit = limits.getOrDefault(share.feed(), FrequentPlate.FINDING_SHARE);
    return new StatusItem(
        FrequentPlate.isFinding(share.repeats(), share.reads(), limit)
            ? StatusItem.State.OVERDUE
            : StatusItem.State.DUE,
        "camera " + share.camera() + ", " + share.purpose(),
        String.format(
            Locale.ROOT,
            "one plate is %.1f %% of its %,d reads of %s; look at the raw files of that date. Add a"
                + " word for no plate to no_plate_words of feed %s; if it is a parked vehicle or a"
                + " sign, raise its unusual: {one_plate: %s}",
            share.percent(),
            share.reads(),
            date,
            share.feed(),
            BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString()));
  }
}
