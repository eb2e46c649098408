package io.platelake.app.match;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.hotlist.ListFiles;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists with parts of plates and descriptions, from the file to the alert. */
@Tag("lake")
class PartialListTest {
  private static final String DAY = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";
  private static final String HEADER = "plate,state,category,make,model,color,body\n";
  private static final String WORDS =
      """
          max_substitutions: 1
        partial:
          min_known: 4
          min_candidate_share: 0.5
          max_hits: 2
          authority: {document: Department order, section: "12"}
        vehicle_only:
          max_hits: 2
          authority: {document: Department order, section: "13"}
      """;

  private static final String WANTED =
      """
      XYZ9876,WA,stolen_vehicle,,,,
      7ab-?1*,WA,stolen_vehicle,kia,,,
      7AB_1%,WA,stolen_vehicle,,,,
      ,WA,stolen_vehicle,Toyota,Camry,Blue,
      """;

  @TempDir Path folder;
  private Lake lake;
  private ListFiles files;
  private Path definition;

  @BeforeEach
  void lake() {
    lake = TestLake.in(folder.resolve("lake"));
    files = new ListFiles(folder.resolve("lake"), folder);
    definition =
        files.write(
            "wanted.yaml",
            """
            id: wanted
            agency: city-2
            purpose: criminal
            source: wa_dol
            format: csv
            columns: {plate: plate, state: state, category: category, make: make, model: model,
              color: color, body: body}
            """);
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            read_id | plate   | state | make   | model | color | captured_at
            1       | 7ABC123 | WA    | kia    | rio   | red   | 10:00
            2       | 7ABC123 | OR    | kia    | rio   | red   | 10:01
            3       | KTM4820 | WA    | toyota | camry | blue  | 10:02
            4       | -       | WA    | toyota | camry | blue  | 10:03
            5       | KTM4821 | WA    | toyota | camry | red   | 10:04
            6       | 7ABD100 | -     | kia    | rio   | red   | 10:05
            """),
        new CommitKey("test", 0));
  }

  @Test
  void shouldRefuseThemWhereThePolicyIsSilent() {
    CliRun load = load("2026-06-01T12:00:00Z", WANTED);
    assertEquals(0, load.code(), load.err());
    assertEquals(
        "{\"PLATE_PARTIAL\":2,\"VEHICLE_ONLY\":1}",
        load.record().get("details").get("refused_by").toString());
    assertEquals(1, lake.read(Table.HOTLIST_ENTRIES).count());
  }

  @Test
  void shouldMatchAPartAndADescriptionAndAlertByThePolicyOnly() {
    adopt("exact, equivalent, partial");
    CliRun load = load("2026-06-01T12:00:00Z", WANTED);
    assertEquals(0, load.code(), load.err());
    // The third line is the second one in other signs, so the first one stands.
    assertEquals(
        "{\"records\":4,\"accepted\":3,\"refused\":0,\"dropped\":0,\"duplicate\":1}",
        load.record().get("counts").toString());
    assertRows(
        """
        plate   | plate_key is null | pattern | make   | model | color
        XYZ9876 | false             | -       | -      | -     | -
        -       | true              | 7AB?1*  | kia    | -     | -
        -       | true              | -       | toyota | camry | blue
        """
            .replace("plate_key is null", "(plate_key is null)"),
        lake.read(Table.HOTLIST_ENTRIES));

    CliRun run = match("2026-06-01T13:00:00Z");
    assertEquals(0, run.code(), run.err());
    assertEquals(2, run.record().get("counts").get("partial").asLong());
    assertEquals(2, run.record().get("counts").get("vehicle").asLong());
    assertEquals(4, run.record().get("counts").get("hits").asLong());
    assertEquals(0, run.record().get("counts").get("entries_too_wide").asLong());
    String hits =
        """
        read_id | tier    | state_verdict | vehicle_verdict | is_alert | alert_reason
        1       | PARTIAL | SAME          | CONSISTENT      | true     | ALERT
        6       | PARTIAL | UNKNOWN       | CONSISTENT      | false    | STATE_UNKNOWN
        3       | VEHICLE | SAME          | CONSISTENT      | false    | TIER_NOT_ALLOWED
        4       | VEHICLE | SAME          | CONSISTENT      | false    | TIER_NOT_ALLOWED
        """;
    assertRows(hits, lake.read(Table.HITS));
    assertFalse(run.all().contains("7AB"), run.all());
    String before = Rows.text(lake.read(Table.HITS));
    assertEquals(0, match("2026-06-01T13:00:00Z").code());
    assertEquals(before, Rows.text(lake.read(Table.HITS)));

    // Ruled out, the same plate alerts no more; the ruling names neither plate nor part. The hit
    // that was shown before stays an alert, so that reports count it.
    String hit = one("read_id = 1", "hit_id");
    String entry = one("read_id = 1", "entry_id");
    assertEquals(3, suppress(hit, "7ab?1 is another car").code());
    assertEquals(3, suppress(hit, "7ABC123 is another car").code());
    assertEquals(2, suppress(one("read_id = 4", "hit_id"), "no plate to know it by").code());
    CliRun ruled = suppress(hit, "another car, looked at");
    assertEquals(0, ruled.code(), ruled.all());
    assertEquals(0, match("2026-06-01T14:00:00Z").code());
    assertEquals("SUPPRESSED", one("read_id = 1", "alert_reason"));
    assertEquals("true", one("read_id = 1", "is_alert"));

    // Withdrawn, it is gone from the list; its hits are marked by the next run, of whatever day.
    assertEquals(3, withdraw(entry, "7AB?1 was wrong").code());
    CliRun withdrawn = withdraw(entry, "m");
    assertEquals(0, withdrawn.code(), withdrawn.all());
    CliRun next =
        run(
            "2026-06-02T06:00:00Z",
            "match",
            "--window",
            "2026-06-02T00:00:00Z/2026-06-03T00:00:00Z");
    assertEquals(2, next.record().get("counts").get("marked_stale").asLong(), next.err());
    assertEquals("STALE", one("read_id = 1", "listing"));
    assertEquals("LISTED", one("read_id = 3", "listing"));
  }

  private CliRun withdraw(String entry, String reason) {
    return run(
        "2026-06-01T15:00:00Z",
        "hotlist",
        "withdraw",
        "wanted",
        "--entry",
        entry,
        "--reason",
        reason);
  }

  /** Wrong in five ways: three records, a list of nothing else, and a definition. */
  @Test
  void shouldSayWhatIsWrongWithAPartOrADescription() {
    adopt("exact, equivalent");
    String wrong =
        """
        7A?*,WA,stolen_vehicle,kia,,,
        7AB?.12,WA,stolen_vehicle,,,,
        ,WA,stolen_vehicle,toyota,,blue,sedan
        """;
    CliRun counted = load("2026-06-01T12:00:00Z", wrong + "7AB?12,WA,stolen_vehicle,,,,\n");
    assertEquals(0, counted.code(), counted.err());
    String reasons = "PLATE_TOO_WIDE=1, PLATE_UNREADABLE=1, VEHICLE_TOO_WIDE=1";
    assertTrue(counted.err().contains("1 accepted, 3 refused"), counted.err());
    assertTrue(counted.err().contains("refused by {" + reasons + "}"), counted.err());

    CliRun none = load("2026-06-01T13:00:00Z", wrong);
    assertEquals(3, none.code(), none.err());
    assertTrue(none.err().contains(reasons), none.err());
    assertTrue(none.record().get("message").asText().contains("stays in force"), none.out());

    Path letters =
        files.write(
            "letters.yaml",
            """
            id: letters
            agency: city-2
            purpose: criminal
            source: wa_dol
            format: csv
            wildcards: {one: X}
            columns: {plate: plate, category: category}
            """);
    String at = "2026-06-01T13:00:00Z";
    CliRun definition = files.load(at, at, letters, files.write("l.csv", "plate,category\n"));
    assertEquals(2, definition.code(), definition.err());
    assertTrue(
        definition
            .record()
            .get("message")
            .asText()
            .contains("letters.yaml, line 6, key wildcards: does not hold different characters"),
        definition.out());
    for (CliRun run : List.of(counted, none, definition)) {
      assertFalse(run.all().contains("7A"), run.all());
    }
  }

  @Test
  void shouldSayWhichEntryDescribesNoSingleVehicle() {
    adopt("exact, equivalent, partial");
    load("2026-06-01T12:00:00Z", "7A??1*,,stolen_vehicle,,,,\nKTM482*,,stolen_vehicle,,,,\n");
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            read_id | plate   | state | captured_at
            11      | KTM4829 | WA    | 09:00
            12      | KTM4820 | WA    | 09:30
            """),
        new CommitKey("more", 0));
    CliRun run = match("2026-06-01T13:00:00Z");
    assertEquals(0, run.code(), run.err());
    JsonNode counts = run.record().get("counts");
    assertEquals(1, counts.get("entries_too_wide").asLong());
    assertEquals(2, counts.get("hits_beyond_limit").asLong());
    String entry = one("read_id = 11", "entry_id");
    assertEquals("{\"" + entry + "\":4}", run.record().get("details").get("too_wide").toString());
    assertTrue(
        run.err()
            .contains(
                "Entry "
                    + entry
                    + " of list wanted describes no single vehicle:"
                    + " it fits 4 reads of this run, the policy allows 2"),
        run.err());
    assertRows("read_id\n11\n12", lake.read(Table.HITS));
  }

  @Test
  void shouldFindRetainedReadsOfNewPartsAndDescriptions() {
    adopt("exact, equivalent, partial");
    load("2026-06-01T12:00:00Z", "XYZ9876,WA,stolen_vehicle,,,,\nKTM48?1*,WA,stolen_vehicle,,,,\n");
    assertEquals(0, match("2026-06-01T13:00:00Z").code());
    assertRows("read_id\n5", lake.read(Table.HITS));

    load(
        "2026-06-02T04:00:00Z",
        WANTED + "KTM48?1*,WA,stolen_vehicle,,,,\nKTM4820,WA,stolen_vehicle,,,,\n");
    CliRun run = run("2026-06-02T06:00:00Z", "match", "--retained", "--window", DAY);
    assertEquals(0, run.code(), run.err());
    JsonNode counts = run.record().get("counts");
    assertEquals(3, counts.get("entries").asLong());
    assertEquals(6, counts.get("reads_scanned").asLong());
    assertTrue(run.err().contains("6 retained reads were read whole"), run.err());
    String hits =
        """
        read_id | tier    | alert_reason
        1       | PARTIAL | ALERT
        3       | EXACT   | ALERT
        3       | VEHICLE | TIER_NOT_ALLOWED
        4       | VEHICLE | TIER_NOT_ALLOWED
        5       | PARTIAL | VEHICLE_UNKNOWN
        6       | PARTIAL | STATE_UNKNOWN
        """;
    assertRows(hits, lake.read(Table.HITS));

    String retained = Rows.text(lake.read(Table.HITS).drop("matched_at", "snapshot_id"));
    assertEquals(0, match("2026-06-02T06:00:00Z").code());
    assertEquals(retained, Rows.text(lake.read(Table.HITS).drop("matched_at", "snapshot_id")));

    // Nothing is new: no read is read whole.
    load("2026-06-02T05:00:00Z", WANTED);
    CliRun nothing = run("2026-06-02T06:30:00Z", "match", "--retained", "--window", DAY);
    assertEquals(0, nothing.record().get("counts").get("reads_scanned").asLong());
  }

  @Test
  void shouldStopLookingOnceThePolicyIsSilent() {
    adopt("exact, equivalent");
    load("2026-06-01T12:00:00Z", WANTED);
    PolicyLedger.record(
        lake,
        Adoption.first(
            "city-2",
            "wa-city",
            TestPolicies.waCityText() + "# as before\n",
            Instant.parse("2026-06-01T12:30:00Z"),
            "tester"));
    assertEquals(0, match("2026-06-01T13:00:00Z").code());
    assertEquals(0, lake.read(Table.HITS).count());
  }

  private void adopt(String tiers) {
    String before = "    max_substitutions: 1\n";
    String text = TestPolicies.waCityText();
    assertTrue(text.contains(before) && text.contains("tiers: [exact, equivalent]"));
    PolicyLedger.record(
        lake,
        Adoption.first(
            "city-2",
            "wa-city",
            text.replace(before, WORDS)
                .replace("tiers: [exact, equivalent]", "tiers: [" + tiers + "]"),
            Instant.parse("2026-05-01T00:00:00Z"),
            "tester"));
  }

  private CliRun load(String at, String rows) {
    return files.load(
        at, at, definition, files.write("wanted-" + at.hashCode() + ".csv", HEADER + rows));
  }

  private CliRun match(String asOf) {
    return run(asOf, "match", "--window", DAY);
  }

  private CliRun suppress(String hit, String reason) {
    return run(
        "2026-06-01T13:30:00Z",
        "hits",
        "suppress",
        "--hit",
        hit,
        "--reason",
        reason,
        "--until",
        "2026-07-01");
  }

  private CliRun run(String asOf, String... command) {
    String[] all = new String[command.length + 1];
    all[0] = "--json";
    System.arraycopy(command, 0, all, 1, command.length);
    return CliRun.at(folder.resolve("lake"), asOf, all);
  }

  private String one(String where, String column) {
    return lake.read(Table.HITS).where(where).first().getAs(column).toString();
  }
}
