package io.platelake.app.status;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.platelake.core.feed.rule.LandingShare;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the accounts of landed files say that a person has to see, from {@code landing} alone. */
record LandingItems(Lake lake, Instant asOf) {
  /** Later nobody asks the deliverer any more. */
  private static final Duration SHOWN = Duration.ofDays(7);

  /** Quarantined records may be landed again as long as quarantine may hold them, about. */
  private static final Duration QUARANTINED_SHOWN = Duration.ofDays(30);

  List<StatusItem> items() {
    List<StatusItem> items = new ArrayList<>(unfinished());
    for (LandingShare share : LandingShare.values()) {
      items.addAll(unusual(share));
    }
    items.addAll(nothing());
    items.addAll(otherPlates());
    return items;
  }

  private List<StatusItem> unfinished() {
    List<StatusItem> items = new ArrayList<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("state").equalTo("planned"))
                .groupBy("feed_id")
                .agg(count(lit(1)).as("files"), min("planned_at").as("planned_at"))
                .orderBy("feed_id"))) {
      items.add(
          new StatusItem(
              StatusItem.State.OVERDUE,
              "feed " + row.text("feed_id"),
              row.number("files")
                  + " files planned "
                  + row.instant("planned_at")
                  + " and not landed"));
    }
    return items;
  }

  private List<StatusItem> unusual(LandingShare share) {
    boolean quarantined = share == LandingShare.QUARANTINED;
    Column files = array_contains(col("unusual"), share.name());
    List<StatusItem> items = new ArrayList<>();
    for (NamedRow row : sums(files, share, quarantined ? QUARANTINED_SHOWN : SHOWN)) {
      items.add(
          new StatusItem(
              StatusItem.State.OVERDUE,
              "feed " + row.text("feed_id"),
              String.format(
                  Locale.ROOT,
                  "%,d of %,d records %s in %,d files, the last landed %s%s",
                  row.number("some"),
                  row.number("records"),
                  words(share),
                  row.number("files"),
                  row.instant("last"),
                  quarantined
                      ? "; repair the feed file, then: platelake quarantine release"
                      : "")));
    }
    return items;
  }

  /** Feeds that deliver files without a single read. */
  private List<StatusItem> nothing() {
    return NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("done_at").geq(Timestamp.from(asOf.minus(SHOWN))))
                .groupBy("feed_id")
                .agg(
                    count(lit(1)).as("files"),
                    sum(col("kept").plus(col("excluded")).plus(col("duplicate"))).as("reads"))
                .where(col("reads").equalTo(0))
                .orderBy("feed_id"))
        .stream()
        .map(
            row ->
                new StatusItem(
                    StatusItem.State.OVERDUE,
                    "feed " + row.text("feed_id"),
                    row.number("files") + " files landed in seven days, and no read is in them"))
        .toList();
  }

  /** Not wrong in itself, so no finding. */
  private List<StatusItem> otherPlates() {
    List<StatusItem> items = new ArrayList<>();
    for (NamedRow row : sums(col("other_plate").gt(0), LandingShare.OTHER_PLATE, SHOWN)) {
      items.add(
          new StatusItem(
              StatusItem.State.OK,
              "feed " + row.text("feed_id"),
              row.number("some") + " reads " + words(LandingShare.OTHER_PLATE)));
    }
    return items;
  }

  private List<NamedRow> sums(Column which, LandingShare share, Duration shown) {
    Dataset<Row> files =
        lake.ledger(Table.LANDING)
            .where(col("done_at").geq(Timestamp.from(asOf.minus(shown))))
            .where(which);
    return NamedRow.all(
        files
            .groupBy("feed_id")
            .agg(
                count(lit(1)).as("files"),
                sum("records").as("records"),
                sum(share.name().toLowerCase(Locale.ROOT)).as("some"),
                max("done_at").as("last"))
            .orderBy("feed_id"));
  }

  private static String words(LandingShare share) {
    return switch (share) {
      case QUARANTINED -> "quarantined";
      case REFUSED -> "refused";
      case DUPLICATE -> "repeat an event";
      case OTHER_PLATE -> "share their event with another plate";
    };
  }
}
