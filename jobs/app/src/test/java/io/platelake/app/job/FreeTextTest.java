package io.platelake.app.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.core.Refusal;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code LIST111} is on a list, {@code HELD333} in a hold, the others are reads. */
@Tag("lake")
class FreeTextTest {
  private static final String NIGHT = "2026-06-21T02:00:00Z";

  @TempDir static Path folder;
  private static Path root;

  @BeforeAll
  static void fillALake() {
    root = folder.resolve("a lake");
    Lake lake = TestLake.in(root);
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at          | purpose
        1       | READ222 | 2026-06-20T10:00:00Z | criminal
        2       | ROAD444 | 2026-06-19T10:00:00Z | traffic
        3       | COUNCIL | 2026-06-20T11:00:00Z | criminal
        4       | 2026    | 2026-06-20T12:00:00Z | criminal
        """);
    append(
        lake,
        Table.HOTLIST_ENTRIES,
        """
        entry_id | plate   | list_id
        1        | LIST111 | stolen
        2        | AIRFLOW | stolen
        """);
    append(
        lake,
        Table.HOLDS,
        """
        hold_id | plates
        h-1     | HELD333
        """);
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + table, 0));
  }

  private static Lake lake() {
    return Lake.at(TestSpark.session(), root.toString(), Contracts.load());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about LIST111",
        "about list-111 of today",
        "about HELD 333",
        "order of June about read 222",
        "R.E.A.D 222",
        "road444;"
      })
  void shouldRefuseATextThatNamesAPlateOfAListAHoldOrAnyRead(String text) {
    Refusal refused =
        assertThrows(Refusal.class, () -> FreeText.refusePlates(lake(), "--authority", text));
    assertFalse(refused.getMessage().matches("(?i).*(111|222|333|444).*"), refused.getMessage());
  }

  /** A state has a plate for every word: of reads only what is hardly one is looked for. */
  @ParameterizedTest
  @ValueSource(strings = {"order of the council of 2026", "case 26-1-00123-4", "GONE777"})
  void shouldLetOtherTextsPass(String text) {
    assertDoesNotThrow(() -> FreeText.refusePlates(lake(), "--authority", text));
  }

  @Test
  void shouldShowNoPlateInAPlan() throws Exception {
    List<String> plans = new CopyOnWriteArrayList<>();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onOtherEvent(SparkListenerEvent event) {
            if (event instanceof SparkListenerSQLExecutionStart start) {
              plans.add(start.physicalPlanDescription() + start.description() + start.details());
            }
          }
        };
    var context = TestSpark.session().sparkContext();
    context.addSparkListener(listener);
    assertThrows(Refusal.class, () -> FreeText.refusePlates(lake(), "--reason", "about ROAD444"));
    context.listenerBus().waitUntilEmpty();
    context.removeSparkListener(listener);
    assertFalse(plans.isEmpty());
    String key = Long.toString(PlateKey.pack("ROAD444"));
    assertTrue(plans.stream().noneMatch(p -> p.contains("ROAD444") || p.contains(key)));
  }

  @Test
  void shouldRefuseAPrincipalThatNamesAPlateAndRecordItNowhere() {
    CliRun run = CliRun.by("officer LIST-111", root, NIGHT, "--json", "hold", "list");
    assertEquals(2, run.code(), run.all());
    assertFalse(run.all().contains("111"), run.all());
    assertEquals("(refused)", run.record().path("principal").asText());
    Lake lake = lake().forDuty(Duty.RETENTION);
    assertEquals(0, lake.read(Table.JOB_RUNS).where("principal like '%111%'").count());
    assertEquals(1, lake.read(Table.JOB_RUNS).where("principal = '(refused)'").count());
  }

  /** An entry of a list must not be able to stop the service that purges. */
  @Test
  void shouldKeepANameInUseThatIsOnRecord() {
    CliRun first = CliRun.by("airflow", root, NIGHT, "hold", "list");
    assertEquals(2, first.code(), first.all());
    append(
        lake().forDuty(Duty.RETENTION),
        Table.JOB_RUNS,
        """
        run_id | principal
        r-1    | airflow
        """);
    CliRun known = CliRun.by("airflow", root, NIGHT, "hold", "list");
    assertEquals(0, known.code(), known.all());
  }
}
