package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.TrackedExport;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Everything that a bad read or entry has reached, as far as the tables still know. This covers
 * hits and alerts, the actions on them, copies in evidence, and exports, shares and releases since
 * the capture.
 */
final class Notice {

  /** A read that is wrong, or that a wrong entry was matched with. */
  private record Sighting(long readId, String agency, String purpose, Instant capturedAt) {}

  private final Lake lake;
  private final Suspect suspect;
  private final Map<String, PolicyInForce> policies;
  private final List<NoticeLine> lines = new ArrayList<>();
  private final Set<Sighting> sightings = new HashSet<>();
  private final Map<Long, String> purposeByHit = new HashMap<>();

  private Notice(JobContext job, Suspect suspect) {
    this.lake = job.lake();
    this.suspect = suspect;
    this.policies = PolicyLedger.all(job.lake(), job.asOf());
  }

  /** The lines, in the order in which things came about; none when nothing is known of it. */
  static List<NoticeLine> of(JobContext job, Suspect suspect) {
    Notice notice = new Notice(job, suspect);
    if (suspect.isEntry()) {
      notice.snapshots();
    }
    notice.policies.values().stream()
        .flatMap(policy -> AgencyHits.of(notice.lake, policy).stream())
        .forEach(notice::hits);
    notice.outcomes();
    notice.evidence();
    notice.exports(job.asOf());
    notice.shares();
    if (!suspect.isEntry()) {
      notice.releases();
    }
    return notice.lines;
  }

  private void snapshots() {
    for (Row r :
        lake.read(Table.HOTLIST_ENTRIES)
            .where(suspect.rows())
            .select("snapshot_id")
            .join(lake.ledger(Table.HOTLISTS), "snapshot_id")
            .orderBy("loaded_at", "snapshot_id")
            .collectAsList()) {
      String owner = r.getAs("owner");
      lines.add(
          new NoticeLine(
              "snapshot",
              r.getAs("snapshot_id"),
              r.getAs("agency_id"),
              r.getAs("purpose"),
              time(r, "loaded_at"),
              owner == null ? r.getAs("source") : owner,
              "yes",
              "list " + r.getAs("list_id") + " held the entry"));
    }
  }

  private void hits(AgencyHits own) {
    if (suspect.isRead()) {
      own.reads().where(suspect.rows()).select("read_id", "captured_at").collectAsList().stream()
          .map(r -> sighting(own, r))
          .forEach(sightings::add);
    }
    for (Row r :
        own.rows().where(suspect.rows()).orderBy("captured_at", "hit_id").collectAsList()) {
      sightings.add(sighting(own, r));
      purposeByHit.put(r.<Long>getAs("hit_id"), own.purpose());
      lines.add(
          new NoticeLine(
              r.<Boolean>getAs("is_alert") ? "alert" : "hit",
              r.getAs("hit_id").toString(),
              own.agency(),
              own.purpose(),
              time(r, "matched_at"),
              null,
              "yes",
              "match with list " + r.getAs("list_id")));
    }
  }

  private static Sighting sighting(AgencyHits own, Row r) {
    return new Sighting(
        r.<Long>getAs("read_id"),
        own.agency(),
        own.purpose(),
        r.<Timestamp>getAs("captured_at").toInstant());
  }

  private void outcomes() {
    // Hits may be gone; what was said about one of them is not.
    Set<Long> hits = new HashSet<>(purposeByHit.keySet());
    if (suspect.column().equals("hit_id")) {
      hits.add(suspect.id());
    }
    for (Row r :
        lake.ledger(Table.OUTCOMES)
            .join(ids(hits, "hit_id"), "hit_id")
            .orderBy("occurred_at", "outcome_id")
            .collectAsList()) {
      lines.add(
          new NoticeLine(
              "outcome",
              r.getAs("outcome_id"),
              r.getAs("agency_id"),
              purposeByHit.get(r.<Long>getAs("hit_id")),
              time(r, "occurred_at"),
              null,
              "yes",
              r.getAs("kind") + " about hit " + r.getAs("hit_id")));
    }
  }

