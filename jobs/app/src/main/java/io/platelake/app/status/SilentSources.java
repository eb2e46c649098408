package io.platelake.app.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.core.land.Deployment;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Feeds and cameras that fell silent, from tables without plates: a purge changes nothing here.
 *
 * <p>What counts is what is kept or excluded: a feed of which everything is refused is silent too.
 * A feed is judged on the last complete UTC day, by what landed on it. A camera is judged by day of
 * capture, which late uploads complete: on the day before that, and only where its facts were
 * counted since or are final.
 */
final class SilentSources {
  private static final int SHOWN = 20;
  private static final String MOBILE = "mobile";

  private record Source(String agency, String name, String purpose) {}

  private record Silent(Source source, long count, long usual) {}

  private final Lake lake;
  private final Instant asOf;
  private final LocalDate landed;
  private final LocalDate captured;
  private final Rhythm rhythm = Rhythm.DEFAULT;

  SilentSources(Lake lake, Instant asOf) {
    this.lake = lake;
    this.asOf = asOf;
    this.landed = LocalDate.ofInstant(asOf, ZoneOffset.UTC).minusDays(1);
    this.captured = landed.minusDays(1);
  }

  List<StatusItem> items() {
    Map<Source, Map<LocalDate, Long>> cameras = cameras();
    Map<String, Map<String, Deployment>> standing = standing(cameras);
    List<StatusItem> items = new ArrayList<>(feeds(gone(cameras, standing)));
    items.addAll(silentCameras(cameras, standing));
    return items;
  }

  /**
   * The usual deliveries of cameras taken down of late, by agency: no one expects these. What a
   * feed usually delivers forgets them as fast.
   */
  private Map<String, Long> gone(
      Map<Source, Map<LocalDate, Long>> cameras, Map<String, Map<String, Deployment>> standing) {
    Map<String, Long> gone = new HashMap<>();
    cameras.forEach(
        (camera, counts) -> {
          boolean ofLate =
              counts.keySet().stream().anyMatch(captured.minusDays(rhythm.days())::isBefore);
          if (ofLate && !standing.get(camera.agency()).containsKey(camera.name())) {
            gone.merge(camera.agency(), rhythm.usual(counts, captured).orElse(0), Long::sum);
          }
        });
    return gone;
  }

