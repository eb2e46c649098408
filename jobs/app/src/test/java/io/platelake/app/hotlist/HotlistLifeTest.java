package io.platelake.app.hotlist;

import static io.platelake.app.Rows.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots and entries from their proposal to their end. */
@Tag("lake")
class HotlistLifeTest {
  private static final String NINE = "2026-06-01T09:00:00Z";
  private static final String BOLO =
      """
      id: bolo
      agency: ky-town
      purpose: criminal
      source: agency_bolo
      format: csv
      columns: {plate: p, state: s, category: c, case_number: n, officer: o, determination: d,
                instructions: i}
      """;
  private static final String HEADER = "p,s,c,n,o,d,i\n";

  @TempDir static Path folder;
  private static Lake lake;
  private static ListFiles files;

  @BeforeAll
  static void openLake() throws IOException {
    lake = TestLake.in(folder.resolve("lake"));
    files = new ListFiles(folder.resolve("lake"), folder);
    String policy = Files.readString(TestPolicies.WA_CITY.resolveSibling("ky-model.yaml"));
    PolicyLedger.record(
        lake,
        Adoption.first(
            "ky-town", "ky-model", policy, Instant.parse("2026-01-01T00:00:00Z"), "tester"));
  }

  @Test
  void shouldUseNewEntriesOnlyOnceTheAdministratorApprovedThem() {
    Path list = files.write("bolo.yaml", BOLO);
    String one = HEADER + row("TST0001", "26-1") + row("TST0002", "26-2") + row("TST0003", "26-3");
    JsonNode first = loaded("2026-06-01T10:00:00Z", NINE, list, files.write("bolo1.csv", one));
    String firstId = first.get("snapshot_id").asText();
    assertEquals("alpr_administrator", first.get("waits_for").asText());
    assertEquals("proposed", stages("2026-06-01T10:00:00Z", "bolo"));
    refused("alpr_administrator", "2026-06-01T10:01:00Z", "approve", firstId, "--role", "chief");
    String[] naming = approve(firstId);
    naming[naming.length - 1] = "memo on tst0002";
    refused("names a plate of the list", "2026-06-01T10:01:00Z", naming);
    done("2026-06-01T10:02:00Z", approve(firstId));
    assertEquals("active", stages("2026-06-01T10:02:00Z", "bolo"));
    assertEquals("proposed", stages("2026-06-01T10:01:59Z", "bolo"));

    String fewer = HEADER + row("TST0001", "26-1") + row("TST0002", "26-2");
    JsonNode second =
        loaded(
            "2026-06-01T11:00:00Z", "2026-06-01T10:00:00Z", list, files.write("bolo2.csv", fewer));
    assertFalse(second.has("waits_for"), "no new entry, so nothing to approve");
    assertEquals("expired active", stages("2026-06-01T11:00:00Z", "bolo"));

    JsonNode third =
        loaded(
            "2026-06-01T12:00:00Z",
            "2026-06-01T11:00:00Z",
            list,
            files.write("bolo3.csv", one + row("TST0004", "26-4")));
    assertEquals("alpr_administrator", third.get("waits_for").asText());
    assertEquals("expired active proposed", stages("2026-06-01T12:00:00Z", "bolo"));
    JsonNode current =
        done("2026-06-01T12:00:00Z", "hotlist", "status").get("details").get("lists");
    assertTrue(current.toString().contains("\"stage\":\"proposed\""), current.toString());
    done("2026-06-01T12:01:00Z", approve(third.get("snapshot_id").asText()));
    assertEquals("expired expired active", stages("2026-06-01T12:01:00Z", "bolo"));
    refused(
        "needs no approval", "2026-06-01T12:02:00Z", approve(second.get("snapshot_id").asText()));
    assertRows(
        """
        decision | role               | document | principal
        approve  | alpr_administrator | memo-1   | tester
        approve  | alpr_administrator | memo-1   | tester
        """,
        lake.read(Table.HOTLIST_DECISIONS).where("list_id = 'bolo'"));
  }

