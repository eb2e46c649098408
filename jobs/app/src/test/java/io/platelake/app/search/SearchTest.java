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

  @Test
  @Order(1)
  void shouldAnswerAfterBothRowsAreThere() throws IOException {
    lake = SearchLake.in(temp);
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
    assertEquals(2, run.record().at("/details/log_seq").asLong());
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

  private static List<ChainedRow> rows() {
    return AccessLogRows.all(lake.lake(), "city-2");
  }
}
