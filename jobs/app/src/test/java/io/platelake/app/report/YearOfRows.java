package io.platelake.app.report;

import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.time.Instant;

/** Ledgers of 2026 with known counts, and around each a row that must not be counted. */
final class YearOfRows {
  private YearOfRows() {}

  static void fill(Lake lake) {
    outcomes(lake);
    holdsAndShares(lake);
    accesses(lake);
    facts(lake);
    governance(lake);
    cameras(lake);
    readsAndHits(lake);
  }

  private static void outcomes(Lake lake) {
    append(
        lake,
        Table.OUTCOMES,
        """
        outcome_id | agency_id | hit_id | kind              | occurred_at          | recorded_at
        o1         | city-2    | 1      | stop              | 2026-03-01T10:00:00Z | 2026-03-05T00:00:00Z
        o2         | city-2    | 1      | arrest            | 2026-03-01T10:05:00Z | 2026-03-05T00:00:00Z
        o3         | city-2    | 1      | arrest            | 2026-03-01T10:05:00Z | 2026-03-05T00:00:00Z
        o4         | city-2    | 2      | stop              | 2026-03-02T10:00:00Z | 2026-03-05T00:00:00Z
        o5         | city-2    | 1      | prosecution       | 2026-06-01T00:00:00Z | 2026-06-05T00:00:00Z
        o6         | city-2    | 2      | vehicle_recovered | 2026-03-02T11:00:00Z | 2026-03-05T00:00:00Z
        o7         | city-2    | 2      | vehicle_recovered | 2026-03-03T11:00:00Z | 2026-03-05T00:00:00Z
        o8         | city-2    | -      | vehicle_recovered | 2026-03-04T11:00:00Z | 2026-03-05T00:00:00Z
        o9         | city-2    | 3      | plate_recovered   | 2026-03-04T11:00:00Z | 2026-03-05T00:00:00Z
        o10        | city-2    | 4      | wrong             | 2026-03-04T11:00:00Z | 2026-03-05T00:00:00Z
        o11        | city-2    | 5      | stop              | 2025-12-31T23:59:59Z | 2026-03-05T00:00:00Z
        o12        | city-2    | 6      | stop              | 2026-12-01T00:00:01Z | 2026-12-02T00:00:00Z
        o13        | city-2    | 7      | stop              | 2026-11-30T00:00:00Z | 2026-12-02T00:00:00Z
        x1         | city-9    | 8      | stop              | 2026-03-01T10:00:00Z | 2026-03-05T00:00:00Z
        """);
  }

  private static void holdsAndShares(Lake lake) {
    append(
        lake,
        Table.HOLDS,
        """
        hold_id | event | kind                 | at
        h1      | open  | preservation_request | 2026-01-01T00:00:00Z
        h2      | open  | preservation_request | 2026-02-01T00:00:00Z
        h3      | open  | preservation_request | 2026-03-01T00:00:00Z
        h3      | close | preservation_request | 2026-04-01T00:00:00Z
        h4      | open  | preservation_request | 2025-12-31T00:00:00Z
        h5      | open  | court_order          | 2026-03-01T00:00:00Z
        """);
    append(
        lake,
        Table.SHARES,
        """
        share_id | kind                | recipient             | recipient_kind    | data_kind | received_at          | shared_at
        s1       | disclosure_order    | Superior Court        | court             | alpr      | 2026-05-01T00:00:00Z | -
        s2       | disclosure_order    | Superior Court        | court             | alpr      | 2026-05-01T00:00:00Z | 2026-05-02T00:00:00Z
        s3       | judicial_proceeding | County <Sheriff> & Co | government_agency | alpr      | 2026-05-01T00:00:00Z | 2026-05-02T00:00:00Z
        s4       | discovery           | County <Sheriff> & Co | government_agency | alpr      | 2025-12-30T00:00:00Z | 2026-05-03T00:00:00Z
        s5       | discovery           | State Patrol          | government_agency | audit     | 2026-05-01T00:00:00Z | 2026-05-03T00:00:00Z
        s6       | discovery           | State Patrol          | government_agency | audit     | 2026-05-01T00:00:00Z | -
        s7       | research            | University            | researcher        | alpr      | 2026-05-01T00:00:00Z | 2026-05-03T00:00:00Z
        s8       | disclosure_order    | State Patrol          | government_agency | alpr      | 2025-05-01T00:00:00Z | 2025-05-03T00:00:00Z
        """);
  }

