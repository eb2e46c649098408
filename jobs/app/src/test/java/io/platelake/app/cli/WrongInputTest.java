package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.platelake.app.CliRun;
import io.platelake.app.LakeFiles;
import io.platelake.app.TestLake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is said in one line (what, why, what to do), and changes nothing. */
class WrongInputTest {
  private static final String NOW = "2026-06-10T00:00:00Z";

  /** Stands in every broken file; no message may repeat it. */
  private static final String PLATE = "TST0001";

  private static final String FEED =
      """
      id: north
      agency: city-2
      purpose: criminal
      adapter: openalpr
      """;

  private static final String LIST =
      """
      id: stolen
      agency: city-2
      purpose: criminal
      source: wa_dol
      format: csv
      columns: {plate: LIC, category: CAT}
      """;

  private static final String HOLD =
      """
      id: h-1
      agency: city-2
      kind: court_order
      case: "26-1"
      authority: order
      purposes: [criminal]
      plates: [TST0001]
      """;

  private static final String ZONE =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"zone_id": "z-1", "kind": "court"},
        "geometry": {"type": "Polygon", "coordinates": [[[-122.3, 47.6], [-122.2, 47.6],
          [-122.2, 47.7], [-122.3, 47.6]]]}}]}
      """;

  private static final String OUTCOMES = "outcome_id,hit_id,kind,occurred_at\n";

  @TempDir private static Path folder;
  private static Path lake;
  private static String plan;
  private static String release;

  /**
   * @param code exit code
   * @param said the message, without the path of the folder
   * @param args command; {@code @} stands for the folder
   */
  private record Case(String name, int code, String said, List<String> args) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void aLakeWithAPlanAndARelease() throws IOException {
    lake = folder.resolve("lake");
    TestLake.in(lake);
    write("feed.yaml", FEED);
    write("adapter.yaml", FEED.replace("openalpr", "clairvoyance"));
    write("purpose.yaml", FEED.replace("criminal", "curiosity"));
    write("agency.yaml", FEED.replace("city-2", "city-9"));
    write("broken.yaml", FEED + "cameras: {map: {" + PLATE + "\n");
    write("unknown-key.yaml", FEED + "plates: [" + PLATE + "]\n");
    write("list.yaml", LIST);
    write("list-broken.yaml", LIST + "  : [" + PLATE + "\n");
    write("list.csv", "LIC,CAT\n" + PLATE + ",stolen_vehicle\n");
    write("hold-broken.yaml", HOLD + "plates: [" + PLATE + "]\n");
    write("hold-all.yaml", HOLD.replace("plates: [TST0001]\n", ""));
    write("hold-immigration.yaml", HOLD.replace("court_order", "evidence") + "category: rumour\n");
    write("policy.yaml", "format: 1\nid: x\n  title: [\n");
    write("policy-short.yaml", "format: 1\nid: x\n");
    write("open-ring.geojson", ZONE.replace("[-122.3, 47.6]]]", "[-122.31, 47.61]]]"));
    write("no-json.geojson", ZONE.substring(0, 150));
    write("kind.geojson", ZONE.replace("court", "casino"));
    write(
        "cameras.csv", "camera_id,site_type,lat,lon,from\ncam-1,street,147.6,-122.3,2026-01-01\n");
    write("outcomes.csv", OUTCOMES + "o1," + PLATE + ",stop,2026-06-01T10:00:00Z\n");
    write("outcomes-short.csv", "outcome_id,hit_id,kind\no1,1,stop\n");
    plan = done("purge", "plan").at("/details/plan_digest").asText();
    release =
        done(
                "extract",
                "request",
                "--agency",
                "city-2",
                "--product",
                "camera-hour",
                "--purpose",
                "traffic",
                "--window",
                "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z",
                "--legal-basis",
                "study")
            .at("/details/release_id")
            .asText();
    CliRun approved =
        CliRun.of(
            "--lake",
            lake.toString(),
            "--as-of",
            NOW,
            "--principal",
            "the-chief",
            "extract",
            "approve",
            release,
            "--role",
            "chief",
            "--expires",
            "2026-06-11T00:00:00Z");
    assertEquals(0, approved.code(), approved.all());
  }

  static Stream<Case> wrong() {
    return Stream.of(
        of("unknown command", 2, "platelake: no such command.", "fly"),
        of("unknown subcommand", 2, "platelake purge: no such command.", "purge everything"),
        of("unknown option", 2, "platelake status: an argument it does not take.", "status --fast"),
        of("no subcommand", 2, "Say what to do: one of [open, close, list]", "hold"),
        of("missing option", 2, "Missing required option: '--feed=FILE'", "land @/x"),
        of("missing parameter", 2, "Missing required parameter: 'PATH'", "land --feed @/feed.yaml"),
        of(
            "missing file",
            2,
            "File @/none.yaml: there is no such file. Check the path.",
            "land --feed @/none.yaml @/list.csv"),
        of(
            "missing raw file",
            2,
            "Path @/none.json: there is nothing there. Check the path.",
            "land --feed @/feed.yaml @/none.json"),
        of(
            "unknown adapter",
            2,
            "@/adapter.yaml, line 4, key adapter: unknown adapter. Known: axis, dahua, ",
            "land --feed @/adapter.yaml @/list.csv"),
        of(
            "unknown purpose",
            3,
            "purpose 'curiosity': policy wa-city version 1 does not name it. Use one of criminal, cve, parking, traffic",
            "land --feed @/purpose.yaml @/list.csv"),
        of(
            "unknown agency of a feed",
            3,
            "Agency city-9: no policy is in force at 2026-06-10T00:00:00Z. Adopt one with: platelake policy adopt",
            "land --feed @/agency.yaml @/list.csv"),
        of(
            "unknown agency",
            3,
            "Agency city-9: no policy is in force at 2026-06-10T00:00:00Z. Adopt one with: platelake policy adopt",
            "zones check --agency city-9"),
        of(
            "broken feed",
            2,
            "@/broken.yaml, line 6: it is not well-formed YAML. Check indentation, colons and quotes at that line",
            "land --feed @/broken.yaml @/list.csv"),
        of(
            "unknown key in a feed",
            2,
            "@/unknown-key.yaml, line 5, key plates: unknown key. Known here: id, agency, purpose, adapter,",
            "land --feed @/unknown-key.yaml @/list.csv"),
        of(
            "broken policy",
            2,
            "@/policy.yaml line 3: is not YAML: mapping values are not allowed here. Correct this line",
            "init --agency city-3 --policy @/policy.yaml"),
        of(
            "incomplete policy",
            2,
            "@/policy-short.yaml line 1: lacks the required key 'version'. Add it",
            "init --agency city-3 --policy @/policy-short.yaml"),
        of(
            "broken list",
            2,
            "@/list-broken.yaml, line 7: it is no well-formed YAML. Correct the line.",
            load("list-broken.yaml", "2026-06-09T12:00:00Z")),
        of(
            "stale hot list",
            3,
            "hot list stolen: its source time 2026-06-08T23:59:59Z is 24h1s before 2026-06-10T00:00:00Z, the policy allows 24h. Fetch a newer file from the source. No snapshot of it is in force.",
            load("list.yaml", "2026-06-08T23:59:59Z")),
        of(
            "source time without a zone",
            2,
            "--source-time: not an instant with a zone. Write it as 2026-06-30T02:00:00Z.",
            load("list.yaml", "2026-06-09")),
        of(
            "broken hold",
            2,
            "Hold file @/hold-broken.yaml, line 8: a key is unknown, repeated or missing, or a value has the wrong form. Keys: id, agency,",
            "hold open @/hold-broken.yaml"),
        of(
            "hold of everything",
            2,
            "Hold file @/hold-all.yaml: it selects every read there is. Give plates, cameras, captured_from or captured_to.",
            "hold open @/hold-all.yaml"),
        of(
            "hold for no offence",
            3,
            "Hold h-1: a hold of kind evidence needs an offence category the policy allows. Set category to one of [felony_or_gross_misdemeanor, missing_or_endangered_person, stolen_vehicle, warrant].",
            "hold open @/hold-immigration.yaml"),
        of(
            "unknown hold",
            2,
            "Hold h-9: there is none. See: platelake hold list",
            "hold close h-9 --authority order"),
        of(
            "ring that is not closed",
            2,
            "@/open-ring.geojson features[0], zone_id z-1: has a ring that is not closed. Repeat the first position at the end",
            "zones load --agency city-2 @/open-ring.geojson"),
        of(
            "zones that are no JSON",
            2,
            "@/no-json.geojson line 3, column 35: is not JSON from here on. Correct it or export the zones again",
            "zones load --agency city-2 @/no-json.geojson"),
        of(
            "unprotected kind",
            2,
            "@/kind.geojson features[0], zone_id z-1: has a kind that the policy does not name. Use one of court, elementary_school, event,",
            "zones load --agency city-2 @/kind.geojson"),
        of(
            "wrong camera",
            2,
            "Camera file @/cameras.csv, line 2: from is not an instant with a zone. Write it as 2026-01-31T00:00:00Z.",
            "cameras load --agency city-2 @/cameras.csv"),
        of(
            "wrong outcome",
            2,
            "Outcome file @/outcomes.csv, line 2: hit_id is not a hit id. Give the 64-bit number that the alert carried.",
            "outcomes load --agency city-2 @/outcomes.csv"),
        of(
            "outcomes without a time",
            2,
            "Outcome file @/outcomes-short.csv, header: occurred_at is missing. Give the columns outcome_id,hit_id,kind,occurred_at.",
            "outcomes load --agency city-2 @/outcomes-short.csv"),
        of(
            "hit that is no number",
            2,
            "Invalid value for option '--hit': it is not a long",
            "hits suppress --hit TST0001 --reason other --until 2026-07-01"),
        of(
            "unknown hit",
            2,
            "Hit 5: there is none, or it has been purged. Take the id from the alert.",
            "hits suppress --hit 5 --reason other --until 2026-07-01"),
        of(
            "notice of two things",
            2,
            "--read, --entry, --hit: 2 of them are given. Give exactly one.",
            "hits notice --read 1 --hit 5 --out @/notice.csv"),
        of(
            "id in capitals",
            2,
            "--agency: not an id. Use 1 to 63 lower-case letters, digits, - or _, starting with a letter or digit.",
            "cameras load --agency CITY @/cameras.csv"),
        of(
            "no window",
            2,
            "--window: not two instants with / between them. Write it as 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z.",
            "match --window yesterday"),
        of(
            "window reversed",
            2,
            "--window: it ends at or before it starts. Put the earlier instant first.",
            "match --window 2026-06-02T00:00:00Z/2026-06-01T00:00:00Z"),
        of(
            "unknown plan",
            2,
            "--plan: no plan with this digest is in the ledger. Make one with: platelake purge plan",
            "purge run --plan 0123abcd"),
        of(
            "unknown plan to verify",
            2,
            "--plan: no plan with this digest is in the ledger. Make one with: platelake purge plan",
            "purge verify --plan 0123abcd"),
        of(
            "unknown release",
            2,
            "RELEASE: no such release at 2026-06-10T00:00:00Z. See: platelake extract list",
            "extract run r-none --out @/out"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void shouldSayWhatIsWrongAndChangeNothing(Case wrong) {
    Map<String, Long> before = LakeFiles.of(lake);
    String[] args =
        wrong.args().stream().map(a -> a.replace("@", folder.toString())).toArray(String[]::new);
    assertSaid(wrong.code(), wrong.said(), CliRun.at(lake, NOW, args));
    assertEquals(before, LakeFiles.of(lake), "nothing is half-written");
  }

  @Test
  void shouldRefuseAPlanThatIsTooOld() {
    assertRefused(
        "2026-06-11T00:00:01Z",
        "Plan of 2026-06-10T00:00:00Z: it was not made within the last purge interval before 2026-06-11T00:00:01Z. Plan again.",
        "purge",
        "run",
        "--plan",
        plan);
    assertRefused(
        "2026-06-09T00:00:00Z",
        "it was not made within the last purge interval before 2026-06-09T00:00:00Z. Plan again.",
        "purge",
        "run",
        "--plan",
        plan);
  }

  @Test
  void shouldRefuseAnApprovalThatHasExpired() {
    String out = folder.resolve("extract").toString();
    assertRefused(
        "2026-06-11T00:00:00Z",
        "its approval expired at 2026-06-11T00:00:00Z. Have the chief approve it again.",
        "extract",
        "run",
        release,
        "--out",
        out);
    assertFalse(Files.exists(Path.of(out)), "no files");
  }

  @Test
  void shouldNeedALakeAndAnInstant() {
    String nowhere = folder.resolve("nowhere").toString();
    assertSaid(
        2,
        "No lake at @/nowhere: its tables are missing. Correct --lake, or create it with: platelake --lake @/nowhere init",
        CliRun.of("--lake", nowhere, "status"));
    assertFalse(Files.exists(Path.of(nowhere)), "no lake is made by asking for one");
    assertSaid(
        2,
        "No lake: neither --lake nor PLATELAKE_LAKE is set. Add --lake with its root folder.",
        CliRun.of("--lake", " ", "status"));
    assertSaid(
        2,
        "--as-of: not an instant with a zone. Write it as 2026-06-30T02:00:00Z.",
        CliRun.of("--lake", lake.toString(), "--as-of", "noon", "status"));
    assertSaid(
        2,
        "--conf @/c: not a readable properties file. Give a file of key=value lines.",
        CliRun.of("--lake", lake.toString(), "--conf", folder.resolve("c").toString(), "status"));
  }

  @Test
  void shouldQuarantineATruncatedDocumentAndGoOn() throws IOException {
    Path own = LakeFiles.copy(lake, folder.resolve("truncated"));
    String whole = "{\"data_type\": \"heartbeat\"}\n";
    String raw = write("raw.json", whole + whole + "{\"data_type\": \"alpr_group\", \"" + PLATE);
    CliRun run =
        CliRun.at(
            own, NOW, "--json", "land", "--feed", folder.resolve("feed.yaml").toString(), raw);
    assertEquals(0, run.code(), run.all());
    assertEquals(3, run.record().at("/counts/records").asLong());
    assertEquals("{\"NOT_A_READ\":2}", run.record().at("/details/refused_by").toString());
    assertEquals("{\"MALFORMED\":1}", run.record().at("/details/quarantined_by").toString());
    assertFalse(run.all().contains(PLATE), run.all());
  }

  @Test
  void shouldPrintOneRecordHoweverItEnds() throws IOException {
    JsonSchema schema;
    try (InputStream in = getClass().getResourceAsStream("/schemas/run-record.schema.json")) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    }
    String feed = folder.resolve("agency.yaml").toString();
    String zones = write("zones.geojson", ZONE);
    String cameras =
        write(
            "camera.csv",
            "camera_id,site_type,lat,lon,from\ncam-1,street,47.62,-122.23,2026-01-01T00:00:00Z\n");
    Path own = LakeFiles.copy(lake, folder.resolve("records"));
    assertAll(
        () -> assertRecord(schema, "done", own, "cameras", "load", "--agency", "city-2", cameras),
        () -> assertRecord(schema, "done", own, "zones", "load", "--agency", "city-2", zones),
        () -> assertRecord(schema, "finding", own, "zones", "check", "--agency", "city-2"),
        () -> assertRecord(schema, "refused", own, "land", "--feed", feed, cameras),
        () -> assertRecord(schema, "usage", own, "land", "--feed", "none.yaml", cameras),
        () -> assertRecord(schema, "usage", own, "fly"),
        () -> assertRecord(schema, "usage", own, "land"),
        () -> assertRecord(schema, "usage", folder.resolve("nowhere"), "status"));
  }

  private static void assertRecord(JsonSchema schema, String outcome, Path at, String... command) {
    List<String> args = new ArrayList<>(List.of("--json"));
    args.addAll(Arrays.asList(command));
    CliRun run = CliRun.at(at, NOW, args.toArray(String[]::new));
    assertEquals(1, run.out().lines().count(), "one line: " + run.all());
    JsonNode record = run.record();
    Set<ValidationMessage> problems = schema.validate(record);
    assertEquals(Set.of(), problems, run.out());
    assertEquals(outcome, record.get("outcome").asText(), run.all());
    assertEquals(run.code(), record.get("exit_code").asInt());
  }

  private static void assertRefused(String asOf, String said, String... command) {
    Map<String, Long> before = LakeFiles.of(lake);
    assertSaid(3, said, CliRun.at(lake, asOf, command));
    assertEquals(before, LakeFiles.of(lake), "nothing is half-written");
  }

  /** Progress aside, one line that names the command, or two with where to read more. */
  private static void assertSaid(int code, String said, CliRun run) {
    List<String> lines = run.err().lines().filter(l -> l.startsWith("platelake")).toList();
    assertEquals(1, lines.size(), run.all());
    String line = lines.get(0).replace(folder.toString(), "@");
    assertTrue(line.contains(said), () -> "said: " + line);
    assertEquals(code, run.code(), run.all());
    assertEquals("", run.out());
    assertFalse(run.all().contains(PLATE), run.all());
    assertFalse(run.all().contains("\tat "), run.all());
    assertFalse(run.all().contains("Exception"), run.all());
  }

  private static String load(String list, String sourceTime) {
    return "hotlist load --list @/" + list + " --source-time " + sourceTime + " @/list.csv";
  }

  private static Case of(String name, int code, String said, String command) {
    return new Case(name, code, said, List.of(command.split(" ")));
  }

  private static JsonNode done(String... command) {
    List<String> args = new ArrayList<>(List.of("--json"));
    args.addAll(Arrays.asList(command));
    CliRun run = CliRun.at(lake, NOW, args.toArray(String[]::new));
    assertEquals(0, run.code(), run.all());
    return run.record();
  }

  private static String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
