package io.platelake.app.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class HitsListTest {
  private static final String JUNE = "2026-06-01T00:00:00Z/2026-07-01T00:00:00Z";

  @TempDir Path folder;
  private AlertLake alerts;

  @BeforeEach
  void hits() {
    alerts =
        new AlertLake(folder)
            .with(
                Table.HITS,
                """
                hit_id | read_id | list_id | captured_at          | is_alert | alert_reason | score
                7      | 1       | stolen  | 2026-06-01T08:00:00Z | true     | ALERT        | 0.87
                8      | 2       | amber   | 2026-06-01T09:00:00Z | false    | TIER_IS_NEAR | -
                9      | 3       | stolen  | 2026-05-31T23:59:59Z | true     | ALERT        | 0.99
                """);
  }

  @Test
  void shouldListTheHitsOfTheWindowTheNewestFirst() throws IOException {
    CliRun run = list("--window", JUNE, "--out", folder.resolve("hits.csv").toString());
    JsonNode record = run.record();
    assertEquals(0, run.code(), run.all());
    assertEquals(2, record.get("counts").get("hits").asLong());
    assertEquals(1, record.get("counts").get("alerts").asLong());
    List<String> csv = Files.readAllLines(folder.resolve("hits.csv"));
    assertEquals(3, csv.size(), csv.toString());
    assertTrue(csv.get(0).startsWith("hit_id,captured_at,"), csv.get(0));
    assertTrue(csv.get(1).startsWith("8,2026-06-01T09:00:00Z,"), csv.get(1));
    assertTrue(csv.get(1).contains(",,false,TIER_IS_NEAR,"), csv.get(1));
    assertTrue(csv.get(2).startsWith("7,2026-06-01T08:00:00Z,"), csv.get(2));
    assertTrue(csv.get(2).contains(",0.8700,true,ALERT,"), csv.get(2));
  }

  @Test
  void shouldListOnlyWhatIsAskedFor() {
    assertEquals(1, count("--window", JUNE, "--alerts"));
    assertEquals(1, count("--window", JUNE, "--list", "amber"));
    assertEquals(0, count("--window", JUNE, "--list", "amber", "--alerts"));
    assertEquals(1, count("--window", "2026-06-01T08:00:00Z/2026-06-01T09:00:00Z"));
  }

  @Test
  void shouldShowLinesThatFeedTheOtherCommands() {
    CliRun run =
        CliRun.at(
            folder.resolve("lake"),
            AlertLake.NOW,
            "hits",
            "list",
            "--agency",
            "city-2",
            "--window",
            JUNE);
    assertEquals(0, run.code(), run.all());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.get(0).startsWith("hit "), run.out());
    assertTrue(lines.get(1).startsWith("8 "), run.out());
    assertTrue(lines.get(2).startsWith("7 "), run.out());
    assertFalse(run.out().contains("TST"), run.out());
  }

  @Test
  void shouldRefuseWhatCannotBeListed() {
    assertEquals(2, list("--window", "2026-06-01").code());
    assertEquals(2, list("--window", JUNE, "--out", folder.resolve("hits.txt").toString()).code());
    CliRun other = alerts.run("hits", "list", "--agency", "city-9", "--window", JUNE);
    assertEquals(3, other.code(), other.all());
  }

  private long count(String... options) {
    CliRun run = list(options);
    assertEquals(0, run.code(), run.all());
    return run.record().get("counts").get("hits").asLong();
  }

  private CliRun list(String... options) {
    String[] command = new String[options.length + 4];
    System.arraycopy(new String[] {"hits", "list", "--agency", "city-2"}, 0, command, 0, 4);
    System.arraycopy(options, 0, command, 4, options.length);
    return alerts.run(command);
  }
}
