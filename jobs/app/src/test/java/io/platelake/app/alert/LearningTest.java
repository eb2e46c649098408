package io.platelake.app.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.core.match.score.Agreement;
import io.platelake.core.match.score.ConfusionCounts;
import io.platelake.core.match.score.PassingTraffic;
import io.platelake.lake.contract.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class LearningTest {
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir Path folder;

  @Tag("long")
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
    ConfusionHistory first = ConfusionHistory.of(alerts.lake(), LATER);
    assertEquals(0, first.confusions().matrix().support());
    assertEquals(Agreement.VEHICLE_OF_OTHERS.plus(1, 0), first.vehicleOfOthers());
    assertEquals(Agreement.STATE_OF_WANTED, first.state());

    String tenth = "o10,10,vehicle_recovered,2026-06-01T11:00:00Z,,\n";
    assertEquals(10, learned(alerts.outcomes(tenth)));
    assertEquals(0, learned(alerts.outcomes(tenth)));
    ConfusionHistory all = ConfusionHistory.of(alerts.lake(), LATER);
    ConfusionHistory before = ConfusionHistory.of(alerts.lake(), Instant.EPOCH);
    assertEquals(0, before.confusions().matrix().support());
    assertEquals(Agreement.VEHICLE_OF_OTHERS, before.vehicleOfOthers());
    ConfusionCounts counts = all.confusions().counts().get("");
    assertEquals(10, counts.pairs());
    assertEquals(10, counts.read('B', '8'));
    assertEquals(20, counts.read('T', 'T'));
    assertEquals(0, counts.lost('T'));
    assertEquals(Agreement.STATE_OF_WANTED.plus(9, 1), all.state());
    assertEquals(Agreement.VEHICLE_OF_WANTED.plus(10, 0), all.vehicleOfWanted());
    assertEquals(Agreement.VEHICLE_OF_OTHERS.plus(1, 0), all.vehicleOfOthers());
    assertEquals(10, all.scorer("unheard of", PassingTraffic.DEFAULT).matrix().support());
    assertTrue(all.confusions().matrix().read('B', '8') > 0.05);

    String stored = Rows.text(alerts.lake().read(Table.CONFUSIONS));
    assertTrue(!stored.contains("TBT") && !stored.contains("T8T"), stored);
  }

  /** Ten plates of each of two models: B was read as 8 by the one, always right by the other. */
  @Test
  void shouldLearnAndShowWhatReadersOfEachModelMakeOfCharacters() {
    AlertLake alerts =
        new AlertLake(folder)
            .with(Table.READS, "plate\n" + lines(20, i -> (i <= 10 ? "T8T" : "TBT") + (1000 + i)))
            .with(Table.HOTLIST_ENTRIES, "plate\n" + lines(20, i -> "TBT" + (1000 + i)))
            .with(Table.HOTLISTS, "list_id | snapshot_id\nstolen | s-1")
            .with(
                Table.HITS,
                "read_id | entry_id | camera_id | is_alert | state_verdict | vehicle_verdict\n"
                    + lines(
                        20,
                        i ->
                            i
                                + " | "
                                + i
                                + " | cam-"
                                + (i <= 10 ? 1 : 2)
                                + " | true | SAME | CONSISTENT"));
    String position = ",street,47.6,-122.3,2026-01-01T00:00:00Z";
    Path models =
        alerts.file(
            "models.csv",
            "camera_id,maker,model,site_type,lat,lon,from\ncam-1,Old,One"
                + position
                + "\ncam-2,,Two"
                + position
                + "\n");
    Path without =
        alerts.file("later.csv", "camera_id,site_type,lat,lon,from\ncam-1" + position + "\n");
    for (Path file : List.of(models, without)) {
      assertEquals(0, alerts.run("cameras", "load", "--agency", "city-2", file.toString()).code());
    }
    assertEquals(
        Map.of("cam-1", "old one", "cam-2", "two"),
        CameraRegistry.models(alerts.lake()).get("city-2"));

    assertEquals(
        20,
        learned(
            alerts.outcomes(
                lines(20, i -> "o" + i + "," + i + ",vehicle_recovered,2026-06-01T11:00:00Z,,"))));
    ConfusionHistory all = ConfusionHistory.of(alerts.lake(), LATER);
    assertEquals(10, all.confusions().counts().get("old one").read('B', '8'));
    assertEquals(0, all.confusions().counts().get("two").read('B', '8'));
    assertTrue(eightForB(all, "old one") > eightForB(all, "unheard of"));
    assertTrue(eightForB(all, "unheard of") > eightForB(all, "two"));
    assertEquals(eightForB(all, null), eightForB(all, "unheard of"));

    CliRun rates =
        alerts.run("outcomes", "rates", "--window", "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z");
    assertEquals(0, rates.code(), rates.all());
    assertEquals(
        "[{\"camera_model\":\"old one\",\"plates\":10,\"characters\":70,\"errors\":10},"
            + "{\"camera_model\":\"two\",\"plates\":10,\"characters\":70,\"errors\":0}]",
        rates.record().get("details").get("camera_models").toString());
    CliRun shown =
        CliRun.at(
            folder.resolve("lake"),
            AlertLake.NOW,
            "outcomes",
            "rates",
            "--window",
            "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z");
    assertTrue(shown.all().contains("camera model old one: of 70 characters"), shown.all());
  }

  private static double eightForB(ConfusionHistory learned, String model) {
    return learned.scorer(model, PassingTraffic.DEFAULT).matrix().read('B', '8');
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
