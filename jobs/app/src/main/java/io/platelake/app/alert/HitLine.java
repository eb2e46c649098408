package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;

/**
 * One hit as people look it up; never with a plate.
 *
 * @param capturedAt instant of capture, UTC
 * @param reason why it is an alert, or is none
 * @param score probability from 0 to 1 that the read is the wanted vehicle; empty when unknown
 */
record HitLine(
    long hitId,
    Instant capturedAt,
    String camera,
    String purpose,
    String list,
    String category,
    String tier,
    OptionalDouble score,
    boolean isAlert,
    String reason,
    String listing) {
  /** Columns of the CSV file. */
  static final List<String> COLUMNS =
      List.of(
          "hit_id",
          "captured_at",
          "camera_id",
          "purpose",
          "list_id",
          "category",
          "tier",
          "score",
          "is_alert",
          "alert_reason",
          "listing");

  private static final String LINE = "%-20s %-20s %-14s %-12s %-14s %-18s %-10s %5s  %-5s  %s";
  static final String HEADER =
      format(
          "hit",
          "captured (UTC)",
          "camera",
          "purpose",
          "list",
          "category",
          "tier",
          "score",
          "alert",
          "reason");

  /** Which hits somebody asks for; {@code list} null: of every list. */
  record Wanted(Window captured, String list, boolean alertsOnly) {
    private Column condition() {
      Column hits =
          col("captured_at")
              .geq(Timestamp.from(captured.from()))
              .and(col("captured_at").lt(Timestamp.from(captured.to())))
              .and(col("date").isInCollection(captured.dates()));
      hits = list == null ? hits : hits.and(col("list_id").equalTo(list));
      return alertsOnly ? hits.and(col("is_alert")) : hits;
    }
  }

  /** The newest first. */
  static List<HitLine> of(List<AgencyHits> purposes, Wanted wanted) {
    List<HitLine> lines = new ArrayList<>();
    for (AgencyHits hits : purposes) {
      NamedRow.all(
              hits.rows()
                  .where(wanted.condition())
                  .selectExpr(String.join(",", COLUMNS).split(",")))
          .forEach(row -> lines.add(of(row)));
    }
    lines.sort(Comparator.comparing(HitLine::capturedAt).reversed().thenComparing(HitLine::hitId));
    return lines;
  }

  private static HitLine of(NamedRow row) {
    return new HitLine(
        row.number("hit_id"),
        row.instant("captured_at"),
        row.text("camera_id"),
        row.text("purpose"),
        row.text("list_id"),
        row.text("category"),
        row.text("tier"),
        row.findReal("score").map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        row.flag("is_alert"),
        row.text("alert_reason"),
        row.text("listing"));
  }

  String line() {
    return format(
        hitId,
        capturedAt.truncatedTo(ChronoUnit.SECONDS),
        camera,
        purpose,
        list,
        category,
        tier,
        score.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", score.getAsDouble()),
        isAlert ? "yes" : "no",
        "STALE".equals(listing) ? reason + ", entry no longer listed" : reason);
  }

  List<String> cells() {
    return Arrays.asList(
        String.valueOf(hitId),
        capturedAt.toString(),
        camera,
        purpose,
        list,
        category,
        tier,
        score.isEmpty() ? null : String.format(Locale.ROOT, "%.4f", score.getAsDouble()),
        String.valueOf(isAlert),
        reason,
        listing);
  }

  private static String format(Object... cells) {
    return String.format(Locale.ROOT, LINE, cells).stripTrailing();
  }
}