  private void evidence() {
    Set<Long> reads = new HashSet<>();
    sightings.forEach(s -> reads.add(s.readId()));
    if (suspect.isRead()) {
      reads.add(suspect.id());
    }
    for (Row r :
        lake.ledger(Table.EVIDENCE)
            .select("read_id", "agency_id", "purpose", "captured_at", "copied_at", "hold_id")
            .join(ids(reads, "read_id"), "read_id")
            .join(
                lake.ledger(Table.HOLDS)
                    .where(col("event").equalTo("open"))
                    .select("hold_id", "authority"),
                "hold_id")
            .orderBy("copied_at", "hold_id")
            .collectAsList()) {
      sightings.add(
          new Sighting(
              r.<Long>getAs("read_id"),
              r.getAs("agency_id"),
              r.getAs("purpose"),
              r.<Timestamp>getAs("captured_at").toInstant()));
      lines.add(
          new NoticeLine(
              "evidence",
              r.getAs("hold_id"),
              r.getAs("agency_id"),
              r.getAs("purpose"),
              time(r, "copied_at"),
              r.getAs("authority"),
              "yes",
              "copy of read " + r.getAs("read_id")));
    }
  }

  /** Files with the read. One that is gone, and one that does not name its reads, may have it. */
  private void exports(Instant asOf) {
    Set<Long> reads = new HashSet<>();
    sightings.forEach(s -> reads.add(s.readId()));
    for (TrackedExport tracked : ExportLedger.all(lake, asOf)) {
      Export export = tracked.export();
      boolean possible =
          !tracked.failed()
              && export.holdsReaderData()
              && own(export.agency())
                  .filter(s -> !export.at().isBefore(s.capturedAt()))
                  .anyMatch(s -> export.origin().purpose().map(s.purpose()::equals).orElse(true));
      Optional<Boolean> carried = possible ? CarriedReads.anyOf(export, reads) : Optional.of(false);
      if (carried.orElse(true)) {
        lines.add(
            new NoticeLine(
                "export",
                export.id(),
                export.agency(),
                export.origin().purpose().orElse(null),
                export.at().toString(),
                export.to().recipient(),
                carried.isPresent() ? "yes" : "maybe",
                "file of " + export.origin().kind() + ", " + tracked.state(asOf)));
      }
    }
  }

  /** What was disclosed after the capture; the ledger does not say which reads. */
  private void shares() {
    for (Row r :
        lake.ledger(Table.SHARES)
            .where(col("data_kind").equalTo("alpr").and(col("shared_at").isNotNull()))
            .orderBy("shared_at", "share_id")
            .collectAsList()) {
      Instant at = r.<Timestamp>getAs("shared_at").toInstant();
      if (own(r.getAs("agency_id")).anyMatch(s -> !at.isBefore(s.capturedAt()))) {
        lines.add(
            new NoticeLine(
                "share",
                r.getAs("share_id"),
                r.getAs("agency_id"),
                null,
                at.toString(),
                r.getAs("recipient"),
                "maybe",
                r.getAs("kind") + ", disclosed after the capture"));
      }
    }
  }

  /** Extracts that counted reads of the time; of an entry they tell nothing. */
  private void releases() {
    List<Row> rows = lake.ledger(Table.RESEARCH_RELEASES).orderBy("at").collectAsList();
    Map<String, String> requested = new HashMap<>();
    rows.stream()
        .filter(r -> r.<String>getAs("event").equals("request"))
        .forEach(r -> requested.put(r.getAs("release_id"), r.getAs("principal")));
    for (Row r : rows) {
      if (r.<String>getAs("event").equals("run")
          && own(r.getAs("agency_id")).anyMatch(s -> counted(s, r))) {
        lines.add(
            new NoticeLine(
                "release",
                r.getAs("release_id"),
                r.getAs("agency_id"),
                r.getAs("purpose"),
                time(r, "at"),
                requested.get(r.<String>getAs("release_id")),
                "maybe",
                "release may contain counts from it"));
      }
    }
  }

  private static boolean counted(Sighting s, Row run) {
    return s.purpose().equals(run.getAs("purpose"))
        && !s.capturedAt().isBefore(run.<Timestamp>getAs("window_from").toInstant())
        && s.capturedAt().isBefore(run.<Timestamp>getAs("window_to").toInstant());
  }

  private Stream<Sighting> own(String agency) {
    return sightings.stream().filter(s -> s.agency().equals(agency));
  }

  private Dataset<Row> ids(Set<Long> ids, String column) {
    return lake.spark().createDataset(List.copyOf(ids), Encoders.LONG()).toDF(column);
  }

  private static String time(Row row, String column) {
    return row.<Timestamp>getAs(column).toInstant().toString();
  }
}
