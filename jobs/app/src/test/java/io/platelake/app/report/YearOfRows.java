package io.platelake.app.report;

import io.platelake.app.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** Ledgers of 2026 with known counts, and around each a row that must not be counted. */
final class YearOfRows {
  private YearOfRows() {}

  static void fill(SmallLake lake) throws IOException {
    outcomes(lake);
    holdsAndShares(lake);
    accesses(lake);
    facts(lake);
    governance(lake);
    cameras(lake);
    readsAndHits(lake);
    lake.write();
  }

  private static void outcomes(SmallLake lake) {
    outcome(lake, "o1", 1L, "stop", "2026-03-01T10:00:00Z");
    outcome(lake, "o2", 1L, "arrest", "2026-03-01T10:05:00Z");
    outcome(lake, "o3", 1L, "arrest", "2026-03-01T10:05:00Z");
    outcome(lake, "o4", 2L, "stop", "2026-03-02T10:00:00Z");
    outcome(lake, "o5", 1L, "prosecution", "2026-06-01T00:00:00Z");
    outcome(lake, "o6", 2L, "vehicle_recovered", "2026-03-02T11:00:00Z");
    outcome(lake, "o7", 2L, "vehicle_recovered", "2026-03-03T11:00:00Z");
    outcome(lake, "o8", null, "vehicle_recovered", "2026-03-04T11:00:00Z");
    outcome(lake, "o9", 3L, "plate_recovered", "2026-03-04T11:00:00Z");
    outcome(lake, "o10", 4L, "wrong", "2026-03-04T11:00:00Z");
    outcome(lake, "o11", 5L, "stop", "2025-12-31T23:59:59Z");
    outcome(lake, "o12", 6L, "stop", "2026-12-01T00:00:01Z");
    lake.add(
        Table.OUTCOMES,
        "outcome_id",
        "x1",
        "agency_id",
        "city-9",
        "kind",
        "stop",
        "occurred_at",
        "2026-03-01T10:00:00Z",
        "recorded_at",
        "2026-03-01T10:00:00Z");
  }

  private static void outcome(SmallLake lake, String id, Long hit, String kind, String at) {
    lake.add(
        Table.OUTCOMES,
        "outcome_id",
        id,
        "hit_id",
        hit,
        "agency_id",
        SmallLake.AGENCY,
        "kind",
        kind,
        "occurred_at",
        at,
        "recorded_at",
        at);
  }

  private static void holdsAndShares(SmallLake lake) {
    hold(lake, "h1", "open", "preservation_request", "2026-01-01T00:00:00Z");
    hold(lake, "h2", "open", "preservation_request", "2026-02-01T00:00:00Z");
    hold(lake, "h3", "open", "preservation_request", "2026-03-01T00:00:00Z");
    hold(lake, "h3", "close", "preservation_request", "2026-04-01T00:00:00Z");
    hold(lake, "h4", "open", "preservation_request", "2025-12-31T00:00:00Z");
    hold(lake, "h5", "open", "court_order", "2026-03-01T00:00:00Z");
    String government = "government_agency";
    share(lake, "s1", "disclosure_order", "Superior Court", "court", "alpr", null);
    share(
        lake, "s2", "disclosure_order", "Superior Court", "court", "alpr", "2026-05-02T00:00:00Z");
    String county = "County <Sheriff> & Co";
    share(lake, "s3", "judicial_proceeding", county, government, "alpr", "2026-05-02T00:00:00Z");
    share(lake, "s4", "discovery", county, government, "alpr", "2026-05-03T00:00:00Z");
    share(lake, "s5", "discovery", "State Patrol", government, "audit", "2026-05-03T00:00:00Z");
    share(lake, "s6", "discovery", "State Patrol", government, "audit", null);
    share(lake, "s7", "research", "University", "researcher", "alpr", "2026-05-03T00:00:00Z");
  }

  private static void hold(SmallLake lake, String id, String event, String kind, String at) {
    lake.add(
        Table.HOLDS,
        "hold_id",
        id,
        "event",
        event,
        "at",
        at,
        "agency_id",
        SmallLake.AGENCY,
        "kind",
        kind,
        "authority",
        "letter");
  }

  private static void share(
      SmallLake lake,
      String id,
      String kind,
      String recipient,
      String recipientKind,
      String data,
      String sharedAt) {
    lake.add(
        Table.SHARES,
        "share_id",
        id,
        "agency_id",
        SmallLake.AGENCY,
        "kind",
        kind,
        "recipient",
        recipient,
        "recipient_kind",
        recipientKind,
        "data_kind",
        data,
        "received_at",
        "2026-05-01T00:00:00Z",
        "shared_at",
        sharedAt);
  }

  private static void accesses(SmallLake lake) {
    access(lake, "e1", "search", "warrant", SmallLake.AGENCY, "2026-04-01T00:00:00Z");
    access(lake, "e2", "search", "subpoena", SmallLake.AGENCY, "2026-04-01T00:00:00Z");
    access(lake, "e3", "search", "none", "county", "2026-04-01T00:00:00Z");
    access(lake, "e4", "export", "consent", SmallLake.AGENCY, "2026-04-01T00:00:00Z");
    access(lake, "e5", "denied", "warrant", "far-away", "2026-04-01T00:00:00Z");
    access(lake, "e6", "search", "warrant", SmallLake.AGENCY, "2025-04-01T00:00:00Z");
  }

