package io.platelake.app.cli;

import static io.platelake.app.cli.WrongInput.Case.of;
import static io.platelake.app.cli.WrongInput.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.platelake.app.CliRun;
import io.platelake.app.cli.WrongInput.Case;
import io.platelake.lake.LakeFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are missing, broken, or say what no policy allows. */
@Tag("lake")
class WrongFilesTest {
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
  private static WrongInput input;

  @BeforeAll
  static void writeFiles() {
    input = WrongInput.in(folder);
    input.write("feed.yaml", FEED);
    input.write("adapter.yaml", FEED.replace("openalpr", "clairvoyance"));
    input.write("purpose.yaml", FEED.replace("criminal", "curiosity"));
    input.write("agency.yaml", FEED.replace("city-2", "city-9"));
    input.write("broken.yaml", FEED + "cameras: {map: {" + PLATE + "\n");
    input.write("unknown-key.yaml", FEED + "plates: [" + PLATE + "]\n");
    input.write("list.yaml", LIST);
    input.write("list-broken.yaml", LIST + "  : [" + PLATE + "\n");
    input.write("list.csv", "LIC,CAT\n" + PLATE + ",stolen_vehicle\n");
    input.write("hold-broken.yaml", HOLD + "plates: [" + PLATE + "]\n");
    input.write("hold-all.yaml", HOLD.replace("plates: [TST0001]\n", ""));
    input.write(
        "hold-immigration.yaml", HOLD.replace("court_order", "evidence") + "category: rumour\n");
    input.write("policy.yaml", "format: 1\nid: x\n  title: [\n");
    input.write("policy-short.yaml", "format: 1\nid: x\n");
    input.write("open-ring.geojson", ZONE.replace("[-122.3, 47.6]]]", "[-122.31, 47.61]]]"));
    input.write("no-json.geojson", ZONE.substring(0, 150));
    input.write("kind.geojson", ZONE.replace("court", "casino"));
    input.write(
        "cameras.csv", "camera_id,site_type,lat,lon,from\ncam-1,street,147.6,-122.3,2026-01-01\n");
    input.write("outcomes.csv", OUTCOMES + "o1," + PLATE + ",stop,2026-06-01T10:00:00Z\n");
    input.write("outcomes-short.csv", "outcome_id,hit_id,kind\no1,1,stop\n");
  }

