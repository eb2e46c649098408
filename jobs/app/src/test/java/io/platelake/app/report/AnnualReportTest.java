package io.platelake.app.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class AnnualReportTest {
  private static final String AS_OF = "2026-12-01T00:00:00Z";

  @TempDir static Path temp;
  private static Path folder;
  private static Lake lake;
  private static Path out;
  private static ReportFiles files;

  @BeforeAll
  static void report() throws IOException {
    folder = temp.resolve("lake");
    lake = TestLake.in(folder);
    YearOfRows.fill(lake);
    out = temp.resolve("report");
    assertEquals(0, annual(2026, AS_OF, out));
    files = ReportFiles.in(out);
  }

  @Test
  void shouldHaveTheTenItemsInTheOrderOfThePolicy() throws IOException {
    assertEquals(
        List.of(
            "1 stops_arrests_prosecutions ok",
            "2 recoveries ok",
            "3 preservation_and_disclosure_orders ok",
            "4 shares_with_agencies ok",
            "5 warrant_accesses ok",
            "6 policy_changes ok",
            "7 audit_results ok",
            "8 reads_searches_hits_alerts ok",
            "9 camera_locations ok",
            "10 incidents ok"),
        files.items());
    assertEquals(List.of(), files.schemaErrors());
    assertEquals(AS_OF, files.json().get("as_of").asText());
  }

  @Test
  void shouldCountEachItem() {
    Map<String, String> expected = new TreeMap<>();
    expected.put("stops_arrests_prosecutions|matches_acted_on|", "2");
    expected.put("stops_arrests_prosecutions|stops|", "2");
    expected.put("stops_arrests_prosecutions|arrests|", "2");
    expected.put("stops_arrests_prosecutions|prosecutions|", "1");
    expected.put("recoveries|vehicles_recovered|", "2");
    expected.put("recoveries|plates_recovered|", "1");
    expected.put("preservation_and_disclosure_orders|preservation_requests|", "3");
    expected.put("preservation_and_disclosure_orders|disclosure_orders|", "2");
    expected.put("preservation_and_disclosure_orders|other_holds|kind=court_order", "1");
    expected.put("preservation_and_disclosure_orders|other_holds|kind=evidence", "0");
    expected.put("preservation_and_disclosure_orders|other_holds|kind=parking_case", "0");
    expected.put("shares_with_agencies|shares|", "3");
    expected.put(
        "shares_with_agencies|shares_by_recipient|recipient=County <Sheriff> & Co; data=alpr", "2");
    expected.put(
        "shares_with_agencies|shares_by_recipient|recipient=State Patrol; data=audit", "1");
    expected.put("warrant_accesses|warrant_accesses|", "1");
    expected.put("policy_changes|policy_changes|", "1");
    expected.put("policy_changes|policy_changes_by_head|head=retention", "1");
    expected.put("policy_changes|policy_changes_by_head|head=sharing", "0");
    expected.put("audit_results|audits|", "1");
    expected.put("audit_results|audit_exceptions|", "2");
    expected.put("reads_searches_hits_alerts|reads_kept|", "1234600");
    expected.put("reads_searches_hits_alerts|excluded|", "40");
    expected.put("reads_searches_hits_alerts|searches|", "3");
    expected.put("reads_searches_hits_alerts|hits|", "9");
    expected.put("reads_searches_hits_alerts|alerts|", "4");
    expected.put("reads_searches_hits_alerts|reads_kept|month=2026-03", "1234567");
    expected.put("reads_searches_hits_alerts|reads_kept|month=2026-04", "33");
    expected.put("reads_searches_hits_alerts|excluded|month=2026-04", "0");
    expected.put("reads_searches_hits_alerts|reads_kept|month=2026-05", "no_data");
    expected.put("camera_locations|cameras|", "2");
    expected.put("camera_locations|camera_locations|", "3");
    expected.put("camera_locations|cameras_moved|", "1");
    expected.put("incidents|known_incidents|", "1");
    expected.put("incidents|suspected_incidents|", "0");
    expected.put("incidents|denied_accesses|users=own", "0");
    expected.put("incidents|denied_accesses|users=outside", "1");
    Map<String, String> actual = new TreeMap<>(files.jsonFigures());
    actual.keySet().retainAll(expected.keySet());
    assertEquals(expected, actual);
  }

  @Test
  void shouldSayHowManyDaysAreCovered() {
    JsonNode coverage = files.json().get("coverage");
    assertEquals(3, coverage.get("days_with_facts").asInt());
    assertEquals("2026-03-01", coverage.get("first_day").asText());
    assertEquals("2026-04-02", coverage.get("last_day").asText());
    assertFalse(coverage.get("year_over").asBoolean());
  }

  @Test
  void shouldShowTheSameInEveryForm() throws IOException {
    assertEquals(files.jsonFigures(), files.csvFigures());
    assertEquals(files.jsonFigures(), files.htmlFigures());
    assertEquals(files.jsonCells(), files.csvCells());
    assertEquals(files.jsonCells(), files.htmlCells());
    assertTrue(files.jsonFigures().size() > 70);
    assertEquals(42, files.jsonCells().size());
    String digest = Sha256.of(Files.readAllBytes(out.resolve("report.json")));
    assertTrue(files.html().contains(digest));
  }

  @Test
  void shouldBeOnePageWithoutScriptOrNetwork() {
    String html = files.html();
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    assertFalse(html.contains("<script"));
    assertFalse(html.matches("(?s).*(https?:|src=|url\\(|@import).*"));
    assertTrue(html.contains("County &lt;Sheriff&gt; &amp; Co"));
    assertEquals(List.of(), files.tablesWithoutCaptionOrScope());
  }

  @Test
  void shouldStayTheSameWhenTheReadsAreGone() throws IOException {
    for (Table table : List.of(Table.READS, Table.HITS)) {
      assertTrue(lake.read(table, "criminal").count() > 0);
      lake.delete(lake.spark(), table, Slice.all().where("purpose", "criminal"));
      assertEquals(0, lake.read(table).count());
    }
    Path after = temp.resolve("after");
    assertEquals(0, annual(2026, AS_OF, after));
    for (String name : List.of("report.json", "report.csv", "report.html")) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve(name)), Files.readAllBytes(after.resolve(name)), name);
    }
  }

  @Test
  void shouldReportZeroForAYearWithoutEventsAndMissingForOneWithoutAnAudit() throws IOException {
    Path next = temp.resolve("next");
    assertEquals(0, annual(2027, "2027-12-01T00:00:00Z", next));
    ReportFiles year = ReportFiles.in(next);
    Map<String, String> figures = year.jsonFigures();
    assertEquals("0", figures.get("stops_arrests_prosecutions|stops|"));
    assertEquals("0", figures.get("recoveries|vehicles_recovered|"));
    assertEquals("0", figures.get("shares_with_agencies|shares|"));
    assertEquals("0", figures.get("policy_changes|policy_changes|"));
    assertEquals("0", figures.get("reads_searches_hits_alerts|reads_kept|"));
    assertEquals("0", figures.get("incidents|known_incidents|"));
    assertEquals("missing", figures.get("audit_results|audits|"));
    assertEquals("2", figures.get("camera_locations|cameras|"));
    assertEquals(figures, year.htmlFigures());
  }

  @Test
  void shouldNotAnswerForAYearWhoseLogIsNoLongerKept() throws IOException {
    Path late = temp.resolve("late");
    assertEquals(0, annual(2026, "2028-01-01T00:00:00Z", late));
    Map<String, String> figures = ReportFiles.in(late).jsonFigures();
    assertEquals("no_data", figures.get("warrant_accesses|warrant_accesses|"));
    assertEquals("no_data", figures.get("shares_with_agencies|shares|"));
    assertEquals("4", figures.get("stops_arrests_prosecutions|stops|"));
  }

  @Test
  void shouldSayNoDataWhereNothingWasEverRecorded() throws IOException {
    String quiet = "city-3";
    Instant start = Instant.parse("2026-01-02T00:00:00Z");
    PolicyLedger.record(
        lake, Adoption.first(quiet, "wa-city", TestPolicies.waCityText(), start, "tester"));
    Path none = temp.resolve("none");
    assertEquals(0, annual(quiet, 2026, AS_OF, none));
    ReportFiles nothing = ReportFiles.in(none);
    assertEquals(
        List.of(
            "1 stops_arrests_prosecutions no_data",
            "2 recoveries no_data",
            "3 preservation_and_disclosure_orders no_data",
            "4 shares_with_agencies no_data",
            "5 warrant_accesses no_data",
            "6 policy_changes ok",
            "7 audit_results missing",
            "8 reads_searches_hits_alerts no_data",
            "9 camera_locations no_data",
            "10 incidents no_data"),
        nothing.items());
    assertEquals(List.of(), nothing.schemaErrors());
    assertEquals("0", nothing.jsonFigures().get("policy_changes|policy_changes|"));
    assertTrue(nothing.html().contains("no data recorded"));
    assertEquals(2, annual(quiet, 2027, AS_OF, temp.resolve("future")));
    assertFalse(Files.exists(temp.resolve("future")));
  }

  private static int annual(int year, String asOf, Path to) {
    return annual(TestLake.AGENCY, year, asOf, to);
  }

  private static int annual(String agency, int year, String asOf, Path to) {
    return CliRun.at(
            folder,
            asOf,
            "report",
            "annual",
            "--agency",
            agency,
            "--year",
            Integer.toString(year),
            "--out",
            to.toString())
        .code();
  }
}
