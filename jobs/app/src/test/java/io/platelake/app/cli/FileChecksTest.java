package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks of the files that people write: no lake, no Spark, every mistake at once. */
class FileChecksTest {
  private static final String PLATE = "TST0001";
  private static final String POLICY = "../../schemas/policies/wa-city.yaml";

  @TempDir private static Path folder;

  @BeforeAll
  static void writeFiles() throws IOException {
    write(
        "feed.yaml",
        """
        id: north
        agency: city-2
        purpose: criminal
        mapping:
          format: csv
          header: names
          fields: {plate: Plate, captured_at: Time, camera: Cam, lat: Lat, lon: Lon}
        """);
    write(
        "day.csv",
        """
        Plate,Time,Cam,Lat,Lon
        TST0001,2026-06-02T08:00:00Z,car-1,47.6,-122.3
        TST0002,2026-06-02T08:00:01Z,car-1,,
        TST0003,2026-06-02T08:00:02Z,cam-1,,
        """);
    write("feed-2.yaml", "id: north\nagency: city-2\nlayot: lilin\nlayout: openalpr\nimages: no\n");
    write(
        "cameras.csv",
        """
        camera_id,site_type,lat,lon,from
        car-1,mobile,,,2026-01-01T00:00:00Z
        cam-1,street,47.6,-122.3,2026-01-01T00:00:00Z
        """);
    write(
        "cameras-2.csv",
        "camera_id,site_type,lat,lon,from\ncam-1,street,,,2026-01-01T00:00:00Z\ncam-2,road,1,2,now\n");
    write(
        "zones.geojson",
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"zone_id": "z-1", "kind": "court"},
          "geometry": {"type": "Point", "coordinates": [-122.3, 47.6]}}]}
        """);
    write(
        "zones-2.geojson",
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"zone_id": "z-1"},
            "geometry": {"type": "Point", "coordinates": [-122.3, 47.6]}},
          {"type": "Feature", "properties": {"kind": "court"},
            "geometry": {"type": "Point", "coordinates": [-122.3, 47.6]}}]}
        """);
    write(
        "list.yaml",
        """
        id: stolen
        agency: city-2
        purpose: criminal
        source: wa_dol
        format: csv
        columns: {plate: LIC, category: CAT, begins: From}
        """);
    write("list.csv", "LIC,CAT,From\nTST0001,stolen_vehicle,2026-06-01\n,stolen_vehicle,\n");
    write("list-2.yaml", "id: stolen\nagency: city-2\nsource: wa_dol\nformt: csv\n");
    write(
        "hold.yaml",
        """
        id: h-1
        agency: city-2
        kind: court_order
        case: "26-1"
        authority: order
        purposes: [criminal]
        plates: [TST0001]
        captured_from: 2026-06-01T00:00:00Z
        """);
    write("hold-2.yaml", "id: h-1\nagency: city-2\nkin: court_order\nplates: [TST0001, '?']\n");
    write(
        "users.csv",
        """
        user_id,person_id,kind,roles,status,need,phone
        C,p-1,internal,department_personnel,active,burglary unit,555-0100
        d.ruiz,p-2,supervised,,suspended,,
        """);
    write(
        "users-2.csv",
        """
        user_id,person_id,kind,status,birthday
        patrol1,p-1,internal,active,
        d ruiz,p-2,internal,active,
        ,p-3,internl,active,1990
        """);
    write("users-3.csv", "user_id,person_id,kind,roles,status\nc,p-1,internal,pilots,active\n");
    write(
        "users.json",
        """
        {"totalResults": 1, "Resources": [
          {"userName": "c", "externalId": "p-1", "userType": "employee", "active": true}]}
        """);
    write(
        "training.csv",
        """
        person_id,course,completed_on,topics
        p-1,alpr-1,2026-03-01,policy;statute;privacy;audit_and_reporting
        """);
    write("outcomes.csv", "outcome_id,hit_id,kind,occurred_at\no1,12,stop,2026-06-01T10:00:00Z\n");
    write(
        "outcomes-2.csv",
        "outcome_id,hit_id,kind,occurred_at\no1,x,stop,2026-06-01T10:00:00Z\no2,1,stop,noon\n");
  }

  @Test
  void shouldShowTheFirstRecordsOfAFeedAsTheyWouldLand() {
    OfflineRun run = check("feed check @/feed.yaml @/day.csv");
    assertEquals(0, run.code(), run.all());
    assertSaid(run, "Feed north, layout mapping: 3 records in 1 file would land as");
    assertSaid(run, "kept                    3");
    assertSaid(run, "line 2      kept         2026-06-02T08:00:00Z  camera car-1  plate AAA9999");
    assertSaid(run, "Share of the reads that has a field: state 0 %, ");
    assertSaid(run, "Not judged: times, cameras and places. Add --policy, --cameras and --zones.");
    assertFalse(run.all().contains(PLATE), run.all());
    assertSaid(check("feed check --show-plates @/feed.yaml @/day.csv"), "plate TST0001");
  }

  /** The mobile camera has no position of its own, and the fixed one stands at a court. */
  @Test
  void shouldJudgeAFeedByPolicyCamerasAndZones() {
    OfflineRun run =
        check(
            "feed check --policy % --cameras @/cameras.csv --zones @/zones.geojson @/feed.yaml"
                + " @/day.csv");
    assertSaid(
        run, "excluded                2\n                          2  court; first at line ");
    assertSaid(run, "quarantined             1\n                          1  NO_POSITION lat");
    assertEquals(0, run.code(), run.all());
  }

  @Test
  void shouldEndWithAFindingWhereNoRecordIsARead() {
    OfflineRun run = check("feed check @/feed.yaml @/cameras.csv");
    assertEquals(4, run.code(), run.all());
    assertSaid(run, "No record is a read: check the layout and the mapping of the feed file.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cameras check @/cameras.csv | 2 cameras at 2 positions, 1 of them mobile. No mistake.",
        "zones check --policy % @/zones.geojson | No camera with a position is known.",
        "hold check --policy % @/hold.yaml | Hold h-1 of agency city-2 has no mistake.",
        "outcomes check @/outcomes.csv | 1 outcomes of 1 hits: {stop=1}.",
        "hotlist check --list @/list.yaml --policy % @/list.csv | List stolen: 2 records, ",
        "register check --register users --policy % @/users.csv | Register users: 2 rows of 2 keys.",
        "register check --register users @/users.json | Register users: 1 rows of 1 keys. No mistake.",
        "access explain --policy % --register users=@/users.csv --account c --purpose criminal | DENIED",
        "access explain --policy % --register users=@/users.csv --account c --purpose criminal |"
            + " training_missing: training is missing (statute) [City #2 ALPR Policy, section 9].",
        "access explain --policy % --register users=@/users.csv --register training=@/training.csv"
            + " --account c --purpose criminal --offence burglary --case 26-1 | ALLOWED",
      })
  void shouldSayWhatAFileHolds(String row) {
    OfflineRun run = check(row.split(" \\| ")[0]);
    assertSaid(run, row.split(" \\| ")[1]);
    assertFalse(run.all().contains(PLATE), run.all());
  }

  @Test
  void shouldNameTheCamerasInPlacesOfAFile() {
    OfflineRun run = check("zones check --policy % --cameras @/cameras.csv @/zones.geojson");
    assertEquals(4, run.code(), run.all());
    assertSaid(run, "cam-1                    in court");
    assertFalse(run.out().contains("car-1"), run.out());
  }

  /** Each with its check, and with the command that loads it: neither looks for a lake first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 | feed check @/feed-2.yaml @/day.csv",
        "2 | land --feed @/feed-2.yaml @/day.csv",
        "2 | quarantine release --feed @/feed-2.yaml",
        "2 | quarantine show --feed @/feed-2.yaml",
        "1 | quarantine show --feed @/feed.yaml --reason NOWHERE",
        "1 | quarantine show --feed @/feed.yaml --records 0",
        "1 | init --agency city-2 --policy @/nowhere.yaml",
        "1 | init --agency City-2 --policy %",
        "3 | cameras check @/cameras-2.csv",
        "3 | cameras load --agency city-2 @/cameras-2.csv",
        "2 | zones check --policy % @/zones-2.geojson",
        "2 | zones load --agency city-2 @/zones-2.geojson",
        "2 | hotlist check --list @/list-2.yaml --policy % @/list.csv",
        "2 | hotlist load --list @/list-2.yaml --source-time 2026-06-09T00:00:00Z @/list.csv",
        "2 | hold check @/hold-2.yaml",
        "2 | hold open @/hold-2.yaml",
        "2 | outcomes check @/outcomes-2.csv",
        "2 | outcomes load --agency city-2 @/outcomes-2.csv",
        "3 | register check --register users @/users-2.csv",
        "3 | register load --register users --agency city-2 @/users-2.csv",
        "3 | register diff --register users --agency city-2 @/users-2.csv",
        "1 | register check --register users --policy % @/users-3.csv",
        "1 | register check --register nowhere @/users.csv",
        "1 | register check --register grants @/users.json",
        "1 | register show --register nowhere --agency city-2",
        "3 | access explain --policy % --register users=@/users-2.csv --account c --purpose criminal",
      })
  void shouldNameEveryMistakeWithoutALake(String row) {
    OfflineRun run = check(row.substring(4));
    assertEquals(2, run.code(), run.all());
    long lines = run.err().lines().filter(line -> !line.isBlank()).count();
    assertTrue(lines >= Integer.parseInt(row.substring(0, 1)), run.all());
    assertFalse(run.err().contains("--lake"), run.all());
    assertFalse(run.all().contains(PLATE), run.all());
  }

  private static void assertSaid(OfflineRun run, String text) {
    assertTrue(run.out().contains(text), () -> "said: " + run.all());
  }

  private static OfflineRun check(String command) {
    List<String> args = new ArrayList<>(List.of("--as-of", "2026-06-10T00:00:00Z"));
    for (String word : command.split(" ")) {
      args.add(word.replace("@", folder.toString()).replace("%", POLICY));
    }
    return OfflineRun.of(args.toArray(String[]::new));
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
