package io.platelake.app.audit.vendor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.app.ledger.audit.ImportedRows;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.vendorlog.LogCell;
import io.platelake.core.vendorlog.LogRow;
import io.platelake.core.vendorlog.VendorLayouts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's log from its files to the memo and the purge; the steps build on each other. */
@Tag("lake")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportedLogTest {
  private static final String HEADER =
      "ID,Name,Org Name,License Plate,Reason,Case #,Search Time,Search Type\n";
  // Retention counts by the wall clock, so the log is of the last weeks.
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(20);
  private static final String NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  private static final String WINDOW =
      DAY.minusDays(5) + "T00:00:00Z/" + DAY.plusDays(10) + "T00:00:00Z";

  @TempDir static Path temp;
  private static Lake lake;

  @BeforeAll
  static void lake() throws IOException {
    lake = TestLake.in(temp.resolve("lake"));
    Path bodies =
        write(
            "recipients.csv",
            "recipient_id,name,kind,level,blocked\n"
                + "otherton,Otherton ST SO,law_enforcement,local,false\n");
    CliRun load =
        run("register", "load", "--agency", "city-2", "--register", "recipients", bodies + "");
    assertEquals(0, load.code(), load.all());
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private static String row(int n, String more) {
    return String.format(
        "id-%d,u%d,Exampleville ST PD,TST%04d,%s,%s %02d:00:00,lookup%n",
        n, n % 3, n, more, DAY.plusDays(n / 20), n % 20);
  }

  private static String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int n = from; n < to; n++) {
      String more =
          n == 3
              ? ",26-000103"
              : n == 4 ? "n/a,***" : n == 5 ? "ICE,26-000105" : "burglary,26-00010" + n;
      rows.append(row(n, more));
    }
    return rows.toString();
  }

  private static CliRun run(String... command) {
    return CliRun.by("a.auditor", TestLake.folder(lake), NOW, command);
  }

  private static CliRun load(String layout, Path... files) {
    List<String> command =
        new ArrayList<>(
            List.of("audit", "import", "--agency", "city-2", "--vendor", "acme", "--json"));
    command.addAll(List.of("--layout", layout, "--own-name", "Exampleville ST PD"));
    for (Path file : files) {
      command.add(file.toString());
    }
    return run(command.toArray(String[]::new));
  }

  private static long count(CliRun run, String key) {
    return run.record().at("/counts/" + key).asLong();
  }

  @Test
  @Order(1)
  void shouldImportAFileOnceAndKeepItsGapsAsFindings() throws IOException {
    Path january = write("january.csv", HEADER + rows(1, 40) + rows(7, 8) + "id-99,broken\n");
    CliRun first = load("search-audit", january);
    assertEquals(4, first.code(), first.all());
    assertEquals(41, count(first, "rows"));
    assertEquals(39, count(first, "taken"));
    assertEquals(1, count(first, "repeated"));
    assertEquals(1, count(first, "kept_out"));
    assertEquals(2, count(first, "gap_rows"), "no reason, and n/a; a masked case is no gap");
    CliRun again = load("search-audit", january);
    assertEquals(0, again.code(), again.all());
    assertEquals(1, count(again, "files_known"));
    assertEquals(39, lake.read(Table.IMPORTED_LOG).count(), "rows with gaps stay");
    assertEquals(2, lake.read(Table.ACCESS_LOG).where("event = 'audit_read'").count());
  }

  @Test
  @Order(2)
  void shouldCountARowOfTwoFilesOnceAndMissAColumn() throws IOException {
    CliRun overlapping = load("search-audit", write("february.csv", HEADER + rows(35, 60)));
    assertEquals(0, overlapping.code(), overlapping.all());
    assertEquals(5, count(overlapping, "known"));
    assertEquals(20, count(overlapping, "taken"));
    CliRun lost =
        load(
            "search-audit",
            write(
                "march.csv",
                "ID,Name,Org Name,Reason,Case #,Search Time\nid-70,u1,"
                    + "Exampleville ST PD,theft,26-000170,"
                    + DAY
                    + " 23:00:00\n"));
    assertEquals(4, lost.code(), lost.all());
    assertEquals(2, count(lost, "faults"), "plate and type");
  }

  @Test
  @Order(3)
  void shouldKeepNoPlateInClearAndTheStateOfEachCell() {
    List<NamedRow> rows = NamedRow.all(lake.read(Table.IMPORTED_LOG).orderBy("row_id"));
    assertFalse(
        rows.stream().anyMatch(r -> r.row().toString().contains("TST0")), "a plate is a token");
    NamedRow fourth =
        rows.stream().filter(r -> r.text("row_id").equals("id-4")).findFirst().orElseThrow();
    Map<String, String> states = fourth.row().getJavaMap(fourth.row().fieldIndex("states"));
    assertEquals("masked", states.get("case_number"));
    assertEquals("placeholder", states.get("reason"));
    assertEquals(4, fourth.number("row_no"));
    assertEquals(5, fourth.number("line_no"));
  }

  @Test
  @Order(4)
  void shouldScreenAnImportedLog() throws IOException {
    String[] screen = {
      "audit", "screen", "--agency", "city-2", "--window", WINDOW, "--log", "vendor:acme", "--json"
    };
    CliRun first = run(screen);
    assertEquals(4, first.code(), first.all());
    assertEquals(60, count(first, "searches"));
    assertEquals(1, first.record().at("/details/first_matches/prohibited_word").asLong());
    assertEquals("vendor:acme", first.record().at("/details/log").asText());
    assertEquals(0, count(run(screen), "findings_new"));
    CliRun own = run("audit", "screen", "--agency", "city-2", "--window", WINDOW, "--json");
    assertEquals(0, count(own, "searches"), "the own log has none");
    assertEquals(60, lake.read(Table.IMPORTED_LOG).count());
  }

  @Test
  @Order(5)
  void shouldFindAChangeOfSharingInAnImportedEventLog() throws IOException {
    Path events =
        write(
            "events.csv",
            "Timestamp,User,Event Type,Entity Type,Entity Details,Event Id\n"
                + DAY
                + "T10:00:00Z,A. Admin,create,networkShare,\"Network Name: X\n"
                + "Receiving Organization: Otherton ST SO\",e-1\n"
                + DAY
                + "T11:00:00Z,A. Admin,create,Custom Hotlist Entry,\"License: TST0009\",e-2\n");
    CliRun load = load("events", events);
    assertEquals(0, load.code(), load.all());
    CliRun screen =
        run("audit", "screen", "--agency", "city-2", "--window", WINDOW, "--log", "vendor:acme");
    assertTrue(screen.out().contains("changed_sharing                1 findings"), screen.out());
    assertTrue(screen.out().contains("Shares count only cells that this log shows"), screen.out());
  }

  private static CliRun sample(Path out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("audit", "sample", "--agency", "city-2", "--window", WINDOW, "--log"));
    command.addAll(List.of("vendor:acme", "--seed", "dice 3", "--size", "10"));
    command.addAll(List.of("--out", out.toString(), "--json"));
    command.addAll(List.of(more));
    return run(command.toArray(String[]::new));
  }

  @Test
  @Order(6)
  void shouldDrawAndReportTheSameOfAnImportedLog() throws IOException {
    Path one = temp.resolve("one");
    Path two = temp.resolve("two");
    CliRun first = sample(one, "--audit", "acme-1");
    assertEquals(0, first.code(), first.all());
    assertEquals(60, count(first, "population"));
    assertEquals(0, sample(two, "--audit", "acme-1").code());
    String[] memo = {"audit", "memo", "--agency", "city-2", "--audit", "acme-1", "--out"};
    for (Path folder : List.of(one, two)) {
      List<String> command = new ArrayList<>(List.of(memo));
      command.add(folder.resolve("memo").toString());
      assertEquals(4, run(command.toArray(String[]::new)).code(), "items wait for a review");
    }
    for (String file :
        List.of(
            "sample.json", "worksheet.csv", "memo/memo.md", "memo/memo.html", "memo/memo.json")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file);
    }
    String text = Files.readString(one.resolve("memo/memo.md"));
    assertTrue(text.contains("| Damaged rows kept out | 1 |"), text);
    assertTrue(text.contains("| case_number | 64 | 0 | 1 | 64 of 64 (100.0 %) |"), text);
    assertFalse(text.contains("TST0"), "no plate");
    CliRun worksheet =
        run(
            "audit",
            "review",
            "--agency",
            "city-2",
            "--audit",
            "acme-1",
            filled(one.resolve("worksheet.csv")).toString(),
            "--json");
    assertEquals(0, worksheet.code(), worksheet.all());
    assertTrue(worksheet.record().at("/details/complete").asBoolean());
  }

  private static Path filled(Path sheet) throws IOException {
    List<String> lines = Files.readAllLines(sheet);
    return write(
        "filled.csv",
        lines.get(0)
            + "\n"
            + lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.length() - 2) + "proper,,")
                .collect(Collectors.joining("\n")));
  }

  @Test
  @Order(7)
  void shouldSayWhatIsWrongWithTheInput() throws IOException {
    Path good = temp.resolve("january.csv");
    Path other = write("other.csv", HEADER + row(500, "theft,26-1"));
    assertUsage("there is no such layout", load("audits", good));
    assertUsage("there is no such file", load("search-audit", temp.resolve("none.csv")));
    assertUsage("it is a folder", load("search-audit", temp));
    assertUsage("does not begin with a header", load("users", good));
    String[] bare = {
      "audit", "import", "--agency", "city-2", "--layout", "search-audit", "--vendor"
    };
    assertUsage("--own-name", run(append(bare, "other", other + "")));
    assertUsage("not an id", run(append(bare, "Acme Inc", other + "")));
    CliRun nobody = run(append(bare, "acme", "--agency", "city-9", other + ""));
    assertEquals(2, nobody.code(), nobody.all());
    String[] screen = {"audit", "screen", "--agency", "city-2", "--window", WINDOW, "--log"};
    assertUsage("it is no log", run(append(screen, "acme")));
    assertUsage("not an id", run(append(screen, "vendor:")));
    assertUsage("no log of this vendor", run(append(screen, "vendor:nobody")));
    CliRun another = sample(temp.resolve("x"), "--audit", "acme-1", "--log", "own");
    assertEquals(2, another.code(), another.all());
    assertEquals(62, lake.read(Table.IMPORTED_LOG).count(), "nothing of a wrong input is kept");
  }

  @Test
  @Order(8)
  void shouldForgetImportedRowsInTimeAndProveIt() {
    Instant old = Instant.now().minus(900, ChronoUnit.DAYS);
    ImportedRows rows =
        new ImportedRows(
            lake,
            new ImportedRows.Source(
                "city-2",
                "acme",
                VendorLayouts.find("search-audit").orElseThrow(),
                "d".repeat(64),
                PolicyLedger.inForce(lake, "city-2", Instant.parse(NOW)).policy(),
                PlateToken.ofHex("0a".repeat(32)),
                old),
            true,
            Optional.of(old),
            Optional.of(old));
    rows.add(new LogRow(1, 2, Optional.of(old), Map.of("id", LogCell.of("old-1"))));
    rows.finish();
    CliRun status = run("status");
    assertTrue(status.out().contains("VIOLATED  imported_log of city-2, auditing"), status.out());

    CliRun plan = run("purge", "plan", "--json");
    assertEquals(1, count(plan, "rows"), plan.all());
    String digest = plan.record().at("/details/plan_digest").asText();
    CliRun purge = run("purge", "run", "--plan", digest, "--accept-unusual", "a test");
    assertEquals(0, purge.code(), purge.all());
    assertEquals(62, lake.read(Table.IMPORTED_LOG).count());
    assertEquals(
        1,
        lake.read(Table.ACCESS_LOG)
            .where("event = 'destroyed' AND note LIKE 'imported rows of 1 days%'")
            .count());
    CliRun verify = run("purge", "verify", "--plan", digest);
    assertEquals(0, verify.code(), verify.all());
    assertFalse(run("status").out().contains("VIOLATED  imported_log"));
  }

  /** What a purge would have taken does not come back by an import. */
  @Test
  @Order(9)
  void shouldTakeNoRowThatIsPastTheLimit() throws IOException {
    LocalDate old = LocalDate.now(ZoneOffset.UTC).minusDays(900);
    Path file =
        write(
            "old.csv",
            HEADER
                + "id-900,u1,Exampleville ST PD,TST0900,theft,26-1,"
                + old
                + " 10:00:00,lookup\n");
    CliRun run = load("search-audit", file);
    assertEquals(0, run.code(), run.all());
    assertEquals(1, count(run, "past_limit"));
    assertEquals(0, count(run, "taken"));
  }

  private static String[] append(String[] command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    for (int i = 0; i < more.length; i++) {
      if (more[i].equals("--agency")) {
        all.set(all.indexOf("--agency") + 1, more[++i]);
      } else {
        all.add(more[i]);
      }
    }
    return all.toArray(String[]::new);
  }

  private static void assertUsage(String why, CliRun run) {
    assertEquals(2, run.code(), run.all());
    assertTrue(run.err().contains(why), run.err());
  }
}
