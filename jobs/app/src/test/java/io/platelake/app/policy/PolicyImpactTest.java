package io.platelake.app.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A purge limit that changes from 21 to 14 days and back, foreseen and then carried out. */
@Tag("lake")
class PolicyImpactTest {
  private static final String NIGHT = "2026-06-20T02:00:00Z";

  @TempDir Path folder;
  @TempDir Path files;

  @BeforeEach
  void fillLake() {
    Lake lake = TestLake.in(folder);
    append(
        lake,
        Table.READS,
        """
        read_id | plate | captured_at          | agency_id
        1       | AA111 | 2026-05-29T10:00:00Z | city-2
        2       | AA112 | 2026-06-02T10:00:00Z | city-2
        3       | AA113 | 2026-06-05T10:00:00Z | city-2
        4       | AA114 | 2026-06-06T10:00:00Z | city-2
        5       | AA115 | 2026-06-07T10:00:00Z | city-2
        6       | AA116 | 2026-06-19T10:00:00Z | city-2
        """);
    append(
        lake,
        Table.HITS,
        """
        hit_id | read_id | entry_id | captured_at          | tier  | state_verdict | vehicle_verdict | alert_reason | policy_version | is_alert
        1      | 2       | 1        | 2026-06-02T10:00:00Z | EXACT | SAME          | UNKNOWN         | ALERT        | v1             | true
        """);
  }

  @Test
  void shouldForeseeWhatTheNextPurgeThenTakes() {
    String shorter =
        PolicyFilesOnDisk.changed(
            files,
            "wa-city",
            t -> t.replaceFirst("amount: 21, unit: days", "amount: 14, unit: days"));
    JsonNode foreseen = impact(shorter);
    assertEquals(4, foreseen.path("would_go").asLong(), foreseen.toString());
    assertEquals(1, foreseen.path("go_anyway").asLong());
    assertEquals(0, foreseen.path("would_stay").asLong());
    assertTrue(foreseen.path("would_go_bytes").asLong() > 1_000);

    assertEquals(1, plannedRows());
    CliRun adopted =
        CliRun.at(folder, NIGHT, "policy", "adopt", "--agency", "city-2", "--policy", shorter);
    assertEquals(0, adopted.code(), adopted.all());
    assertEquals(
        foreseen.path("would_go").asLong() + foreseen.path("go_anyway").asLong(), plannedRows());

    JsonNode back = impact(PolicyFilesOnDisk.shipped("wa-city"));
    assertEquals(0, back.path("would_go").asLong());
    assertEquals(4, back.path("would_stay").asLong(), back.toString());
    assertEquals(foreseen.path("would_go_bytes").asLong(), back.path("would_stay_bytes").asLong());
  }

  @Test
  void shouldShowEachAgencyPurposeAndTableToPeople() {
    String shorter =
        PolicyFilesOnDisk.changed(
            files,
            "wa-city",
            t -> t.replaceFirst("amount: 21, unit: days", "amount: 14, unit: days"));
    CliRun run = CliRun.at(folder, NIGHT, "policy", "impact", "--to", shorter);
    assertEquals(0, run.code(), run.all());
    assertTrue(
        run.out().lines().anyMatch(l -> l.matches("city-2 +criminal +reads +3 .* 1 +0 .*")),
        run.out());
    assertTrue(
        run.out().lines().anyMatch(l -> l.matches("city-2 +criminal +hits +1 .*")), run.out());
  }

  @Test
  void shouldRefuseAPolicyThatCannotBeAdoptedAndAnUnknownAgency() {
    CliRun open =
        CliRun.at(
            folder, NIGHT, "policy", "impact", "--to", PolicyFilesOnDisk.shipped("ca-ag-429"));
    assertEquals(3, open.code(), open.all());
    CliRun unknown =
        CliRun.at(
            folder,
            NIGHT,
            "policy",
            "impact",
            "--agency",
            "nobody",
            "--to",
            PolicyFilesOnDisk.shipped("wa-city"));
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("Use one of [city-2]"), unknown.err());
  }

  private JsonNode impact(String policy) {
    CliRun run = CliRun.at(folder, NIGHT, "--json", "policy", "impact", "--to", policy);
    assertEquals(0, run.code(), run.all());
    return run.record().path("counts");
  }

  private long plannedRows() {
    CliRun plan = CliRun.at(folder, NIGHT, "--json", "purge", "plan");
    assertEquals(0, plan.code(), plan.all());
    return plan.record().path("counts").path("rows").asLong();
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + table, 0));
  }
}
