package io.platelake.app.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.core.match.score.Agreement;
import io.platelake.core.match.score.ConfusionCounts;
import io.platelake.core.match.score.Traffic;
import io.platelake.lake.contract.Table;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {
  @TempDir Path folder;

  @Test
  void shouldLearnFromEveryHitOnceAndFromPlatesOnlyWhenTheyAreMany() {
    // Twelve hits with B read as 8; of the last one the read is gone.
    AlertLake alerts =
        new AlertLake(folder)
            .with(Table.READS, "plate\n" + lines(11, i -> "T8T" + (1000 + i)))
            .with(Table.HOTLIST_ENTRIES, "plate\n" + lines(12, i -> "TBT" + (1000 + i)))
            .with(Table.HOTLISTS, "list_id | snapshot_id\nstolen | s-1")
            .with(
                Table.HITS,
                "read_id | entry_id | is_alert | state_verdict | vehicle_verdict\n"
                    + lines(
                        12,
                        i ->
                            i
                                + " | "
                                + i
                                + " | true | "
                                + (i == 1 ? "DIFFERENT" : "SAME")
                                + " | CONSISTENT"));
    CliRun few =
        alerts.outcomes(
            lines(9, i -> "o" + i + "," + i + ",vehicle_recovered,2026-06-01T11:00:00Z,,")
                + "o11,11,result,2026-06-01T11:00:00Z,no,misread\n"
                + "o12,12,vehicle_recovered,2026-06-01T11:00:00Z,,\n");
    assertEquals(4, few.code(), few.all());
    assertEquals(1, few.record().get("counts").get("hits_learned_from").asLong());
    Learned first = Learned.of(alerts.lake());
    assertEquals(0, first.confusions().matrix().support());
    assertEquals(Agreement.VEHICLE_OF_OTHERS.plus(1, 0), first.vehicleOfOthers());
    assertEquals(Agreement.STATE_OF_WANTED, first.state());

    String tenth = "o10,10,vehicle_recovered,2026-06-01T11:00:00Z,,\n";
    assertEquals(10, learned(alerts.outcomes(tenth)));
    assertEquals(0, learned(alerts.outcomes(tenth)));
    Learned all = Learned.of(alerts.lake());
    ConfusionCounts counts = all.confusions().counts().get("");
    assertEquals(10, counts.pairs());
    assertEquals(10, counts.read('B', '8'));
    assertEquals(20, counts.read('T', 'T'));
    assertEquals(0, counts.lost('T'));
    assertEquals(Agreement.STATE_OF_WANTED.plus(9, 1), all.state());
    assertEquals(Agreement.VEHICLE_OF_WANTED.plus(10, 0), all.vehicleOfWanted());
    assertEquals(Agreement.VEHICLE_OF_OTHERS.plus(1, 0), all.vehicleOfOthers());
    assertEquals(10, all.scorer("unheard of", Traffic.DEFAULT).matrix().support());
    assertTrue(all.confusions().matrix().read('B', '8') > 0.05);

    String stored = Rows.text(alerts.lake().read(Table.CONFUSIONS));
    assertTrue(!stored.contains("TBT") && !stored.contains("T8T"), stored);
  }

  private static long learned(CliRun run) {
    return run.record().get("counts").get("hits_learned_from").asLong();
  }

  private static String lines(int count, java.util.function.IntFunction<String> line) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(line)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