  @Test
  void shouldPassInstructionsOnUnchanged() {
    Path list = files.write("text.yaml", BOLO.replace("id: bolo", "id: text"));
    String text = " Stop only with PC,\nID \"occupants\"; \u00e9\u4e8c ";
    loaded(
        "2026-06-01T10:00:00Z",
        NINE,
        list,
        files.write(
            "text.csv",
            HEADER
                + "TST0001,KY,stolen_vehicle,26-1,B. Doe,call,\""
                + text.replace("\"", "\"\"")
                + "\"\n"));
    assertEquals(
        text,
        lake.read(Table.HOTLIST_ENTRIES)
            .where("list_id = 'text'")
            .select("instructions")
            .first()
            .getString(0));
  }

  @Tag("long")
  @Test
  void shouldUseTheListOfAnotherAgencyOnlyOnceItIsApproved() {
    Path list =
        files.write(
            "foreign.yaml",
            text("foreign", "criminal", "wa_dol").replace("purpose:", "owner: city-9\npurpose:"));
    Path file = files.stolen("foreign", "TST0001", "TST0002");
    JsonNode first = loaded("2026-06-01T10:00:00Z", NINE, list, file);
    assertEquals("proposed", stages("2026-06-01T10:00:00Z", "foreign"));
    done("2026-06-01T10:01:00Z", approve(first.get("snapshot_id").asText()));
    loaded("2026-06-01T11:00:00Z", "2026-06-01T10:00:00Z", list, file);
    assertEquals("expired active", stages("2026-06-01T11:00:00Z", "foreign"));
    done("2026-06-01T12:00:00Z", "hotlist", "withdraw", "foreign", "--reason", "memo-2");
    assertEquals("withdrawn withdrawn", stages("2026-06-01T12:00:00Z", "foreign"));
    loaded("2026-06-01T13:00:00Z", "2026-06-01T12:30:00Z", list, file);
    assertEquals("withdrawn withdrawn proposed", stages("2026-06-01T13:00:00Z", "foreign"));
    Path own = files.definition("foreign", "criminal", "wa_dol");
    CliRun other = files.load("2026-06-01T13:00:00Z", "2026-06-01T12:30:00Z", own, file);
    assertEquals(3, other.code());
    assertTrue(other.out().contains("owner city-9"), other.out());
  }

  @Tag("long")
  @Test
  void shouldGoBackToTheSnapshotBeforeAWithdrawnOne() {
    Path list = files.definition("back", "criminal", "wa_dol");
    loaded("2026-06-01T10:00:00Z", NINE, list, files.stolen("back1", "TST0001", "TST0002"));
    String bad =
        loaded(
                "2026-06-01T11:00:00Z",
                "2026-06-01T10:00:00Z",
                list,
                files.stolen("back2", "TST0001", "TST0009"))
            .get("snapshot_id")
            .asText();
    done(
        "2026-06-01T12:00:00Z",
        "hotlist",
        "withdraw",
        "back",
        "--snapshot",
        bad,
        "--reason",
        "wrong file");
    assertEquals("active withdrawn", stages("2026-06-01T12:00:00Z", "back"));
    String[] named = {"withdraw", "back", "--reason", "tst-0001 was recovered"};
    refused("names a plate of the list", "2026-06-01T12:01:00Z", named);
    refused("it was withdrawn", "2026-06-01T12:01:00Z", approve(bad));
    loaded(
        "2026-06-01T13:00:00Z",
        "2026-06-01T09:30:00Z",
        list,
        files.stolen("back3", "TST0001", "TST0003"));
    assertEquals("active", stages("2026-06-01T13:00:00Z", "back").split(" ")[1]);
  }

