package io.platelake.app.alert;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.lake.contract.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class OutcomesLoadTest {
  @TempDir Path folder;
  private AlertLake alerts;

  @BeforeEach
  void alerts() {
    alerts =
        new AlertLake(folder)
            .with(
                Table.HITS,
                """
                hit_id | captured_at | is_alert | purpose
                1      | 10:00       | true     | criminal
                2      | 11:00       | true     | parking
                """);
  }

  @Test
  void shouldTakeAFileOverOnceAndLetOnlyACorrectionChangeIt() {
    String lines =
        """
        o1,1,plate_check,2026-06-01T10:01:00Z,yes,
        o2,2,wrong,2026-06-01T11:01:00Z,no,misread
        o3,99,vehicle_recovered,2026-06-01T12:00:00Z,,
        o4,,plate_recovered,2026-06-01T05:00:00-07:00,,
        """;
    CliRun first = alerts.outcomes(lines);
    assertEquals(4, first.code(), first.all());
    assertEquals("{\"result_without_check\":1}", details(first, "faults"));
    assertEquals(
        "{\"outcomes_added\":4,\"outcomes_known\":0,\"outcomes_corrected\":0,\"hits\":3,"
            + "\"hits_unknown\":1,\"hits_out_of_order\":1,\"hits_learned_from\":0}",
        first.record().get("counts").toString());
    String expected =
        """
        outcome_id | hit_id | kind              | step        | occurred_at | alert_at | confirmed | cause
        o1         | 1      | plate_check       | PLATE_CHECK | 10:01:00    | 10:00:00 | true      | -
        o2         | 2      | wrong             | RESULT      | 11:01:00    | 11:00:00 | false     | MISREAD
        o3         | 99     | vehicle_recovered | -           | 12:00:00    | -        | -         | -
        o4         | -      | plate_recovered   | -           | 12:00:00    | -        | -         | -
        """;
    assertRows(expected, alerts.lake().read(Table.OUTCOMES));

    JsonNode again = alerts.outcomes(lines).record().get("counts");
    assertEquals(0, again.get("outcomes_added").asLong());
    assertEquals(4, again.get("outcomes_known").asLong());
    assertRows(expected, alerts.lake().read(Table.OUTCOMES));

    String other =
        """
        o5,1,state_check,2026-06-01T10:02:00Z,yes,
        o2,2,wrong,2026-06-01T11:01:00Z,no,stale
        """;
    CliRun refused = alerts.outcomes(other);
    assertEquals(2, refused.code());
    assertTrue(
        refused
            .record()
            .get("message")
            .asText()
            .contains("cad.csv, line 3: its outcome_id already exists"));
    assertRows(expected, alerts.lake().read(Table.OUTCOMES));

    CliRun corrected = alerts.outcomes(other, "--correct");
    assertEquals(1, corrected.record().get("counts").get("outcomes_corrected").asLong());
    assertEquals(1, corrected.record().get("counts").get("outcomes_added").asLong());
    assertRows(
        """
        outcome_id | cause | alert_at
        o1         | -     | 10:00:00
        o2         | STALE | 11:00:00
        o3         | -     | -
        o4         | -     | -
        o5         | -     | 10:00:00
        """,
        alerts.lake().read(Table.OUTCOMES));
  }

  @Test
  void shouldFindStopsOnAlertsThatNobodyVerifiedAlsoWhenTheCheckIsAnotherFiles() {
    String stop = "s1,1,stop,2026-06-01T10:05:00Z,,\n";
    String checks =
        """
        c1,1,plate_check,2026-06-01T10:01:00Z,yes,
        c2,1,state_check,2026-06-01T10:02:00Z,yes,
        c3,1,vehicle_check,2026-06-01T10:03:00Z,yes,
        """;
    CliRun unverified = alerts.outcomes(stop);
    assertEquals(4, unverified.code(), unverified.all());
    assertEquals("{\"stop_unverified\":1}", details(unverified, "faults"));
    assertEquals("[\"1\"]", details(unverified, "hits_out_of_order"));
    assertEquals(4, alerts.outcomes(checks).code());
    CliRun verified = alerts.outcomes("c4,1,dispatch_confirmation,2026-06-01T10:04:00Z,yes,\n");
    assertEquals(0, verified.code(), verified.all());
  }

  @Test
  void shouldWriteNothingWhenALineIsWrongOrAnIdStandsForTwoThings() {
    CliRun wrong =
        alerts.outcomes(
            """
            o1,1,plate_check,2026-06-01T10:01:00Z,yes,
            o2,1,verified,2026-06-01T10:01:00Z,yes,
            """);
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("cad.csv, line 3: kind is unknown"), wrong.err());
    CliRun twice =
        alerts.outcomes(
            """
            o1,1,stop,2026-06-01T10:01:00Z,,
            o1,2,stop,2026-06-01T10:01:00Z,,
            """);
    assertEquals(2, twice.code());
    assertTrue(twice.err().contains("line 3: its outcome_id has other values in"));
    assertEquals(0, alerts.lake().read(Table.OUTCOMES).count());
  }

  private static String details(CliRun run, String name) {
    return run.record().get("details").get(name).toString();
  }
}
