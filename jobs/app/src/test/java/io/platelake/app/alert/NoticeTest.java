package io.platelake.app.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class NoticeTest {
  @TempDir Path folder;
  private AlertLake alerts;

  @BeforeEach
  void whatLeft() {
    alerts =
        new AlertLake(folder)
            .with(
                Table.READS,
                "read_id | plate | captured_at\n1 | TST0001 | 10:00\n2 | TST0001 | 11:00")
            .with(
                Table.HITS,
                """
                hit_id | read_id | entry_id | list_id | is_alert | captured_at
                11     | 1       | 5        | stolen  | true     | 10:00
                12     | 1       | 6        | gangs   | false    | 10:00
                13     | 2       | 5        | stolen  | false    | 11:00
                """)
            .with(Table.HOTLIST_ENTRIES, "entry_id | plate | snapshot_id\n5 | TST0001 | s-1")
            .with(
                Table.HOTLISTS,
                "list_id | snapshot_id | purpose | source | owner\n"
                    + "stolen | s-1 | criminal | wa_dol | state-dol")
            .with(Table.OUTCOMES, "outcome_id | hit_id | kind\no1 | 11 | stop\no2 | 99 | stop")
            .with(Table.HOLDS, "hold_id | event | authority\nh-1 | open | order 7")
            .with(Table.EVIDENCE, "hold_id | read_id | captured_at\nh-1 | 1 | 10:00")
            .with(
                Table.SHARES,
                """
                share_id | recipient | data_kind | shared_at
                sh-1     | County    | alpr      | 12:00
                sh-2     | State     | alpr      | 09:59
                sh-3     | Court     | audit     | 12:00
                sh-4     | Court     | alpr      | -
                """)
            .with(
                Table.RESEARCH_RELEASES,
                """
                release_id | event   | principal | window_from | window_to | purpose
                r-1        | request | scholar   | 00:00       | 10:30     | criminal
                r-1        | run     | runner    | 00:00       | 10:30     | criminal
                r-2        | run     | runner    | 10:30       | 23:00     | criminal
                r-3        | run     | runner    | 00:00       | 23:00     | traffic
                """);
  }

  @Test
  void shouldFollowABadReadToEverythingThatCarriedIt() throws IOException {
    assertEquals(
        List.of(
            "alert,11,",
            "hit,12,",
            "outcome,o1,",
            "evidence,h-1,order 7",
            "share,sh-1,County",
            "release,r-1,scholar"),
        notice("--read", "1"));
  }

  @Test
  void shouldFollowABadEntryToItsOwnerAndItsHitsOfTheListAsked() throws IOException {
    List<String> expected =
        List.of(
            "snapshot,s-1,state-dol",
            "alert,11,",
            "hit,13,",
            "outcome,o1,",
            "evidence,h-1,order 7",
            "share,sh-1,County");
    assertEquals(expected, notice("--entry", "5"));
    assertEquals(expected, notice("--entry", "5", "--list", "stolen"));
    assertEquals(List.of(), notice("--entry", "5", "--list", "gangs"));
  }

  @Test
  void shouldFollowAHitAlsoWhenOnlyItsOutcomeIsLeft() throws IOException {
    assertEquals(List.of("outcome,o2,"), notice("--hit", "99"));
    Path file = folder.resolve("notice.jsonl");
    assertEquals(0, run("--hit", "12", "--out", file.toString()).code());
    List<String> objects = Files.readAllLines(file);
    assertEquals(
        "{\"kind\":\"hit\",\"id\":\"12\",\"agency\":\"city-2\",\"purpose\":\"criminal\","
            + "\"at\":\"2026-06-01T12:00:00Z\",\"recipient\":null,\"carried\":\"yes\","
            + "\"says\":\"match with list gangs\"}",
        objects.get(0));
    assertTrue(objects.get(3).contains("\"carried\":\"maybe\""), objects.toString());
  }

  @Test
  void shouldAskForOneThingAndAFileOfAKnownKind() {
    assertEquals(2, run("--out", "x.csv").code());
    assertEquals(2, run("--read", "1", "--hit", "11", "--out", "x.csv").code());
    assertEquals(2, run("--read", "1", "--list", "stolen", "--out", "x.csv").code());
    CliRun kind = run("--read", "1", "--out", "x.txt");
    assertEquals(2, kind.code());
    assertTrue(kind.err().contains("must end in .csv or .jsonl"), kind.err());
  }

  /** Kind, id and recipient of every line. */
  private List<String> notice(String... suspect) throws IOException {
    Path file = folder.resolve("notice.csv");
    List<String> args = new ArrayList<>(List.of(suspect));
    args.addAll(List.of("--out", file.toString()));
    CliRun run = run(args.toArray(String[]::new));
    assertEquals(0, run.code(), run.all());
    String text = Files.readString(file);
    assertFalse((text + run.all()).contains("TST"), text);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r\n")) {
      String[] cells = line.split(",", -1);
      lines.add(cells[0] + "," + cells[1] + "," + cells[5]);
    }
    assertEquals("kind,id,recipient", lines.remove(0));
    return lines;
  }

  private CliRun run(String... options) {
    List<String> args = new ArrayList<>(List.of("hits", "notice"));
    args.addAll(List.of(options));
    return alerts.run(args.toArray(String[]::new));
  }
}
