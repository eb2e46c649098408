package io.platelake.app.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded, what has to follow it, and what a report says of it. One lake for all. */
@Tag("lake")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordedDutiesTest {
  @TempDir static Path temp;
  private static Path folder;

  @Test
  @Order(1)
  void shouldListWhatIsLateAndForgetNothing() throws IOException {
    folder = temp.resolve("lake");
    Lake lake = TestLake.in(folder);
    PolicyLedger.record(
        lake,
        Adoption.first(
            "town",
            "guidelines",
            Files.readString(TestPolicies.WA_CITY.resolveSibling("guidelines.yaml")),
            Instant.parse("2026-01-01T00:00:00Z"),
            "tester"));
    lake.append(
        Table.DEPLOYMENTS,
        Rows.of(
            Table.DEPLOYMENTS,
            """
            agency_id | camera_id | valid_from           | valid_to             | lat   | lon
            town      | cam-1     | 2026-01-01T00:00:00Z | 2026-04-01T00:00:00Z | 47.60 | -122.33
            town      | cam-1     | 2026-04-01T00:00:00Z | -                    | 47.61 | -122.33
            """),
        new CommitKey("test:deployments", 0));
    load(
        "town",
        "incidents",
        "2026-06-01T00:00:00Z",
        "incident_id,kind,status,occurred_at,discovered_at,discovered_by,summary",
        "i-1,breach,known,2026-03-01,2026-04-01,outsider,the portal was open");
    load(
        "town",
        "complaints",
        "2026-06-01T00:00:00Z",
        "complaint_id,kind,by,received_at,summary",
        "c-1,error,public,2026-05-01,a wrong stop",
        "c-2,inquiry,public,2026-05-20,asks for the number of readers");
    String status = status("2026-06-02T00:00:00Z");
    assertSays(status, "OVERDUE", "incident_public i-1 of town");
    assertSays(status, "OVERDUE", "camera_moved cam-1 of town");
    assertSays(status, "OVERDUE", "report_forwarded c-1 of town");
    assertSays(status, "DUE", "complaint_answered c-2 of town");
    assertTrue(status.contains("by 2026-05-08T00:00:00Z [ALPR Policy Guidelines"), status);

    load(
        "town",
        "complaints",
        "2026-06-03T00:00:00Z",
        "complaint_id,kind,by,received_at,summary,forwarded_to,forwarded_at",
        "c-1,error,public,2026-05-01,a wrong stop,the auditor of the county,2026-06-02");
    load(
        "town",
        "notices",
        "2026-06-03T00:00:00Z",
        "notice_id,kind,subject,recipient,sent_at,document",
        "n-1,security_incident,i-1,public,2026-06-02,page of June 2",
        "n-2,camera_moved,cam-1,public,2026-06-02,page of June 2");
    String later = status("2026-06-04T00:00:00Z");
    assertFalse(later.contains("incident_public i-1"), later);
    assertFalse(later.contains("camera_moved cam-1"), later);
    assertFalse(later.contains("report_forwarded c-1"), later);
    assertSays(later, "DUE", "complaint_answered c-2 of town");
    assertTrue(status("2026-06-02T00:00:00Z").contains("incident_public i-1"), "as it was known");
  }

  @Test
  @Order(2)
  void shouldReportIncidentsAndOrdersOfTheirRegisters() throws IOException {
    load(
        "city-2",
        "incidents",
        "2026-07-01T00:00:00Z",
        "incident_id,kind,status,occurred_at,discovered_at,discovered_by,summary",
        "i-7,attempt,suspected,2026-05-01,2026-05-02,audit,many log-ins from one address",
        "i-8,breach,known,2025-05-01,2025-05-02,vendor,of the year before");
    load(
        "city-2",
        "orders",
        "2026-07-01T00:00:00Z",
        "order_id,kind,issuer,document,received_at",
        "o-1,preservation_request,Superior Court,paper 1,2026-02-01",
        "o-2,preservation_request,Sample County,paper 2,2026-03-01",
        "o-3,preservation_request,Sample County,paper 3,2026-06-30",
        "o-4,disclosure_order,Superior Court,paper 4,2026-04-01",
        "o-5,disclosure_order,Superior Court,paper 5,2026-05-01",
        "o-6,disclosure_order,Superior Court,paper 6,2025-12-31");
    load(
        "city-2",
        "contacts",
        "2026-07-01T00:00:00Z",
        "contact_id,subject,office,reached_by",
        "k-1,complaints,Office of the Auditor,12 Sample Street");
    Path out = temp.resolve("report");
    CliRun run =
        CliRun.at(
            folder,
            "2026-11-01T00:00:00Z",
            "report",
            "annual",
            "--agency",
            "city-2",
            "--year",
            "2026",
            "--out",
            out.toString());
    assertEquals(0, run.code(), run.all());
    JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
    assertEquals(3, figure(report, "preservation_requests"));
    assertEquals(2, figure(report, "disclosure_orders"));
    assertEquals(1, figure(report, "suspected_incidents"));
    assertEquals(0, figure(report, "known_incidents"));
    String html = Files.readString(out.resolve("report.html"));
    assertTrue(html.contains("many log-ins from one address"));
    assertTrue(html.contains("<dt>complaints</dt><dd>Office of the Auditor: 12 Sample Street"));
  }

  @Test
  @Order(3)
  void shouldSayWhenTheDayOfTheAnnualReportHasPassed() throws IOException {
    assertFalse(status("2026-12-01T23:59:59Z").contains("no publication by 2026-12-01"));
    assertSays(status("2026-12-02T00:00:00Z"), "OVERDUE", "annual report of city-2");
    load(
        "city-2",
        "notices",
        "2026-12-03T00:00:00Z",
        "notice_id,kind,subject,recipient,sent_at,document",
        "n-1,report_published,annual-2026,public,2026-11-30,page of November 30");
    assertFalse(status("2026-12-04T00:00:00Z").contains("no publication by 2026-12-01"));
  }

  @Test
  @Order(4)
  void shouldListAHoldWhoseReviewIsDue() throws IOException {
    Path hold = temp.resolve("hold.yaml");
    Files.writeString(
        hold,
        "id: h-1\nagency: city-2\nkind: evidence\ncategory: stolen_vehicle\ncase: c-1\n"
            + "authority: memo 1\npurposes: [criminal]\ncameras: [cam-1]\n"
            + "review_due: 2026-08-01T00:00:00Z\n");
    CliRun open = CliRun.at(folder, "2026-07-02T00:00:00Z", "hold", "open", hold.toString());
    assertEquals(0, open.code(), open.all());
    assertSays(status("2026-07-31T23:59:59Z"), "OK", "hold h-1");
    assertSays(status("2026-08-01T00:00:00Z"), "OVERDUE", "hold h-1");
  }

  @Test
  @Order(5)
  void shouldTakeNoPlateAndNoAmountThatIsNone() throws IOException {
    Lake lake =
        Lake.at(
            io.platelake.lake.TestSpark.session(),
            folder.toString(),
            io.platelake.lake.contract.Contracts.load());
    lake.append(
        Table.READS,
        Rows.of(Table.READS, "plate | captured_at\nABC123 | 2026-06-02T10:00:00Z\n"),
        new CommitKey("test:reads", 0));
    Path incident = temp.resolve("plate.csv");
    Files.writeString(
        incident,
        "incident_id,kind,status,occurred_at,discovered_at,discovered_by,summary\n"
            + "i-9,misuse,known,2026-05-01,2026-05-02,audit,looked for ABC123\n");
    CliRun plate = register("city-2", "incidents", "2026-12-05T00:00:00Z", incident);
    assertEquals(3, plate.code(), plate.all());
    assertFalse(plate.all().contains("ABC123"), plate.all());
    Path cost = temp.resolve("cost.csv");
    Files.writeString(
        cost,
        "cost_id,item,amount,currency,period_from,period_to,kind\n"
            + "k-1,readers,\"1,200\",USD,2026-01-01,2026-07-01,capital\n");
    CliRun amount = register("city-2", "costs", "2026-12-05T00:00:00Z", cost);
    assertEquals(2, amount.code(), amount.all());
    assertTrue(amount.err().contains("amount is no amount"), amount.err());
  }

  private static long figure(JsonNode report, String metric) {
    for (JsonNode item : report.path("items")) {
      for (JsonNode figure : item.path("figures")) {
        if (figure.path("metric").asText().equals(metric)) {
          return figure.path("value").asLong(-1);
        }
      }
    }
    throw new AssertionError("no figure " + metric);
  }

  private static void assertSays(String status, String state, String subject) {
    assertTrue(
        status.lines().anyMatch(line -> line.startsWith(state) && line.contains(subject)),
        state + " " + subject + "\n" + status);
  }

  private static String status(String asOf) {
    return CliRun.at(folder, asOf, "status").out();
  }

  private static void load(String agency, String register, String asOf, String... lines)
      throws IOException {
    Path file = Files.createTempFile(temp, register, ".csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    CliRun run = register(agency, register, asOf, file);
    assertEquals(0, run.code(), run.all());
  }

  private static CliRun register(String agency, String register, String asOf, Path file) {
    return CliRun.at(
        folder,
        asOf,
        "register",
        "load",
        "--register",
        register,
        "--agency",
        agency,
        file.toString());
  }
}
