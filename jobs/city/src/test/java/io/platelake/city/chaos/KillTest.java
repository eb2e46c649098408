package io.platelake.city.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.cli.Main;
import io.platelake.lake.LakeFiles;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed, and then run again, leaves what a run leaves that nobody killed. */
@Tag("process")
class KillTest {
  private static final String LANDING = "2026-06-03T08:00:00Z";
  private static final String NIGHT = "2026-06-21T02:00:00Z";
  private static final int SHOTS = 10;

  /** So little that every file is a batch. */
  private static final long BATCH_BYTES = 1;

  private static final int LINES_A_FILE = 180;

  @TempDir private static Path folder;
  private static Path beforeLanding;
  private static Map<Table, List<String>> landed;
  private static Path beforePurge;
  private static String digest;
  private static Map<Table, List<String>> purged;
  private static int copies;

  /** A day with repeated events, broken records and protected places; one lake, twice filled. */
  @BeforeAll
  static void twoLakesAndWhatBecomesOfThem() throws IOException {
    String city = folder.resolve("city").toString();
    done(
        CliRun.of(
            ("generate --reads 400 --days 1 --start 2026-06-01 --feeds openalpr --out " + city)
                .split(" ")));
    assertTrue(split(Path.of(city, "raw")) > 2, "fewer than three batches");
    beforeLanding = folder.resolve("before-landing");
    TestLake.in(beforeLanding);
    String june = "2026-06-01T00:00:00Z";
    done(at(beforeLanding, june, "cameras load --agency city-2 " + city + "/cameras.csv"));
    done(at(beforeLanding, june, "zones load --agency city-2 " + city + "/zones.geojson"));
    Path neverKilled = copy(beforeLanding);
    JsonNode counts = done(at(neverKilled, LANDING, "--json " + land())).record().get("counts");
    for (String fate : List.of("kept", "excluded", "refused", "duplicate", "quarantined")) {
      assertTrue(counts.get(fate).asLong() > 0, () -> "nothing " + fate + ": " + counts);
    }
    landed = Content.of(neverKilled);
    beforePurge = folder.resolve("before-purge");
    fill(TestLake.in(beforePurge));
    done(at(beforePurge, june, "hold open " + hold()));
    digest =
        done(at(beforePurge, NIGHT, "--json purge plan"))
            .record()
            .at("/details/plan_digest")
            .asText();
    neverKilled = copy(beforePurge);
    done(at(neverKilled, NIGHT, purge()));
    purged = Content.of(neverKilled);
    assertEquals(5, purged.get(Table.READS).size(), "reads that stay");
    assertEquals(1, purged.get(Table.EVIDENCE).size(), "reads that are held");
  }

  @Test
  void shouldLandTheSameWhenKilledAfterTheFirstCommit() throws IOException {
    shootLanding("writing quarantine", Duration.ZERO);
  }

  @Test
  void shouldPurgeTheSameWhenKilledAfterTheRowsAreGone() throws IOException {
    shootPurge("vacuuming", Duration.ZERO);
  }