  private List<StatusItem> feeds(Map<String, Long> gone) {
    Map<Source, Map<LocalDate, Long>> feeds = new HashMap<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("done_at").geq(midnight(landed.minusDays(rhythm.lookback()))))
                .groupBy(col("agency_id"), col("feed_id"), to_date(col("done_at")).as("date"))
                .agg(sum(col("kept").plus(col("excluded"))).as("records")))) {
      add(feeds, new Source(row.text("agency_id"), row.text("feed_id"), null), row);
    }
    List<StatusItem> items = new ArrayList<>();
    feeds.forEach(
        (feed, counts) -> {
          long usual =
              rhythm.usual(counts, landed).orElse(0) - gone.getOrDefault(feed.agency(), 0L);
          long count = counts.getOrDefault(landed, 0L);
          if (rhythm.isSilent(count, usual)) {
            items.add(item("feed " + feed.name(), "landed", landed, count, usual));
          }
        });
    items.sort(Comparator.comparing(StatusItem::subject));
    return items;
  }

  private List<StatusItem> silentCameras(
      Map<Source, Map<LocalDate, Long>> cameras, Map<String, Map<String, Deployment>> standing) {
    Set<Source> counted = counted();
    Map<String, List<Silent>> byAgency = new TreeMap<>();
    cameras.forEach(
        (camera, counts) -> {
          Deployment at = standing.get(camera.agency()).get(camera.name());
          long usual = rhythm.usual(counts, captured).orElse(0);
          long count = counts.getOrDefault(captured, 0L);
          // A mobile unit rests when its crew does.
          boolean expected = at != null && !at.siteType().equals(MOBILE);
          if (expected
              && counted.contains(new Source(camera.agency(), null, camera.purpose()))
              && rhythm.isSilent(count, usual)) {
            byAgency
                .computeIfAbsent(camera.agency(), k -> new ArrayList<>())
                .add(new Silent(camera, count, usual));
          }
        });
    List<StatusItem> items = new ArrayList<>();
    byAgency.forEach((agency, silent) -> items.addAll(cameraItems(agency, silent)));
    return items;
  }

  /** The busiest first, and no more than a person reads. */
  private List<StatusItem> cameraItems(String agency, List<Silent> silent) {
    silent.sort(
        Comparator.comparingLong(Silent::usual)
            .reversed()
            .thenComparing(s -> s.source().name())
            .thenComparing(s -> s.source().purpose()));
    List<StatusItem> items = new ArrayList<>();
    for (Silent s : silent.subList(0, Math.min(SHOWN, silent.size()))) {
      String subject = "camera " + s.source().name() + ", " + s.source().purpose();
      items.add(item(subject, "captured", captured, s.count(), s.usual()));
    }
    if (silent.size() > SHOWN) {
      items.add(
          new StatusItem(
              StatusItem.State.OVERDUE,
              "cameras of " + agency,
              (silent.size() - SHOWN) + " more are silent since " + captured + " or before"));
    }
    return items;
  }

  private StatusItem item(String subject, String what, LocalDate day, long count, long usual) {
    return new StatusItem(
        StatusItem.State.OVERDUE,
        subject,
        String.format(
            java.util.Locale.ROOT,
            "%d records %s on %s, less than %.0f %% of its usual %d",
            count,
            what,
            day,
            100 * rhythm.share(),
            usual));
  }

  /** Records by camera and day of capture. */
  private Map<Source, Map<LocalDate, Long>> cameras() {
    Map<Source, Map<LocalDate, Long>> cameras = new HashMap<>();
    List<NamedRow> rows =
        NamedRow.all(
            lake.ledger(Table.DAILY_FACTS)
                .where(
                    col("metric").isin("reads_kept", "excluded").and(col("camera_id").isNotNull()))
                .where(
                    col("date")
                        .between(
                            Date.valueOf(captured.minusDays(rhythm.lookback())),
                            Date.valueOf(captured)))
                .groupBy("agency_id", "camera_id", "purpose", "date")
                .agg(sum("value").as("records")));
    for (NamedRow row : rows) {
      Source camera = new Source(row.text("agency_id"), row.text("camera_id"), row.text("purpose"));
      add(cameras, camera, row);
    }
    return cameras;
  }

  /** Agencies and purposes whose counts of the judged day are complete. */
  private Set<Source> counted() {
    Set<Source> counted = new HashSet<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.DAILY_FACTS)
                .where(col("date").equalTo(Date.valueOf(captured)))
                .groupBy("agency_id", "purpose")
                .agg(max("computed_at").as("computed_at")))) {
      if (!row.instant("computed_at").isBefore(midnight(captured.plusDays(2)).toInstant())) {
        counted.add(new Source(row.text("agency_id"), null, row.text("purpose")));
      }
    }
    for (ClosedDates.Closed closed : ClosedDates.of(lake)) {
      if (closed.date().equals(captured)) {
        counted.add(new Source(closed.agency(), null, closed.purpose()));
      }
    }
    return counted;
  }

  /** By agency, the cameras that stand, by the registry, from before the judged day until now. */
  private Map<String, Map<String, Deployment>> standing(Map<Source, Map<LocalDate, Long>> cameras) {
    Set<String> agencies = new TreeSet<>();
    cameras.keySet().forEach(c -> agencies.add(c.agency()));
    Map<String, Map<String, Deployment>> standing = new HashMap<>();
    Map<String, List<Deployment>> deployments = CameraRegistry.deployments(lake, agencies);
    for (String agency : agencies) {
      Map<String, Deployment> here = new HashMap<>();
      for (Deployment p : deployments.get(agency)) {
        if (p.covers(midnight(captured).toInstant()) && p.covers(asOf)) {
          here.put(p.cameraId(), p);
        }
      }
      standing.put(agency, here);
    }
    return standing;
  }

  private static void add(Map<Source, Map<LocalDate, Long>> sources, Source source, NamedRow row) {
    sources
        .computeIfAbsent(source, k -> new HashMap<>())
        .put(row.date("date"), row.findNumber("records").orElse(0L));
  }

  private static Timestamp midnight(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