  private static void accesses(Lake lake) {
    append(
        lake,
        Table.ACCESS_LOG,
        """
        search_id | event   | decision | kind   | legal_basis | affiliation | at | purpose
        e1        | intent  | allow    | search | warrant     | city-2      | 2026-04-01T00:00:00Z | auditing
        e1        | outcome | -        | search | -           | city-2      | 2026-04-01T00:00:00Z | auditing
        e2        | intent  | allow    | search | subpoena    | city-2      | 2026-04-01T00:00:00Z | auditing
        e3        | intent  | allow    | search | none        | county      | 2026-04-01T00:00:00Z | auditing
        e4        | intent  | allow    | export | consent     | city-2      | 2026-04-01T00:00:00Z | auditing
        e5        | intent  | deny     | search | warrant     | far-away    | 2026-04-01T00:00:00Z | auditing
        e6        | intent  | allow    | search | warrant     | city-2      | 2025-04-01T00:00:00Z | auditing
        """);
  }

  private static void facts(Lake lake) {
    append(
        lake,
        Table.DAILY_FACTS,
        """
        date       | purpose  | camera_id | list_id | metric            | value
        2026-03-01 | criminal | cam-1     | -       | reads_kept        | 1234000
        2026-03-02 | criminal | cam-1     | -       | reads_kept        | 500
        2026-03-02 | traffic  | cam-2     | -       | reads_kept        | 67
        2026-04-02 | criminal | cam-2     | -       | reads_kept        | 33
        2026-03-01 | criminal | cam-1     | -       | distinct_vehicles | 1000
        2026-03-01 | criminal | -         | -       | distinct_vehicles | 1000
        2026-03-01 | criminal | cam-1     | -       | excluded          | 40
        2026-03-01 | criminal | cam-1     | wa_dol  | hits              | 7
        2026-03-02 | criminal | cam-1     | ncmec   | hits              | 2
        2026-03-01 | criminal | cam-1     | wa_dol  | alerts            | 4
        2025-12-31 | criminal | cam-1     | -       | reads_kept        | 5000
        2026-12-02 | criminal | cam-1     | -       | reads_kept        | 5000
        """);
  }

  private static void governance(Lake lake) {
    PolicyLedger.record(
        lake,
        Adoption.first(
            TestLake.AGENCY,
            "wa-city",
            TestPolicies.waCityText()
                .replace("max: {amount: 30, unit: days}", "max: {amount: 21, unit: days}"),
            Instant.parse("2026-07-01T00:00:00Z"),
            "tester"));
    append(
        lake,
        Table.AUDITS,
        """
        audit_id | completed_at         | scope          | sampled | exceptions | summary
        a1       | 2026-09-01T00:00:00Z | access and use | 1000    | 2          | Two searches without a case number; both users were trained again.
        """);
    append(
        lake,
        Table.INCIDENTS,
        """
        incident_id | occurred_at          | kind    | status | summary
        i1          | 2026-08-01T12:30:00Z | attempt | known  | Password guessing against the search page, stopped by the lock-out.
        """);
  }

  private static void cameras(Lake lake) {
    append(
        lake,
        Table.CAMERAS,
        """
        camera_id | site_name         | site_type
        cam-1     | Pine Street & 3rd | street
        cam-2     | Pine Street & 3rd | street
        """);
    append(
        lake,
        Table.DEPLOYMENTS,
        """
        camera_id | lat       | lon     | valid_from           | valid_to
        cam-1     | 47.610001 | -122.33 | 2025-01-01T00:00:00Z | 2026-07-01T00:00:00Z
        cam-1     | 47.62     | -122.33 | 2026-07-01T00:00:00Z | -
        cam-2     | 47.63     | -122.33 | 2025-01-01T00:00:00Z | -
        """);
  }

  private static void readsAndHits(Lake lake) {
    append(lake, Table.READS, "read_id | captured_at\n1 | 2026-03-01T09:00:00Z");
    append(lake, Table.HITS, "hit_id | captured_at\n1 | 2026-03-01T09:00:00Z");
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:year", 0));
  }
}
