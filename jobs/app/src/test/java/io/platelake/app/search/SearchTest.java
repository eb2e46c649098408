package io.platelake.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** No row, no answer. The steps share a lake, because a lake costs more than a search. */
@Tag("lake")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchTest {
  private static final String DAY = "2026-06-01T00:00:00Z,2026-06-02T00:00:00Z";
  private static final String STATED = ",26-000123,burglary,";

  @TempDir static Path temp;
  private static SearchLake lake;

  /** Rows that were recorded long ago. */
  private static int old;

  @Test
  @Order(1)
  void shouldAnswerAfterBothRowsAreThere() throws IOException {
    lake = SearchLake.in(temp);
    old = lake.oldRows(3);
    CliRun run = search("c.okafor", "criminal,ABC-123,,,,,,,," + DAY + STATED);
    assertEquals(0, run.code(), run.all());
    assertEquals(3, run.record().at("/counts/rows_given").asLong(), "read as A8C123 too");
    List<ChainedRow> rows = rows();
    assertEquals(
        List.of(AccessEvent.INTENT, AccessEvent.OUTCOME),
        rows.stream().map(ChainedRow::event).toList());
    Map<String, Object> intent = rows.get(0).fields();
    assertEquals("allow", intent.get("decision"));
    assertEquals("26-000123", intent.get("case_ref"));
    assertEquals("c.okafor", intent.get("username"));
    assertEquals("mdt-4", intent.get("device"));
    assertFalse(rows.toString().contains("ABC123"), "no plate");
    assertEquals("given", rows.get(1).fields().get("result"));
    assertEquals(rows.get(1).hash(), run.record().at("/details/log_hash").asText());
    assertEquals(old + 2, run.record().at("/details/log_seq").asLong());
    List<String> given = lake.given();
    assertEquals(2, given.size(), "an answer and its manifest");
    String csv = Files.readString(lake.answers().resolve(given.get(0)));
    assertTrue(csv.contains("A8C123") && !csv.contains("ABC129"), csv);
    String manifest = Files.readString(lake.answers().resolve(given.get(1)));
    assertTrue(manifest.contains("\"destroy_on\" : \"2026-06-22\""), manifest);
    assertTrue(manifest.contains(rows.get(1).hash()), manifest);
  }

  @Test
  @Order(2)
  void shouldFindByPartVehicleAndPlace() throws IOException {
    String two = "criminal,,ABC12?,,,,,,," + DAY + STATED;
    String blue = "criminal,,,,Blue,cam-1,,,," + DAY + STATED;
    String near = "criminal,,,ford,,,47.6,-122.33,500," + DAY + STATED;
    CliRun run = search("c.okafor", two, blue, near);
    assertEquals(0, run.code(), run.all());
    assertEquals(3 + 2 + 2, run.record().at("/counts/rows_given").asLong(), run.all());
    assertEquals(8, rows().size(), "two rows a request, in one chain");
    assertEquals(8, lake.given().size());
  }

  @Test
  @Order(3)
  void shouldRecordWhatItDeniesAndGiveNothing() throws IOException {
    int given = lake.given().size();
    CliRun denied =
        search(
            "c.okafor",
            "criminal,ABC123,,,,,,,," + DAY + ",,,",
            "traffic,ABC123,,,,,,,," + DAY + STATED,
            "auditing,ABC123,,,,,,,," + DAY + STATED,
            "criminal,ABC123,,,,,,,," + DAY + ",26-000123,burglary,saw ABC 123");
    assertEquals(3, denied.code(), denied.all());
    assertEquals(4, denied.record().at("/counts/denied").asLong());
    List<ChainedRow> rows = rows().subList(8, 12);
    assertTrue(rows.stream().allMatch(ChainedRow::isDenied));
    assertTrue(rows.get(0).fields().get("denials").toString().contains("statement_lacks"));
    assertTrue(rows.get(1).fields().get("denials").toString().contains("place_not_for_purpose"));
    assertTrue(rows.get(2).fields().get("denials").toString().contains("purpose_unknown"));
    assertFalse(rows.get(3).toString().contains("ABC 123"), "not even in a reason");
    assertEquals(3, search("n.training", "criminal,ABC123,,,,,,,," + DAY + STATED).code());
    assertEquals(3, search("nightly", "criminal,ABC123,,,,,,,," + DAY + STATED).code());
    assertEquals(14, rows().size(), "also of those who may not look at all");
    assertEquals(given, lake.given().size());
    CliRun stranger =
        lake.as(
            "c.okafor",
            "search",
            "--agency",
            "city-2",
            "--to",
            "home",
            "--requests",
            lake.requests("criminal,ABC123,,,,,,,," + DAY + STATED).toString());
    assertEquals(3, stranger.code());
    assertTrue(stranger.all().contains("place_not_registered"), stranger.all());
  }

  /** The folder of the log is taken away before the first row, and then before the second. */
  @Test
  @Order(4)
  void shouldGiveNothingWithoutARow() throws IOException {
    int given = lake.given().size();
    int rows = rows().size();
    String request = "criminal,ABC123,,,,,,,," + DAY + STATED;
    Path log = Path.of(lake.lake().path(Table.ACCESS_LOG).toUri()).resolve("purpose=auditing");
    Path away = temp.resolve("away");
    Files.move(log, away);
    Files.createFile(log);
    CliRun before = search("c.okafor", request);
    assertEquals(1, before.code(), before.all());
    assertTrue(before.err().contains("its rows could not be read or written"), before.err());
    Files.delete(log);
    Files.move(away, log);
    assertEquals(rows, rows().size());
    CliRun between =
        CliRun.pausing(
            "searching",
            () -> move(log, away, true),
            lake.arguments("c.okafor", lake.requests(request)));
    assertEquals(1, between.code(), between.all());
    Files.delete(log);
    move(away, log, false);
    assertEquals(rows + 1, rows().size(), "an intent without an outcome");
    assertEquals(given, lake.given().size(), "and without an answer");
    assertFalse(between.all().contains("ABC123"), between.all());
  }

  @Test
  @Order(5)
  void shouldRefuseMoreThanARequestMaySeeAndCountIt() throws IOException {
    lake.lake()
        .append(
            Table.READS,
            io.platelake.app.Rows.of(
                Table.READS,
                "plate | captured_at\n" + "XYZ987 | 2026-06-02T10:00:00Z\n".repeat(1_001)),
            new io.platelake.lake.table.CommitKey("test:many", 0));
    int given = lake.given().size();
    CliRun many =
        search(
            "c.okafor",
            "criminal,XYZ987,,,,,,,,2026-06-02T00:00:00Z,2026-06-03T00:00:00Z" + STATED);
    assertEquals(3, many.code(), many.all());
    assertEquals(1_001, many.record().at("/counts/rows_looked").asLong());
    ChainedRow last = rows().get(rows().size() - 1);
    assertEquals("too_many", last.fields().get("result"));
    assertEquals(1_001L, last.fields().get("rows_looked"));
    assertEquals(given, lake.given().size());
  }

  @Test
  @Order(6)
  void shouldShowTheLogToAuditorsAndRecordThat() throws IOException {
    String[] verify = {"audit", "verify", "--agency", "city-2", "--json"};
    assertEquals(3, lake.as("c.okafor", verify).code(), "lacks the permission");
    CliRun verified = lake.as("d.audit", verify);
    assertEquals(4, verified.code(), verified.all());
    assertEquals(0, verified.record().at("/counts/faults").asLong(), verified.all());
    assertEquals(1, verified.record().at("/counts/unfinished").asLong(), "the one of the test");
    String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
    String window = today + "T00:00:00Z/" + today + "T23:59:59Z";
    CliRun shown = lake.as("d.audit", "audit", "show", "--agency", "city-2", "--window", window);
    assertEquals(0, shown.code(), shown.all());
    assertTrue(shown.out().contains("case 26-000123"), shown.out());
    assertTrue(shown.out().contains("audit verify, every row"), "reading is a row itself");
    assertFalse(shown.out().contains("ABC123"), "no plate");
    Path complaint = temp.resolve("complaint.yaml");
    String test =
        "purpose: auditing\nplate: ABC 123\nreason: complaint 12\nfrom: %sT00:00:00Z\nto: %s\n";
    Files.writeString(complaint, test.formatted(today, "2999-01-01T00:00:00Z"));
    String[] open = {"audit", "open", "--agency", "city-2", "--request"};
    CliRun opened = lake.as("d.audit", append(open, complaint.toString(), "--json"));
    assertEquals(0, opened.code(), opened.all());
    List<ChainedRow> rows = rows();
    assertEquals(
        rows.stream()
            .filter(row -> row.event() == AccessEvent.INTENT)
            .filter(row -> row.fields().get("query_kinds").equals(List.of("plate")))
            .count(),
        opened.record().at("/counts/rows").asLong() + 1,
        "all but the one for another plate");
    ChainedRow last = rows.get(rows.size() - 1);
    assertEquals(AccessEvent.OPENED, last.event());
    assertEquals("complaint 12", last.fields().get("reason"));
    Files.writeString(complaint, "purpose: criminal\nplate: ABC123\nfrom: 1\nto: 2\n");
    assertEquals(2, lake.as("d.audit", append(open, complaint.toString())).code());
  }

  @Test
  @Order(7)
  void shouldFindTheLastRowsCutOff() throws IOException {
    long last = rows().get(rows().size() - 1).seq();
    CliRun before = lake.at(java.time.Instant.parse("2026-06-06T00:00:00Z"), "a.admin", "status");
    assertTrue(before.out().contains("searches of city-2"), before.all());
    assertTrue(before.out().contains("1 without an outcome"), before.all());
    assertTrue(before.out().contains(last + " rows so far"), before.all());
    Path log = Path.of(lake.lake().path(Table.ACCESS_LOG).toUri());
    Path kept = temp.resolve("kept");
    org.apache.commons.io.FileUtils.copyDirectory(log.toFile(), kept.toFile());
    lake.lake().spark().sql("DELETE FROM delta.`" + log + "` WHERE seq = " + last);
    CliRun status = lake.as("a.admin", "status");
    assertTrue(status.out().contains("are missing: run "), status.all());
    CliRun verify = lake.as("d.audit", "audit", "verify", "--agency", "city-2");
    assertTrue(
        verify.out().contains("removed: rows " + last + " to " + last + ","),
        "its number is not given again\n" + verify.all());
    org.apache.commons.io.FileUtils.deleteDirectory(log.toFile());
    org.apache.commons.io.FileUtils.copyDirectory(kept.toFile(), log.toFile());
    org.apache.spark.sql.delta.DeltaLog.clearCache();
  }

  @Test
  @Order(8)
  void shouldForgetTheLogInTimeAndKeepItsSums() throws IOException {
    java.time.Instant now = java.time.Instant.now();
    java.time.Instant late = now.plus(java.time.Duration.ofDays(733));
    String early = plan(late);
    CliRun tooEarly = purge(late, "run", early);
    assertEquals(3, tooEarly.code(), tooEarly.all());
    assertTrue(tooEarly.err().contains("too young to go"), tooEarly.err());
    long last = rows().get(rows().size() - 1).seq();
    String digest = plan(now);
    CliRun run = purge(now, "run", digest);
    assertEquals(0, run.code(), run.all());
    List<ChainedRow> left = AccessLogRows.all(lake.lake(), "city-2");
    assertEquals(old + 1, left.get(0).seq(), "the old rows have gone");
    ChainedRow destroyed = left.get(left.size() - 1);
    assertEquals(last + 1, destroyed.seq());
    assertEquals(AccessEvent.DESTROYED, destroyed.event());
    assertTrue(destroyed.text("note").startsWith("rows 1 to " + old + ", 1 days"), "says which");
    CliRun verify = purge(now, "verify", digest);
    assertEquals(0, verify.code(), verify.all());
    String certificate =
        lake.lake().read(Table.PURGE_CERTIFICATES).select("body").first().getString(0);
    assertTrue(certificate.contains(destroyed.hash()), "the head is published");
    CliRun checked = lake.at(now, "d.audit", "audit", "verify", "--agency", "city-2", "--json");
    assertEquals(1, checked.record().at("/counts/faults").asLong(), checked.all());
    assertTrue(
        checked.record().at("/details/found").get(0).asText().startsWith("rewritten: row "),
        "the copy that was put back lacks the row of the verification before it");
    assertEquals(1, checked.record().at("/counts/sums").asLong());
  }

  private static String plan(java.time.Instant asOf) throws IOException {
    CliRun plan = lake.at(asOf, "nightly", "purge", "plan", "--json");
    assertEquals(0, plan.code() & ~4, plan.all());
    return plan.record().at("/details/plan_digest").asText();
  }

  private static CliRun purge(java.time.Instant asOf, String step, String digest)
      throws IOException {
    List<String> command = new java.util.ArrayList<>(List.of("purge", step, "--plan", digest));
    if (step.equals("run")) {
      command.addAll(List.of("--accept-unusual", "end of test"));
    }
    return lake.at(asOf, "nightly", command.toArray(String[]::new));
  }

  private static String[] append(String[] words, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(words), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  private static void move(Path from, Path to, boolean leaveFile) {
    try {
      Files.move(from, to);
      if (leaveFile) {
        Files.createFile(from);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CliRun search(String account, String... requests) throws IOException {
    return lake.search(account, lake.requests(requests), "--json");
  }

  /** Rows of this test. */
  private static List<ChainedRow> rows() {
    return AccessLogRows.all(lake.lake(), "city-2").stream()
        .filter(row -> row.seq() > old)
        .toList();
  }
}
