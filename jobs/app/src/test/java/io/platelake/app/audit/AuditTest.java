package io.platelake.app.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.ledger.access.AuditLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An audit from the screen to the memo; the steps build on each other. */
@Tag("lake")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditTest {
  private static final String WINDOW = "2026-06-01T00:00:00Z/2026-07-01T00:00:00Z";
  private static final String HASH = "0".repeat(64);
  private static final String AFTER = "2026-07-02T00:00:00Z";

  @TempDir static Path temp;
  private static Lake lake;

  @BeforeAll
  static void log() {
    lake = TestLake.in(temp.resolve("lake"));
    StringBuilder rows =
        new StringBuilder(
            "seq | search_id | event | decision | kind | username | affiliation | at |"
                + " recorded_at | reason | offence | case_ref | plate_tokens | purpose | prev_hash | hash\n");
    for (int i = 1; i <= 60; i++) {
      String at = String.format("2026-06-%02dT10:%02d:00Z", i % 28 + 1, i % 60);
      String reason = i == 7 ? "ICE" : i == 8 ? "=police(1)" : "burglary report";
      String number = i == 9 ? "-" : "26-000" + (100 + i);
      rows.append(
          String.format(
              "%d | s%02d | intent | %s | search | u%d | city-2 | %s | %s | %s | burglary | %s |"
                  + " tok%d | auditing | %s | %s%n",
              i, i, i == 60 ? "deny" : "allow", i % 3, at, at, reason, number, i, HASH, HASH));
    }
    lake.append(
        Table.ACCESS_LOG, Rows.of(Table.ACCESS_LOG, rows.toString()), new CommitKey("log", 1));
    lists();
  }

  /** A list with an entry of each kind that an audit looks for. */
  private static void lists() {
    lake.append(
        Table.HOTLISTS,
        Rows.of(
            Table.HOTLISTS,
            """
            list_id | snapshot_id | source | source_time          | loaded_at            | accepted
            stolen  | s-1         | wa_dol | 2026-06-30T23:00:00Z | 2026-06-30T23:30:00Z | 5
            """),
        new CommitKey("lists", 1));
    lake.append(
        Table.HOTLIST_ENTRIES,
        Rows.of(
            Table.HOTLIST_ENTRIES,
            """
            entry_id | plate   | case_number | expires              | source_time
            1        | TST0001 | 26-1        | -                    | 2026-06-30T23:00:00Z
            2        | TST0002 | -           | 2026-07-01T00:00:00Z | 2026-06-30T23:00:00Z
            3        | TST0003 | -           | 2026-08-01T00:00:00Z | 2026-06-30T23:00:00Z
            4        | TST0003 | 26-4        | -                    | 2026-06-30T23:00:00Z
            5        | TST0005 | 26-5        | -                    | 2026-06-30T23:00:00Z
            """),
        new CommitKey("entries", 1));
    lake.append(
        Table.HITS,
        Rows.of(
            Table.HITS,
            """
            hit_id | entry_id | list_id | date
            1      | 1        | stolen  | 2026-06-20
            2      | 1        | stolen  | 2026-06-21
            3      | 3        | stolen  | 2026-06-21
            """),
        new CommitKey("hits", 1));
    lake.append(
        Table.PURGE_RUNS,
        Rows.of(Table.PURGE_RUNS, "run_id | step | as_of\nr-1 | plan | 2026-06-29T00:00:00Z"),
        new CommitKey("purge", 1));
  }

  private static CliRun run(String... command) {
    return CliRun.by("a.auditor", TestLake.folder(lake), AFTER, command);
  }

  private static String[] sample(Path out, String... more) {
    String window = List.of(more).contains("--window") ? "" : WINDOW;
    List<String> command = new ArrayList<>(List.of("audit", "sample", "--agency", "city-2"));
    command.addAll(window.isEmpty() ? List.of() : List.of("--window", window));
    command.addAll(List.of("--out", out.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  @Test
  @Order(1)
  void shouldEndWithFourWhenADetectorNamesASearch() throws IOException {
    Path out = temp.resolve("screen");
    String[] screen = {
      "audit", "screen", "--agency", "city-2", "--window", WINDOW, "--out", out + "", "--json"
    };
    CliRun first = run(screen);
    assertEquals(4, first.code(), first.all());
    assertEquals(59, first.record().at("/counts/searches").asLong(), "a denied look is no search");
    assertEquals(1, first.record().at("/details/first_matches/prohibited_word").asLong());
    assertEquals(1, first.record().at("/details/first_matches/missing_statement").asLong());
    assertEquals(59, first.record().at("/details/unseen/out_of_shift").asLong(), "no roster");
    assertEquals(2, first.record().at("/counts/findings_new").asLong());
    assertEquals(0, run(screen).record().at("/counts/findings_new").asLong(), "known by then");
    assertTrue(Files.readString(out.resolve("findings.csv")).contains("prohibited_word"));
    assertEquals(2, lake.read(Table.ACCESS_LOG).where("event = 'audit_read'").count());
  }

  @Test
  @Order(2)
  void shouldDrawTheSameSampleFromTheSameSeed() throws IOException {
    Path one = temp.resolve("one");
    Path two = temp.resolve("two");
    String[] audit = {"--audit", "2026-06", "--seed", "dice 4 1 6", "--size", "10", "--json"};
    CliRun first = run(sample(one, audit));
    assertEquals(0, first.code(), first.all());
    assertEquals(59, first.record().at("/counts/population").asLong());
    assertEquals(0, run(sample(two, audit)).code());
    for (String file : List.of("worksheet.csv", "sample.json")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file);
    }
    CliRun other = run(sample(two, "--audit", "2026-06", "--seed", "another", "--size", "10"));
    assertEquals(3, other.code(), "an audit is not drawn until it pleases");
    assertEquals(
        0,
        run(sample(two, "--audit", "by-account", "--seed", "s", "--size", "2", "--by", "account"))
            .code());
    assertEquals(4, Files.readAllLines(two.resolve("worksheet.csv")).size(), "one of each account");
  }

  @Test
  @Order(3)
  void shouldKeepSpreadsheetsFromComputing() throws IOException {
    Path all = temp.resolve("all");
    assertEquals(0, run(sample(all, "--audit", "all", "--seed", "s", "--size", "100")).code());
    String sheet = Files.readString(all.resolve("worksheet.csv"));
    assertTrue(sheet.contains("burglary - =police(1)"), "not at the beginning of the cell");
    assertFalse(sheet.contains(",="), sheet);
  }

  @Test
  @Order(4)
  void shouldTakeTheWorksheetBackFromAnotherPerson() throws IOException {
    Path sheet = temp.resolve("one/worksheet.csv");
    List<String> lines = Files.readAllLines(sheet);
    Path filled = temp.resolve("filled.csv");
    String reviewed =
        lines.get(0)
            + "\n"
            + String.join(
                "\n",
                lines.subList(1, 11).stream()
                    .map(
                        line -> {
                          boolean first = line.equals(lines.get(1));
                          String[] outcome =
                              first
                                  ? new String[] {"Not proper", "wrong_case"}
                                  : new String[] {"proper", ""};
                          return line.substring(0, line.length() - 2)
                              + outcome[0]
                              + ","
                              + outcome[1]
                              + ",";
                        })
                    .toList());
    Files.writeString(filled, reviewed + "\n");
    String[] review = {
      "audit", "review", "--agency", "city-2", "--audit", "2026-06", filled.toString(), "--json"
    };
    CliRun own = CliRun.by("u1", TestLake.folder(lake), AFTER, review);
    assertEquals(3, own.code(), own.all());
    assertTrue(own.err().contains("one person"), own.err());
    CliRun done = run(review);
    assertEquals(4, done.code(), done.all());
    assertEquals(10, done.record().at("/counts/reviewed").asLong());
    assertEquals(10, run(review).record().at("/counts/unchanged").asLong());
    List<AuditLedger.Audit> audits = AuditLedger.completedBy(lake, "city-2", Instant.parse(AFTER));
    assertEquals(1, audits.size());
    assertEquals(10L, audits.get(0).sampled());
    assertEquals(1, audits.get(0).exceptions());
  }

  @Test
  @Order(5)
  void shouldSayWhatIsWrongWithTheInput() throws IOException {
    Path out = temp.resolve("wrong");
    Path sheet = temp.resolve("wrong.csv");
    Files.writeString(sheet, "item,outcome\ns01,fine\nnobody,proper\ns01,\n");
    assertUsage(
        "not over",
        sample(
            out,
            "--audit",
            "a",
            "--seed",
            "s",
            "--size",
            "10",
            "--window",
            "2026-07-01T00:00:00Z/2026-08-01T00:00:00Z"));
    assertUsage("policy sets no size", sample(out, "--audit", "a", "--seed", "s"));
    assertUsage("is not 1 to", sample(out, "--audit", "a", "--seed", "s", "--size", "0"));
    assertUsage("not an id", sample(out, "--audit", "A b", "--seed", "s", "--size", "9"));
    assertUsage(
        "no time zone",
        sample(out, "--audit", "a", "--seed", "s", "--size", "9", "--zone", "Mars"));
    assertUsage(
        "no sample has this id",
        "audit",
        "review",
        "--agency",
        "city-2",
        "--audit",
        "none",
        temp.resolve("filled.csv") + "");
    assertUsage("outcome is unknown", "audit", "review", "--agency", "city-2", sheet + "");
    for (String command : List.of("screen", "redact", "export")) {
      String[] any = {"audit", command, "--agency", "city-2", "--out", out.toString(), "--window"};
      assertUsage("not two instants", append(any, "2026-06-01T00:00:00Z"));
      assertUsage("ends at or before", append(any, AFTER + "/" + AFTER));
      assertUsage("--window", append(any, "June/July"));
      assertUsage("not an id", append(any, WINDOW, "--agency", "City 2"));
      assertUsage("--agency=ID", "audit", command, "--window", WINDOW);
    }
    Path cases = temp.resolve("cases.csv");
    Files.writeString(cases, "number\n26-1\n");
    String[] screen = {"audit", "screen", "--agency", "city-2", "--window", WINDOW};
    assertUsage("case_number", append(screen, "--cases", cases.toString()));
    assertUsage("plate", append(screen, "--staff-plates", cases.toString()));
    assertUsage("no such file", append(screen, "--cases", "none.csv"));
    CliRun nobody = run(append(screen, "--agency", "city-9"));
    assertEquals(3, nobody.code(), nobody.all());
    assertFalse(Files.exists(out));
  }

  /** The same audit at the same instant gives the same memo, and every figure has its source. */
  @Test
  @Order(6)
  void shouldWriteTheSameMemoFromTheSameSample() throws IOException {
    Path one = temp.resolve("memo-1");
    Path two = temp.resolve("memo-2");
    String[] memo = {
      "audit", "memo", "--agency", "city-2", "--audit", "2026-06", "--json", "--out"
    };
    CliRun first = run(with(memo, one));
    assertEquals(0, first.code(), first.all());
    assertEquals(0, run(with(memo, two)).code());
    for (String file : List.of("memo.html", "memo.md", "memo.json")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file);
    }
    String text = Files.readString(one.resolve("memo.md"));
    assertTrue(text.contains("| Searches in the period (population) | 59 | audit_samples"), text);
    assertTrue(text.contains("| Seed | dice 4 1 6 |"), text);
    assertTrue(text.contains("| Searches that are not proper | 1 of 10 (10.0 %) |"), text);
    assertTrue(text.contains("| wrong_case | 1 |"), text);
    assertTrue(text.contains("| prohibited_word |  | 1 | 0 | 0 | 0 | 0 | no reviews |"), text);
    assertTrue(
        text.contains("| stolen | stale | 2026-06-30T23:00:00Z | 5 | 2 | 1 | 1 | 3 |"), text);
    assertFalse(text.contains("| u1 |"), "a memo names no searcher");
    JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(one.resolve("memo.json")));
    json.findValues("figures")
        .forEach(
            figures ->
                figures.forEach(f -> assertFalse(f.path("source").asText().isEmpty(), f + "")));
    assertUsage("no sample has this id", with(memo, one, "--audit", "none"));
  }

  /** A finding is reviewed as a sample is, and its rule gets the rate of its false alarms. */
  @Test
  @Order(7)
  void shouldKnowTheFalseAlarmsOfADetector() throws IOException {
    Path findings = temp.resolve("screen/findings.csv");
    Path filled = temp.resolve("findings.csv");
    Files.writeString(
        filled,
        Files.readString(findings)
            .lines()
            .map(
                line ->
                    line.contains(",prohibited_word,")
                        ? line.substring(0, line.length() - 2) + "false alarm,,"
                        : line)
            .collect(Collectors.joining("\n")));
    CliRun review = run("audit", "review", "--agency", "city-2", filled.toString(), "--json");
    assertEquals(0, review.code(), review.all());
    assertEquals(1, review.record().at("/counts/reviewed").asLong());
    assertEquals(1, review.record().at("/counts/open").asLong());
    CliRun screen = run("audit", "screen", "--agency", "city-2", "--window", WINDOW);
    assertTrue(screen.out().contains("1 of 1 reviewed were false alarms"), screen.out());
  }

  /** Due by the policy of the lake: a year from its first day, then from the last audit. */
  @Test
  @Order(8)
  void shouldSayWhatIsDue() {
    CliRun status = run("status");
    assertTrue(
        status.out().contains("last completed 2026-07-02T00:00:00Z, next due by 2027-07-02"),
        status.out());
    assertTrue(status.out().contains("3 of 3 items wait for a reviewer"), status.out());
    assertTrue(status.out().contains("1 wait for a reviewer"), status.out());
    assertTrue(status.out().contains("OVERDUE   purge "), status.out());
    assertTrue(status.out().contains("OVERDUE   hot list stolen "), status.out());
    CliRun later = CliRun.by("a.auditor", TestLake.folder(lake), "2027-07-02T00:00:00Z", "status");
    assertTrue(later.out().contains("OVERDUE   audit of city-2 "), later.out());
  }

  @Test
  @Order(9)
  void shouldHandOutTokensThatNoOtherExportHas() throws IOException {
    Path one = temp.resolve("records-1");
    Path two = temp.resolve("records-2");
    String[] redact = {"audit", "redact", "--agency", "city-2", "--window", WINDOW, "--out"};
    assertEquals(0, run(with(redact, one)).code());
    assertEquals(0, run(with(redact, two)).code());
    List<String> first = Files.readAllLines(one.resolve("access-log.csv"));
    assertEquals(61, first.size());
    String all = String.join("\n", first);
    for (String secret : List.of(",u1,", "tok1", "26-000", "burglary", "ICE", "s01")) {
      assertFalse(all.contains(secret), secret);
    }
    Set<String> tokens = tokens(first);
    assertTrue(tokens.size() > 100, "users, plates and cases");
    tokens.retainAll(tokens(Files.readAllLines(two.resolve("access-log.csv"))));
    assertEquals(Set.of(), tokens, "no token of one export is in another");
    String manifest = Files.readString(one.resolve("manifest.json"));
    assertTrue(manifest.contains("\"rows\" : 60"), manifest);
    assertTrue(manifest.contains("\"lastHash\" : \"\""), manifest);
  }

  private static Set<String> tokens(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of(line.split("[, ]")))
        .filter(cell -> cell.matches("[ucp][0-9a-f]{16}"))
        .collect(Collectors.toSet());
  }

  @Test
  @Order(10)
  void shouldExportEventsWithTheirPlaceInTheChain() throws IOException {
    Path out = temp.resolve("siem");
    String[] export = {"audit", "export", "--agency", "city-2", "--window", WINDOW, "--out"};
    assertEquals(0, run(with(export, out)).code());
    List<String> lines = Files.readAllLines(out.resolve("access-log.ocsf.jsonl"));
    assertEquals(60, lines.size());
    JsonNode event = new ObjectMapper().readTree(lines.get(0));
    assertEquals(6005, event.path("class_uid").asInt());
    assertEquals(600504, event.path("type_uid").asInt());
    assertEquals(1_780_394_460_000L, event.path("time").asLong());
    assertEquals("u1", event.at("/actor/user/name").asText());
    assertEquals(1, event.at("/unmapped/seq").asLong());
    assertEquals(HASH, event.at("/unmapped/hash").asText());
    assertEquals(2, new ObjectMapper().readTree(lines.get(59)).path("status_id").asInt(), "denied");
    assertUsage("is unknown", with(export, out, "--format", "cef"));
  }

  private static String[] with(String[] command, Path out, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add(out.toString());
    for (int i = 0; i < more.length; i += 2) {
      int known = all.indexOf(more[i]);
      if (known >= 0) {
        all.set(known + 1, more[i + 1]);
      } else {
        all.addAll(List.of(more[i], more[i + 1]));
      }
    }
    return all.toArray(String[]::new);
  }

  /** Options after others; a later one of the same name replaces the earlier. */
  private static String[] append(String[] command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    for (String word : more) {
      int known = all.indexOf(word);
      if (word.startsWith("--") && known >= 0) {
        all.remove(known + 1);
        all.remove(known);
      }
      all.add(word);
    }
    return all.toArray(String[]::new);
  }

  private static void assertUsage(String why, String... command) {
    CliRun run = run(command);
    assertEquals(2, run.code(), run.all());
    assertTrue(run.err().contains(why), run.err());
  }
}
