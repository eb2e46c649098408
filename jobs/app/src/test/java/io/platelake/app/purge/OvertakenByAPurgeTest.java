package io.platelake.app.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.TestLake;
import io.platelake.app.cli.Main;
import io.platelake.app.hotlist.ListFiles;
import io.platelake.lake.LakeFiles;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.session.disk.StoppingDisk;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A job is stopped, a purge closes a date, erases it and proves it, and the job goes on: nothing
 * comes back.
 */
@Tag("lake")
class OvertakenByAPurgeTest {
  private static final String EVENING = "2026-06-20T20:00:00Z";
  private static final String NIGHT = "2026-06-21T02:00:00Z";
  private static final String MONTH = "2026-06-01T00:00:00Z/2026-06-21T00:00:00Z";
  private static final String CLOSED = "purpose=criminal/date=2026-06-01";
  private static final List<Table> WRITTEN =
      List.of(Table.READS, Table.HITS, Table.PASSES, Table.IMAGES, Table.QUARANTINE);

  /** A job that sleeps longer than this never comes to its step. */
  private static final long SECONDS = 300;

  @TempDir static Path folder;
  private static Path filled;
  private static FeedFolder feed;
  private static ExecutorService jobs;
  private static int copies;
  private static final Map<Path, String> DIGESTS = new HashMap<>();

  /** Of each job the arguments and the table it writes. */
  private enum Job {
    LAND("reads", EVENING, "land"),
    MATCH("hits", EVENING, "match", "--window", MONTH),
    RETAINED("hits", EVENING, "match", "--retained", "--window", MONTH),
    PASSES("passes", EVENING, "passes", "--window", MONTH),
    // A purge that is near spares the date a rewrite.
    COMPACT("reads", "2026-06-10T02:00:00Z", "compact"),
    FACTS("daily_facts", EVENING, "facts", "--window", MONTH);

    private final String table;
    private final String asOf;
    private final List<String> command;

    Job(String table, String asOf, String... command) {
      this.table = table;
      this.asOf = asOf;
      this.command = List.of(command);
    }

    String[] on(Path lake) {
      List<String> args = new ArrayList<>(List.of("--lake", "stop://" + name() + lake));
      args.addAll(List.of("--as-of", asOf, "--principal", "tester", "--verbose", "--json"));
      args.addAll(command);
      if (this == LAND) {
        args.addAll(List.of("--feed", feed.feed(), folder.resolve("late").toString()));
      }
      return args.toArray(String[]::new);
    }
  }

  /** Reads of a date that is due and of one that is not, each in two files, and a list. */
  @BeforeAll
  static void fillALake() {
    jobs = Executors.newCachedThreadPool();
    feed = new FeedFolder(folder);
    filled = TestLake.folder(feed.lake());
    feed.csv("keep");
    feed.write(
        "first/a.csv",
        FeedFolder.HEADER
            + "a1,cam-1,2026-06-01T08:00:00Z,TST0001,WA,0.9\n"
            + read("a2", 20, 1)
            + read("a3", 20, 2)
            + read("a4", 20, 3));
    feed.land(EVENING, folder.resolve("first"));
    feed.write(
        "second/b.csv",
        FeedFolder.HEADER
            + "b1,cam-1,2026-06-01T18:00:00Z,TST0001,WA,0.9\n"
            + read("b2", 20, 4)
            + read("b3", 20, 5)
            + read("b4", 20, 6));
    feed.land(EVENING, folder.resolve("second"));
    feed.write(
        "late/c.csv",
        FeedFolder.HEADER + "c1,cam-1,2026-06-01T09:00:00Z,LATE001,WA,0.9\n" + read("c2", 20, 7));
    ListFiles lists = new ListFiles(filled, folder);
    CliRun load =
        lists.load(
            EVENING,
            EVENING,
            lists.definition("stolen", "criminal", "wa_dol"),
            lists.stolen("stolen", "TST0001", "TST0002"));
    assertEquals(0, load.code(), load.all());
  }

  private static String read(String id, int day, int car) {
    return "%s,cam-1,2026-06-%02dT08:00:0%dZ,TST000%d,WA,0.9\n".formatted(id, day, car, car);
  }

  @AfterAll
  static void stop() {
    jobs.shutdownNow();
  }