  @Test
  void shouldTakeOutEntriesAndKeepThemOut() {
    Path list = files.definition("out", "criminal", "wa_dol");
    Path file = files.stolen("out", "TST0001", "TST0002", "TST0003");
    loaded("2026-06-01T10:00:00Z", NINE, list, file);
    String id = Long.toString(entry("out", "TST0002"));
    done(
        "2026-06-01T11:00:00Z",
        "hotlist",
        "withdraw",
        "out",
        "--entry=" + id,
        "--reason",
        "recovered");
    assertEquals("expired active", stages("2026-06-01T11:00:00Z", "out"));
    assertEquals(List.of("TST0001", "TST0003"), plates("out", 2));
    assertEquals(Set.of(Long.parseLong(id)), withdrawn("2026-06-01T11:00:00Z").get("out"));
    JsonNode again = loaded("2026-06-01T12:00:00Z", "2026-06-01T11:30:00Z", list, file);
    assertEquals("{\"ENTRY_WITHDRAWN\":1}", again.get("refused_by").toString());

    CliRun unknown =
        CliRun.at(
            files.lake(),
            "2026-06-01T12:10:00Z",
            "hotlist",
            "withdraw",
            "out",
            "--entry=7",
            "--reason",
            "x");
    assertEquals(2, unknown.code(), unknown.all());
    assertTrue(unknown.err().contains("1 of 1 ids are in no snapshot"), unknown.err());
    done(
        "2026-06-01T12:20:00Z",
        "hotlist",
        "withdraw",
        "out",
        "--entry=" + id,
        "--lift",
        "--reason",
        "stolen again");
    // The very file that was loaded while the entry was out.
    JsonNode back = loaded("2026-06-01T13:00:00Z", "2026-06-01T11:30:00Z", list, file);
    assertEquals("{}", back.get("refused_by").toString());
    assertFalse(back.get("already_loaded").asBoolean());
    assertEquals(null, withdrawn("2026-06-01T13:00:00Z").get("out"));
  }

  @Test
  void shouldRefuseToTakeOutEveryEntry() {
    Path list = files.definition("last", "criminal", "wa_dol");
    loaded("2026-06-01T10:00:00Z", NINE, list, files.stolen("last", "TST0001"));
    refused(
        "no entry would be left",
        "2026-06-01T11:00:00Z",
        "withdraw",
        "last",
        "--entry=" + entry("last", "TST0001"),
        "--reason",
        "x");
    assertEquals("active", stages("2026-06-01T11:00:00Z", "last"));
  }

  private static String text(String id, String purpose, String source) {
    try {
      return Files.readString(files.definition(id, purpose, source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(String plate, String number) {
    return plate + ",KY,stolen_vehicle," + number + ",B. Doe,call,\n";
  }

  private static Map<String, Set<Long>> withdrawn(String asOf) {
    return KnownLists.at(lake, Instant.parse(asOf)).withdrawnEntries(TestLake.AGENCY, "criminal");
  }

  private static long entry(String list, String plate) {
    return lake.read(Table.HOTLIST_ENTRIES)
        .where(col("list_id").equalTo(list).and(col("plate").equalTo(plate)))
        .select("entry_id")
        .first()
        .getLong(0);
  }

  /** Plates of the only snapshot of a list with so many entries. */
  private static List<String> plates(String list, long entries) {
    String snapshot =
        lake.read(Table.HOTLISTS)
            .where(col("list_id").equalTo(list).and(col("accepted").equalTo(entries)))
            .select("snapshot_id")
            .first()
            .getString(0);
    return lake
        .read(Table.HOTLIST_ENTRIES)
        .where(col("snapshot_id").equalTo(snapshot))
        .orderBy("plate")
        .select("plate")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }

  private static String[] approve(String snapshot) {
    return new String[] {
      "hotlist", "approve", snapshot, "--role", "alpr_administrator", "--document", "memo-1"
    };
  }

  private static JsonNode loaded(String asOf, String sourceTime, Path list, Path file) {
    CliRun run = files.load(asOf, sourceTime, list, file);
    assertEquals(0, run.code(), run.all());
    assertFalse(run.all().contains("TST0"), run.all());
    return run.record().get("details");
  }

  private static JsonNode done(String asOf, String... command) {
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(command));
    CliRun run = CliRun.at(files.lake(), asOf, all.toArray(String[]::new));
    assertTrue(run.code() == 0 || run.code() == 4, run.all());
    return run.record();
  }

  private static void refused(String why, String asOf, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    if (!all.get(0).equals("hotlist")) {
      all.add(0, "hotlist");
    }
    if (all.contains("approve") && !all.contains("--document")) {
      all.addAll(List.of("--document", "memo-1"));
    }
    CliRun run = CliRun.at(files.lake(), asOf, all.toArray(String[]::new));
    assertEquals(3, run.code(), run.all());
    assertTrue(run.err().contains(why), run.err());
  }

  /** Stages of all snapshots of a list, oldest first. */
  private static String stages(String asOf, String list) {
    JsonNode record = done(asOf, "hotlist", "status", "--list", list);
    List<String> stages = new ArrayList<>();
    record.get("details").get("lists").forEach(s -> stages.add(s.get("stage").asText()));
    return String.join(" ", stages);
  }
}
