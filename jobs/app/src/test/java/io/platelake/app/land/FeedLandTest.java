package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.option.Inbox;
import io.platelake.app.job.terminal.Progress;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many feeds land in one start as they land one by one, in fewer commits. */
@Tag("lake")
class FeedLandTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final List<String> GOOD = List.of("east", "north", "parked", "west");
  private static final List<Table> WRITTEN =
      List.of(
          Table.READS,
          Table.IMAGES,
          Table.QUARANTINE,
          Table.EXCLUSIONS,
          Table.LANDING,
          Table.RAW_FILES);

  @TempDir Path folder;
  private FeedFolder many;

  @BeforeEach
  void setUp() throws IOException {
    many = city("many");
  }

  @Test
  void shouldLandTogetherWhatLandsOneByOne() throws IOException {
    FeedFolder single = city("single");
    for (String feed : GOOD) {
      CliRun run =
          single.run(
              NOON,
              "land",
              "--feed",
              at("single", "feeds/" + feed + ".yaml"),
              inbox("single", feed));
      assertTrue(run.code() == 0 || run.code() == 4, run.all());
    }
    long before = many.lake().version(Table.READS);
    CliRun run = feedLand();
    assertEquals(4, run.code(), run.all());
    assertEquals(contents("single", single), contents("many", many));
    assertEquals(
        before + 2, many.lake().version(Table.READS), "one commit for each of two purposes");
    assertEquals(left("single"), left("many"), "raw files");

    JsonNode record = run.record();
    assertEquals(7, record.at("/counts/feeds").asLong());
    assertEquals(3, record.at("/counts/feeds_not_landed").asLong(), run.all());
    assertEquals(4, record.at("/counts/kept").asLong(), run.all());
    assertEquals("usage", record.at("/details/outcomes/broken").asText());
    assertEquals("refused", record.at("/details/outcomes/tolls").asText());
    assertEquals("refused", record.at("/details/outcomes/unknown").asText());
    JsonNode problems = record.at("/details/problems");
    assertTrue(problems.path("broken").asText().contains("broken.yaml"), run.all());
    assertTrue(problems.path("tolls").asText().contains("tolls"), run.all());
    assertTrue(problems.path("unknown").asText().contains("nowhere"), run.all());
    assertEquals("[\"2026-06-02\"]", record.at("/details/dates").toString());

    Map<Table, List<String>> landed = contents("many", many);
    CliRun again = feedLand();
    assertEquals(4, again.code(), again.all());
    assertEquals(0, again.record().at("/counts/kept").asLong(), again.all());
    assertEquals(landed, contents("many", many), "landed once");
  }

  @Test
  void shouldLandFeedByFeedWhatFailsTogether() throws IOException {
    FeedFolder whole = city("whole");
    assertEquals(4, whole.run(NOON, command("whole")).code());
    AtomicInteger failures = new AtomicInteger();
    // After the reads of all were committed and before anything else was.
    List<LandedFeed> ends =
        run(
            line -> {
              if (line.startsWith("writing quarantine") && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("the disk is gone");
              }
            });
    assertTrue(failures.get() > 1, "each lands by itself");
    assertEquals(contents("whole", whole), contents("many", many));
    assertEquals(
        4, ends.stream().filter(end -> end.outcome() == RunOutcome.DONE).count(), ends.toString());
  }

  @Test
  void shouldLandTheOthersWhenAFileChangesMeanwhile() throws IOException {
    Path file = Path.of(inbox("many", "west"), "a.csv");
    String longer = Files.readString(file) + "e9,cam-1,2026-06-02T09:00:00Z,TST0009,WA,0.9\n";
    AtomicInteger changes = new AtomicInteger();
    List<LandedFeed> ends =
        run(
            line -> {
              if (line.startsWith("landing 3 feeds") && changes.getAndIncrement() == 0) {
                many.write("inbox/west/a.csv", longer);
              }
            });
    assertEquals(1, changes.get());
    Map<String, RunOutcome> outcomes = new TreeMap<>();
    ends.forEach(end -> outcomes.put(end.name(), end.outcome()));
    assertEquals(RunOutcome.DONE, outcomes.get("north"), ends.toString());
    assertTrue(
        contents("many", many).get(Table.READS).stream().anyMatch(row -> row.contains("TST0009")),
        "landed by itself, as it is now: " + outcomes);
    assertFalse(Files.exists(file), "landed and deleted");
  }

  @Test
  void shouldSayWhatIsWrongWithTheFoldersBeforeAnythingIsDone() throws IOException {
    CliRun nowhere = many.run(NOON, "feed", "land", "--feeds", at("many", "no"), "--inbox", ".");
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("there is no such folder"), nowhere.err());
    Files.createDirectories(folder.resolve("many/none"));
    CliRun none =
        many.run(
            NOON, "feed", "land", "--feeds", at("many", "none"), "--inbox", at("many", "inbox"));
    assertEquals(2, none.code());
    assertTrue(none.err().contains("no feed (*.yaml) is there"), none.err());
    many.write("feeds/homeless.yaml", "id: homeless\n");
    CliRun homeless = feedLand();
    assertEquals(2, homeless.code());
    assertTrue(homeless.err().contains("it has no folder"), homeless.err());
  }

  /** A lake of two agencies with seven feeds, of which four can land. */
  private FeedFolder city(String name) throws IOException {
    FeedFolder city =
        new FeedFolder(
            Files.createDirectories(folder.resolve(name)),
            FeedLandTest.class,
            FeedLandTest::addAgency);
    city.csv("keep");
    String feed = Files.readString(Path.of(city.feed()));
    String moved = "after_landing: move\nraw_folder: " + folder.resolve(name).resolve("moved");
    define(city, "east", feed);
    define(city, "west", feed.replace("after_landing: keep", "after_landing: delete"));
    define(city, "north", feed.replace("city-2", "city-3").replace("after_landing: keep", moved));
    define(city, "parked", feed.replace("purpose: criminal", "purpose: parking"));
    define(city, "tolls", feed.replace("purpose: criminal", "purpose: tolls"));
    define(city, "unknown", feed.replace("city-2", "nowhere"));
    define(city, "broken", feed.replace("adapter: mapping", "adaptor: mapping"));
    String row = ",2026-06-02T08:00:00Z,TST000";
    // A repeat, a read at the school, and one of a camera that nobody knows.
    raw(
        city,
        "east",
        "e1,cam-1"
            + row
            + "1,WA,0.9\ne1,cam-1"
            + row
            + "1,WA,0.9\ne2,cam-2"
            + row
            + "2,WA,0.9\ne3,cam-7"
            + row
            + "3,WA,0.9\n");
    // An event that east has as well, and one of its own.
    raw(city, "west", "e1,cam-1" + row + "1,WA,0.9\ne4,cam-1" + row + "4,WA,0.9\n");
    // The same event ids and camera ids mean others at another agency.
    raw(city, "north", "e1,cam-1" + row + "1,WA,0.9\ne5,cam-7" + row + "5,WA,0.9\n");
    raw(city, "parked", "e1,cam-1" + row + "1,WA,0.9\n");
    for (String refused : List.of("tolls", "unknown", "broken")) {
      raw(city, refused, "e6,cam-1" + row + "6,WA,0.9\n");
    }
    return city;
  }

  private static void addAgency(Lake lake) {
    Path root = TestLake.folder(lake);
    try {
      run(root, "init", root.resolveSibling("policy.yaml"), TestPolicies.waCityText(), "--policy");
      run(
          root,
          "cameras load",
          root.resolveSibling("cameras-3.csv"),
          """
          camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
          cam-1,,Other St,street,47.1500,-122.9000,,2026-01-01T00:00:00Z,
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path root, String command, Path file, String text, String... option)
      throws IOException {
    List<String> args = new ArrayList<>(List.of(command.split(" ")));
    args.addAll(List.of("--agency", "city-3"));
    args.addAll(List.of(option));
    args.add(Files.writeString(file, text).toString());
    CliRun run = CliRun.at(root, "2026-06-01T00:00:00Z", args.toArray(String[]::new));
    assertEquals(0, run.code(), run.all());
  }

  private static void define(FeedFolder city, String name, String feed) {
    // So small files hold what is usual.
    city.write(
        "feeds/" + name + ".yaml",
        feed.replace("id: f-1", "id: " + name)
            + "unusual: {quarantined: 0.9, refused: 0.9, duplicate: 0.9}\n");
  }

  /** Written at the same time in each city, so that their rows are the same. */
  private static void raw(FeedFolder city, String name, String rows) throws IOException {
    Path file = city.write("inbox/" + name + "/a.csv", FeedFolder.HEADER + rows);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-02T11:00:00Z")));
  }

  private String at(String city, String path) {
    return folder.resolve(city).resolve(path).toString();
  }

  private String inbox(String city, String feed) {
    return at(city, "inbox/" + feed);
  }

  private CliRun feedLand() {
    return many.run(NOON, command("many"));
  }

  private String[] command(String city) {
    return new String[] {
      "--json", "feed", "land", "--feeds", at(city, "feeds"), "--inbox", at(city, "inbox")
    };
  }

  private List<LandedFeed> run(Progress progress) {
    Lake fresh =
        Lake.at(TestSpark.session().newSession(), many.lake().root().toString(), Contracts.load());
    JobContext job = new JobContext(fresh, Instant.parse(NOON), "tester", "run-1", progress);
    return new FeedsLanding(
            job,
            new Inbox(Path.of(at("many", "inbox"))).feeds(Path.of(at("many", "feeds"))),
            job.standing()::requireAgency)
        .run();
  }

  /** Rows of all tables that landing writes, as text, in order. */
  private Map<Table, List<String>> contents(String name, FeedFolder city) {
    Map<Table, List<String>> contents = new TreeMap<>();
    for (Table table : WRITTEN) {
      List<String> rows = new ArrayList<>();
      for (Row row : city.lake().read(table).collectAsList()) {
        rows.add(row.toString().replace(folder.resolve(name).toString(), "CITY"));
      }
      rows.sort(null);
      contents.put(table, rows);
    }
    return contents;
  }

  private List<String> left(String city) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(city))) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> folder.resolve(city).relativize(f).toString())
          .filter(f -> f.startsWith("inbox") || f.startsWith("moved"))
          .sorted()
          .toList();
    }
  }
}
