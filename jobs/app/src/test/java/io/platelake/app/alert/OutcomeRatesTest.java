package io.platelake.app.alert;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.lake.contract.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class OutcomeRatesTest {
  private static final String DAY = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";

  @TempDir Path folder;

  @Test
  void shouldCountWhatBecameOfAlertsByListAndNeverOfOtherHits() {
    AlertLake alerts =
        new AlertLake(folder)
            .with(
                Table.READS, "read_id | plate\n1 | TST0001\n2 | TST0002\n3 | TST0003\n4 | -\n5 | -")
            .with(
                Table.HITS,
                """
                hit_id | captured_at | is_alert | list_id
                1      | 10:00       | true     | stolen
                2      | 11:00       | true     | stolen
                3      | 12:00       | true     | stolen
                4      | 13:00       | false    | stolen
                5      | 14:00       | true     | warrants
                """);
    alerts.outcomes(
        """
        a1,1,plate_check,2026-06-01T10:01:00Z,yes,
        a2,1,state_check,2026-06-01T10:02:00Z,yes,
        a3,1,vehicle_check,2026-06-01T10:03:00Z,yes,
        a4,1,dispatch_confirmation,2026-06-01T10:04:00Z,yes,
        a5,1,stop,2026-06-01T10:05:00Z,,
        a6,1,result,2026-06-01T10:30:00Z,yes,
        b1,2,plate_check,2026-06-01T11:01:00Z,no,misread
        d1,4,wrong,2026-06-01T13:01:00Z,no,stale
        e1,5,stop,2026-06-01T14:01:00Z,,
        """);
    assertEquals(0, alerts.run("facts", "--window", DAY).code());
    assertRows(
        """
        list_id  | metric                   | value | camera_id
        stolen   | adjudicated              | 2     | -
        stolen   | confirmed                | 1     | -
        stolen   | false_misread            | 1     | -
        stolen   | verified                 | 1     | -
        stolen   | seconds_to_verify_median | 240   | -
        warrants | stops_unverified         | 1     | -
        """,
        alerts
            .lake()
            .read(Table.DAILY_FACTS)
            .where("camera_id is null and list_id is not null and purpose = 'criminal'"));

    CliRun run = alerts.run("outcomes", "rates", "--window", DAY);
    assertEquals(0, run.code(), run.all());
    JsonNode stolen = run.record().get("details").get("rates").get(0);
    assertEquals("stolen", stolen.get("list").asText());
    assertEquals(5, stolen.get("reads").asLong());
    assertEquals(4, stolen.get("hits").asLong());
    assertEquals(3, stolen.get("alerts").asLong());
    assertEquals(0.8, stolen.get("hit_rate").asDouble(), 1e-9);
    assertEquals(2 / 3.0, stolen.get("coverage").asDouble(), 1e-9);
    assertEquals(0.5, stolen.get("false_discovery_rate").asDouble(), 1e-9);
    assertEquals(240, stolen.get("seconds_to_verify_median").asLong());
    JsonNode warrants = run.record().get("details").get("rates").get(1);
    assertEquals(1, warrants.get("stops_unverified").asLong());
    assertTrue(warrants.get("false_discovery_rate") == null, warrants.toString());

    CliRun table =
        CliRun.at(folder.resolve("lake"), AlertLake.NOW, "outcomes", "rates", "--window", DAY);
    assertTrue(table.out().contains("misread 50.0 %"), table.out());
    assertTrue(table.out().contains("0:04:00"), table.out());
  }
}