  /** Their data files are written, their log entries are not. One purge overtakes them all. */
  @Test
  void shouldBringNothingBackWhenJobsAreStoppedBeforeTheirLogEntries() throws Exception {
    overtake(
        Map.of(
            Job.LAND, "rename reads log",
            Job.MATCH, "rename hits log",
            Job.PASSES, "rename passes log",
            Job.COMPACT, "rename reads log"));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"LAND", "MATCH", "RETAINED", "PASSES", "COMPACT", "FACTS"})
  void shouldBringNothingBackWhereverTheJobIsStopped(Job job) throws Exception {
    StoppingDisk.Stop never = StoppingDisk.stop(TestSpark.session(), job.name(), "");
    assertEquals(0, run(job, copy()).code());
    // Other tables say nothing of the date.
    String told = ".* (reads|purge_runs|" + job.table + ") .*";
    List<String> steps = never.steps().stream().filter(step -> step.matches(told)).toList();
    assertTrue(steps.contains("rename " + job.table + " log"), steps::toString);
    List<String> missed = new ArrayList<>();
    for (String step : steps) {
      try {
        overtake(Map.of(job, step));
      } catch (AssertionError e) {
        missed.add(step + ": " + e.getMessage());
      }
    }
    assertEquals(List.of(), missed, steps::toString);
  }

  private static void overtake(Map<Job, String> stopped) throws Exception {
    Path root = copy();
    Map<Job, StoppingDisk.Stop> stops = new EnumMap<>(Job.class);
    Map<Job, Future<CliRun>> runs = new EnumMap<>(Job.class);
    stopped.forEach(
        (job, step) -> {
          stops.put(job, StoppingDisk.stop(TestSpark.session(), job.name(), step));
          runs.put(job, jobs.submit(() -> run(job, root)));
        });
    List<String> failed = new ArrayList<>();
    try {
      for (Map.Entry<Job, StoppingDisk.Stop> stop : stops.entrySet()) {
        assertTrue(
            stop.getValue().isReached(SECONDS),
            () -> stop.getKey() + " never came there: " + stop.getValue().steps());
      }
      purge(root);
      // One after the other: passes counts reads twice, and landing adds some.
      for (Map.Entry<Job, Future<CliRun>> run : runs.entrySet()) {
        stops.get(run.getKey()).goOn();
        CliRun end = run.getValue().get();
        if (end.code() != 0) {
          failed.add(run.getKey() + " " + end.out());
        }
      }
    } finally {
      stops.values().forEach(StoppingDisk.Stop::goOn);
    }
    assertNothingIsBack(root);
    assertEquals(List.of(), failed);
  }

  private static void purge(Path root) {
    CliRun plan = CliRun.at(root, NIGHT, "--json", "purge", "plan");
    String digest = plan.record().at("/details/plan_digest").asText();
    CliRun run = CliRun.at(root, NIGHT, "purge", "run", "--plan", digest);
    assertEquals(0, run.code(), run.all());
    CliRun verify = verify(root, digest);
    assertEquals(0, verify.code(), verify.all());
    DIGESTS.put(root, digest);
  }

  private static CliRun verify(Path root, String digest) {
    return CliRun.at(root, NIGHT, "purge", "verify", "--plan", digest);
  }

  private static void assertNothingIsBack(Path root) throws IOException {
    Lake lake =
        Lake.at(TestSpark.session(), root.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    for (Table table : WRITTEN) {
      assertEquals(0, lake.read(table).where("date = '2026-06-01'").count(), table.folder());
      Path closed = root.resolve(table.folder()).resolve(CLOSED);
      if (Files.exists(closed)) {
        try (Stream<Path> left = Files.list(closed)) {
          assertEquals(List.of(), left.map(Path::toString).toList());
        }
      }
    }
    CliRun verify = verify(root, DIGESTS.get(root));
    assertEquals(0, verify.code(), verify.all());
  }

  private static Path copy() {
    return LakeFiles.copy(filled, folder.resolve("lake-" + ++copies));
  }

  /** A command, several at once: so what it says is not caught. */
  private static CliRun run(Job job, Path root) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            TestSpark.session().newSession(),
            job.on(root));
    return new CliRun(code, out.toString(StandardCharsets.UTF_8), "");
  }
}