  @Tag("long")
  @Test
  void shouldLandEachEventOnceWhenTwoRunsLandTheFeedAtOnce() throws Exception {
    Path lake = copy(beforeLanding);
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<Integer>> codes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      codes.add(
          two.submit(
              () -> {
                start.await();
                return Main.run(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    TestSpark.session().newSession(),
                    args(lake, LANDING, land()));
              }));
    }
    for (Future<Integer> code : codes) {
      assertTrue(List.of(0, 1).contains(code.get()), "done, or to be run again: " + code.get());
    }
    two.shutdown();
    done(at(lake, LANDING, land()));
    assertSame(landed, lake, "two at once");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "starting Spark",
        "landing batch 1",
        "writing reads",
        "writing quar",
        "marking",
        "landing batch 2",
        "landing batch 3"
      })
  void shouldLandTheSameWhenKilledAtAnyStep(String step) throws IOException {
    shootLanding(step, Duration.ZERO);
    shootLanding(step, Duration.ofMillis(700));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"starting Spark", "copying what", "deleting rows", "vacuuming"})
  void shouldPurgeTheSameWhenKilledAtAnyStep(String step) throws IOException {
    shootPurge(step, Duration.ZERO);
    shootPurge(step, Duration.ofMillis(700));
  }

  @Tag("long")
  @Test
  void shouldLeaveTheSameWheneverItIsKilled() throws IOException {
    long seed = Long.getLong("platelake.seed", System.nanoTime());
    System.out.println("KillTest: -Dplatelake.seed=" + seed);
    Random random = new Random(seed);
    Path timed = copy(beforeLanding);
    long start = System.nanoTime();
    assertEquals(0, Killed.never(args(timed, LANDING, land())).code());
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertSame(landed, timed, "a process of its own");
    for (int i = 0; i < SHOTS; i++) {
      shootLanding("starting Spark", Duration.ofMillis(random.nextLong(millis)));
      shootPurge("starting Spark", Duration.ofMillis(random.nextLong(2 * millis)));
    }
  }

  private static void shootLanding(String step, Duration delay) throws IOException {
    Path lake = copy(beforeLanding);
    Killed killed = Killed.after(step, delay, args(lake, LANDING, land()));
    String when = step + " +" + delay.toMillis() + " ms";
    assertTrue(killed.at(step), () -> when + " never came: " + killed);
    done(at(lake, LANDING, land()));
    assertSame(landed, lake, when);
  }

  private static void shootPurge(String step, Duration delay) throws IOException {
    Path lake = copy(beforePurge);
    Killed killed = Killed.after(step, delay, args(lake, NIGHT, purge()));
    String when = step + " +" + delay.toMillis() + " ms";
    assertTrue(killed.at(step), () -> when + " never came: " + killed);
    done(at(lake, NIGHT, purge()));
    assertSame(purged, lake, when);
    done(at(lake, NIGHT, "purge verify --plan " + digest));
  }

  private static void assertSame(Map<Table, List<String>> expected, Path lake, String when)
      throws IOException {
    assertEquals(List.of(), Content.differences(expected, Content.of(lake)), when);
  }

  private static String land() {
    Path city = folder.resolve("city");
    return "land --batch-bytes %d --feed %s %s"
        .formatted(BATCH_BYTES, city.resolve("feeds/openalpr.yaml"), city.resolve("raw"));
  }

  /** Cuts raw files into smaller ones, and says how many they are. */
  private static int split(Path raw) throws IOException {
    List<Path> whole;
    try (Stream<Path> files = Files.walk(raw)) {
      whole = files.filter(Files::isRegularFile).toList();
    }
    int files = 0;
    for (Path file : whole) {
      List<String> lines = Files.readAllLines(file);
      for (int from = 0; from < lines.size(); from += LINES_A_FILE, files++) {
        Files.write(
            file.resolveSibling(file.getFileName() + "-" + from),
            lines.subList(from, Math.min(lines.size(), from + LINES_A_FILE)));
      }
      Files.delete(file);
    }
    return files;
  }

  private static String purge() {
    return "purge run --plan " + digest;
  }

  private static void fill(Lake lake) {
    append(
        lake,
        Table.READS,
        """
        read_id | plate   | captured_at              | purpose
        1       | GONE111 | 2026-06-01T00:00:00Z     | criminal
        2       | GONE222 | 2026-06-01T23:59:59Z     | criminal
        3       | HELD333 | 2026-06-01T12:00:00Z     | criminal
        4       | GONE444 | 2026-05-31T23:00:00Z     | criminal
        5       | STAY555 | 2026-06-20T12:00:00Z     | criminal
        7       | STAY777 | 2026-06-20T13:00:00Z     | criminal
        8       | STAY888 | 2026-06-20T14:00:00Z     | criminal
        9       | STAY999 | 2026-06-20T15:00:00Z     | criminal
        6       | ROAD666 | 2026-06-01T12:00:00Z     | traffic
        """);
    append(
        lake,
        Table.HITS,
        """
        hit_id | read_id | entry_id | captured_at          | tier  | is_alert
        1      | 1       | 1        | 2026-06-01T00:00:00Z | EXACT | true
        2      | 5       | 1        | 2026-06-20T12:00:00Z | EXACT | true
        """);
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + table, 0));
  }

  private static String hold() throws IOException {
    return Files.writeString(
            folder.resolve("hold.yaml"),
            """
            id: h-1
            agency: city-2
            kind: court_order
            case: case-1
            authority: order 7
            purposes: [criminal]
            plates: [held-333]
            """)
        .toString();
  }

  private static Path copy(Path lake) {
    return LakeFiles.copy(lake, folder.resolve("copy-" + ++copies));
  }

  private static CliRun at(Path lake, String asOf, String command) {
    return CliRun.at(lake, asOf, command.split(" "));
  }

  private static String[] args(Path lake, String asOf, String command) {
    return ("--lake " + lake + " --as-of " + asOf + " --principal tester " + command).split(" ");
  }

  private static CliRun done(CliRun run) {
    assertEquals(0, run.code(), run.all());
    return run;
  }
}