  private static void access(
      SmallLake lake, String id, String kind, String basis, String from, String at) {
    lake.add(
        Table.ACCESS_LOG,
        "event_id",
        id,
        "agency_id",
        SmallLake.AGENCY,
        "at",
        at,
        "username",
        "u",
        "affiliation",
        from,
        "kind",
        kind,
        "purpose",
        "criminal",
        "legal_basis",
        basis,
        "source",
        "own");
  }

  private static void facts(SmallLake lake) {
    fact(lake, "2026-03-01", "criminal", "cam-1", null, "reads_kept", 1_234_000);
    fact(lake, "2026-03-02", "criminal", "cam-1", null, "reads_kept", 500);
    fact(lake, "2026-03-02", "traffic", "cam-2", null, "reads_kept", 67);
    fact(lake, "2026-04-02", "criminal", "cam-2", null, "reads_kept", 33);
    fact(lake, "2026-03-01", "criminal", "cam-1", null, "distinct_vehicles", 1000);
    fact(lake, "2026-03-01", "criminal", "cam-1", null, "excluded", 40);
    fact(lake, "2026-03-01", "criminal", "cam-1", "wa_dol", "hits", 7);
    fact(lake, "2026-03-02", "criminal", "cam-1", "ncmec", "hits", 2);
    fact(lake, "2026-03-01", "criminal", "cam-1", "wa_dol", "alerts", 4);
    fact(lake, "2025-12-31", "criminal", "cam-1", null, "reads_kept", 5000);
    fact(lake, "2026-12-02", "criminal", "cam-1", null, "reads_kept", 5000);
  }

  private static void fact(
      SmallLake lake,
      String date,
      String purpose,
      String camera,
      String list,
      String metric,
      int value) {
    lake.add(
        Table.DAILY_FACTS,
        "date",
        date,
        "agency_id",
        SmallLake.AGENCY,
        "purpose",
        purpose,
        "camera_id",
        camera,
        "list_id",
        list,
        "metric",
        metric,
        "value",
        value,
        "computed_at",
        "2026-12-01T00:00:00Z");
  }

  private static void governance(SmallLake lake) throws IOException {
    PolicyLedger.adopt(
        lake.lake(),
        SmallLake.AGENCY,
        "wa-city",
        Files.readString(SmallLake.policy())
            .replace("max: {amount: 30, unit: days}", "max: {amount: 21, unit: days}"),
        Instant.parse("2026-07-01T00:00:00Z"),
        "admin");
    lake.add(
        Table.AUDITS,
        "audit_id",
        "a1",
        "agency_id",
        SmallLake.AGENCY,
        "completed_at",
        "2026-09-01T00:00:00Z",
        "scope",
        "access and use",
        "sampled",
        1000,
        "exceptions",
        2,
        "summary",
        "Two searches without a case number; both users were trained again.");
    lake.add(
        Table.INCIDENTS,
        "incident_id",
        "i1",
        "agency_id",
        SmallLake.AGENCY,
        "occurred_at",
        "2026-08-01T12:30:00Z",
        "kind",
        "attempt",
        "status",
        "known",
        "summary",
        "Password guessing against the search page, stopped by the lock-out.");
  }

  private static void cameras(SmallLake lake) {
    for (String camera : List.of("cam-1", "cam-2")) {
      lake.add(
          Table.CAMERAS,
          "camera_id",
          camera,
          "agency_id",
          SmallLake.AGENCY,
          "site_name",
          "Pine Street & 3rd",
          "site_type",
          "street",
          "loaded_at",
          "2026-01-02T00:00:00Z");
    }
    position(lake, "cam-1", 47.610001, "2025-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
    position(lake, "cam-1", 47.62, "2026-07-01T00:00:00Z", null);
    position(lake, "cam-2", 47.63, "2025-01-01T00:00:00Z", null);
  }

  private static void position(SmallLake lake, String camera, double lat, String from, String to) {
    lake.add(
        Table.DEPLOYMENTS,
        "camera_id",
        camera,
        "agency_id",
        SmallLake.AGENCY,
        "lat",
        lat,
        "lon",
        -122.33,
        "valid_from",
        from,
        "valid_to",
        to,
        "loaded_at",
        "2026-01-02T00:00:00Z");
  }

  private static void readsAndHits(SmallLake lake) {
    lake.add(
        Table.READS,
        "read_id",
        1,
        "agency_id",
        SmallLake.AGENCY,
        "camera_id",
        "cam-1",
        "captured_at",
        "2026-03-01T09:00:00Z",
        "landed_at",
        "2026-03-01T10:00:00Z",
        "source",
        "test",
        "batch_id",
        "b1",
        "delete_after",
        "2026-03-22T09:00:00Z",
        "purpose",
        "criminal",
        "date",
        "2026-03-01");
    lake.add(
        Table.HITS,
        "hit_id",
        1,
        "read_id",
        1,
        "entry_id",
        1,
        "snapshot_id",
        "s",
        "list_id",
        "wa_dol",
        "agency_id",
        SmallLake.AGENCY,
        "camera_id",
        "cam-1",
        "captured_at",
        "2026-03-01T09:00:00Z",
        "matched_at",
        "2026-03-01T10:00:00Z",
        "tier",
        "EXACT",
        "substitutions",
        0,
        "state_verdict",
        "SAME",
        "vehicle_verdict",
        "UNKNOWN",
        "category",
        "stolen_vehicle",
        "is_alert",
        true,
        "alert_reason",
        "allowed",
        "policy_version",
        "v",
        "delete_after",
        "2026-03-22T09:00:00Z",
        "purpose",
        "criminal",
        "date",
        "2026-03-01");
  }
}