  static Stream<Case> wrong() {
    return Stream.of(
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
            "@/adapter.yaml, line 4, key adapter: has the unknown value 'clairvoyance'. Use one of"
                + " alpr-sh, axis, axis-vapix, dahua, ",
            "land --feed @/adapter.yaml @/list.csv"),
        of(
            "unknown purpose",
            3,
            "purpose 'curiosity': policy wa-city version 1 does not name it. Use one of criminal,"
                + " cve, parking, traffic",
            "land --feed @/purpose.yaml @/list.csv"),
        of(
            "unknown agency of a feed",
            3,
            "Agency city-9: no policy is in force at 2026-06-10T00:00:00Z. Correct the id: this"
                + " lake has city-2. A new agency starts with: platelake init --agency city-9",
            "land --feed @/agency.yaml @/list.csv"),
        of(
            "broken feed",
            2,
            "@/broken.yaml, line 6: is not YAML: ",
            "land --feed @/broken.yaml @/list.csv"),
        of(
            "unknown key in a feed",
            2,
            "@/unknown-key.yaml, line 5, key plates: is an unknown key. Correct or remove it. Known"
                + " here: id, agency, purpose, layout, adapter,",
            "land --feed @/unknown-key.yaml @/list.csv"),
        of(
            "broken policy",
            2,
            "@/policy.yaml, line 3: is not YAML: mapping values are not allowed here. Correct this"
                + " line",
            "init --agency city-3 --policy @/policy.yaml"),
        of(
            "incomplete policy",
            2,
            "@/policy-short.yaml, line 1: lacks the required key 'version'. Add it",
            "init --agency city-3 --policy @/policy-short.yaml"),
        of(
            "broken list",
            2,
            "@/list-broken.yaml, line 7: is not YAML: ",
            load("list-broken.yaml", "2026-06-09T12:00:00Z")),
        of(
            "stale hot list",
            3,
            "hot list stolen: its source time 2026-06-08T23:59:59Z is 24h1s before"
                + " 2026-06-10T00:00:00Z, the policy allows 24h. Fetch a newer file from the"
                + " source. No snapshot of it is in force.",
            load("list.yaml", "2026-06-08T23:59:59Z")),
        of(
            "source time without a zone",
            2,
            "--source-time: not an instant with a zone. Write it as 2026-06-30T02:00:00Z.",
            load("list.yaml", "2026-06-09")),
        of(
            "broken hold",
            2,
            "Hold file @/hold-broken.yaml, line 8, key plates: comes twice. Keep one of the two",
            "hold open @/hold-broken.yaml"),
        of(
            "hold of everything",
            2,
            "Hold file @/hold-all.yaml, line 1: it selects every read there is. Give plates, cameras,"
                + " captured_from or captured_to",
            "hold open @/hold-all.yaml"),
        of(
            "hold for no offence",
            3,
            "Hold h-1: a hold of kind evidence needs an offence category the policy allows. Set"
                + " category to one of [felony_or_gross_misdemeanor, missing_or_endangered_person,"
                + " stolen_vehicle, warrant].",
            "hold open @/hold-immigration.yaml"),
        of(
            "ring that is not closed",
            2,
            "@/open-ring.geojson features[0], zone_id z-1: has a ring that is not closed. Repeat"
                + " the first position at the end",
            "zones load --agency city-2 @/open-ring.geojson"),
        of(
            "zones that are no JSON",
            2,
            "@/no-json.geojson line 3, column 35: is not JSON from here on. Correct it or export"
                + " the zones again",
            "zones load --agency city-2 @/no-json.geojson"),
        of(
            "unprotected kind",
            2,
            "@/kind.geojson features[0], zone_id z-1: has a kind that the policy does not name. Use"
                + " one of court, elementary_school, event,",
            "zones load --agency city-2 @/kind.geojson"),
        of(
            "wrong camera",
            2,
            "Camera file @/cameras.csv, line 2: from is not an instant with a zone. Write it as"
                + " 2026-01-31T00:00:00Z.",
            "cameras load --agency city-2 @/cameras.csv"),
        of(
            "wrong outcome",
            2,
            "Outcome file @/outcomes.csv, line 2: hit_id is not a hit id. Give the 64-bit number"
                + " that the alert carried.",
            "outcomes load --agency city-2 @/outcomes.csv"),
        of(
            "outcomes without a time",
            2,
            "Outcome file @/outcomes-short.csv, header: occurred_at is missing. Give the columns"
                + " outcome_id,hit_id,kind,occurred_at.",
            "outcomes load --agency city-2 @/outcomes-short.csv"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void shouldSayWhatIsWrongAndChangeNothing(Case wrong) {
    input.assertSaid(wrong);
  }

  @Test
  void shouldQuarantineATruncatedDocumentAndGoOn() {
    Path own = LakeFiles.copy(input.lake(), folder.resolve("truncated"));
    String whole = "{\"data_type\": \"heartbeat\"}\n";
    String raw =
        input.write("raw.json", whole + whole + "{\"data_type\": \"alpr_group\", \"" + PLATE);
    CliRun run =
        CliRun.at(
            own,
            WrongInput.NOW,
            "--json",
            "land",
            "--feed",
            folder.resolve("feed.yaml").toString(),
            raw);
    // The only event of the file is damaged, which is more than half.
    assertEquals(4, run.code(), run.all());
    assertEquals(3, run.record().at("/counts/records").asLong());
    assertEquals("{\"NOT_A_READ\":2}", run.record().at("/details/refused_by").toString());
    assertEquals("{\"MALFORMED\":1}", run.record().at("/details/quarantined_by").toString());
    assertFalse(run.all().contains(PLATE), run.all());
  }

  private static String load(String list, String sourceTime) {
    return "hotlist load --list @/" + list + " --source-time " + sourceTime + " @/list.csv";
  }
}
