package io.platelake.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.access.AuditLedger;
import io.platelake.app.ledger.policy.PolicyVersion;
import io.platelake.app.ledger.site.CameraPlace;
import io.platelake.app.report.ReportItem.Content;
import io.platelake.core.BadInput;
import io.platelake.core.policy.ParentPolicies;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.governance.AuditRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsTest {
  private static final ReportYear YEAR = new ReportYear(2026, at("2027-02-01T00:00:00Z"));

  @ParameterizedTest(name = "{0} as of {1}")
  @CsvSource({
    "2025-12-31T23:59:59Z, 2027-02-01T00:00:00Z, false",
    "2026-01-01T00:00:00Z, 2027-02-01T00:00:00Z, true",
    "2026-12-31T23:59:59Z, 2027-02-01T00:00:00Z, true",
    "2027-01-01T00:00:00Z, 2027-02-01T00:00:00Z, false",
    "2026-06-01T00:00:00Z, 2026-06-01T00:00:00Z, true",
    "2026-06-01T00:00:01Z, 2026-06-01T00:00:00Z, false"
  })
  void shouldCountWhatHappenedInTheYearAndNotAfterTheReport(
      Instant event, Instant asOf, boolean counted) {
    assertEquals(counted, new ReportYear(2026, asOf).has(event));
  }

  @ParameterizedTest(name = "{0} as of {1}")
  @CsvSource({
    "2027, 2026-12-31T23:59:59Z",
    "26, 2027-01-01T00:00:00Z",
    "10000, 2027-01-01T00:00:00Z"
  })
  void shouldRefuseAYearThatHasNotBegun(int year, Instant asOf) {
    assertThrows(BadInput.class, () -> new ReportYear(year, asOf));
  }

  @ParameterizedTest(name = "{0} days, as of {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   |            |            | 2027-01-01T00:00:00Z | Daily facts cover none of the 365 days of 2026.
          1   | 2026-03-01 | 2026-03-01 | 2027-01-01T00:00:00Z | Daily facts cover 1 of the 365 days of 2026, 2026-03-01.
          365 | 2026-01-01 | 2026-12-31 | 2027-01-01T00:00:00Z | Daily facts cover 365 of the 365 days of 2026, the first 2026-01-01, the last 2026-12-31.
          30  | 2026-03-01 | 2026-03-30 | 2026-04-01T00:00:00Z | Daily facts cover 30 of the 365 days of 2026, the first 2026-03-01, the last 2026-03-30. The year was not over when the report was made, at 2026-04-01T00:00:00Z.
          """)
  void shouldSayHowMuchOfTheYearIsCovered(
      int days, LocalDate first, LocalDate last, Instant asOf, String expected) {
    assertEquals(expected, Coverage.of(new ReportYear(2026, asOf), days, first, last).statement());
  }

  @Test
  void shouldTellZeroFromNoData() {
    LedgerCounts unknown = LedgerCounts.unknown("outcomes");
    LedgerCounts empty = LedgerCounts.known("outcomes", Map.of());
    LedgerCounts some =
        LedgerCounts.known("outcomes", Map.of(List.of("stop"), 4L, List.of("arrest"), 2L));
    assertEquals("no_data null", stops(OutcomeItems.stops(unknown, unknown)));
    assertEquals("ok 0", stops(OutcomeItems.stops(empty, empty)));
    assertEquals("ok 4", stops(OutcomeItems.stops(some, some)));
    assertEquals(6, some.sum());
    assertEquals(2, some.sum("arrest", "prosecution"));
  }

  private static String stops(Content content) {
    Figure f =
        content.figures().stream()
            .filter(x -> x.metric().equals("stops"))
            .findFirst()
            .orElseThrow();
    return f.status().label() + " " + f.value();
  }

  @Test
  void shouldCountOrdersAndListOtherHoldsByKind() {
    Content content =
        OrderItems.received(
            LedgerCounts.known(
                "holds", Map.of(List.of("preservation_request"), 3L, List.of("court_order"), 1L)),
            Set.of("court_order", "evidence"),
            LedgerCounts.unknown("shares"));
    assertEquals(
        List.of(
            "preservation_requests  3 ok",
            "disclosure_orders  null no_data",
            "other_holds kind=court_order 1 ok",
            "other_holds kind=evidence 0 ok"),
        figures(content));
  }

  @Test
  void shouldListSharesByRecipientAndData() {
    LedgerCounts shares =
        LedgerCounts.known(
            "shares",
            Map.of(List.of("Tacoma; PD", "alpr"), 2L, List.of("State Patrol", "audit"), 1L));
    assertEquals(
        List.of(
            "shares  3 ok",
            "shares_by_recipient recipient=State Patrol; data=audit 1 ok",
            "shares_by_recipient recipient=Tacoma\\; PD; data=alpr 2 ok"),
        figures(OrderItems.shares(shares)));
    assertEquals(
        List.of("shares  null no_data"), figures(OrderItems.shares(LedgerCounts.unknown("s"))));
  }

  @Test
  void shouldReportAMissingAuditAsMissing() {
    Content content = AuditItem.of(policy().auditRules().map(AuditRules::every), false, List.of());
    assertEquals(
        List.of("audits  null missing", "audit_exceptions  null missing"), figures(content));
    assertTrue(content.note().contains("None has ever been recorded"), content.note());
    Content done =
        AuditItem.of(
            policy().auditRules().map(AuditRules::every),
            true,
            List.of(
                new AuditLedger.Audit("a1", at("2026-05-01T00:00:00Z"), "access", 10L, 2, "late"),
                new AuditLedger.Audit("a2", at("2026-11-01T00:00:00Z"), "purge", null, 0, "none")));
    assertEquals(List.of("audits  2 ok", "audit_exceptions  2 ok"), figures(done));
    assertEquals(2, done.listings().get(0).rows().size());
  }

  @Test
  void shouldListBothPlacesOfACameraThatMoved() {
    Content content =
        CameraItem.of(
            YEAR,
            List.of(
                position("cam-1", "2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
                position("cam-1", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z"),
                position("cam-1", "2026-07-01T00:00:00Z", null),
                position("cam-2", "2025-01-01T00:00:00Z", "2026-01-01T00:00:01Z"),
                position("cam-3", "2027-01-01T00:00:00Z", null)));
    assertEquals(
        List.of("cameras  2 ok", "camera_locations  3 ok", "cameras_moved  1 ok"),
        figures(content));
    assertEquals(
        List.of(
            "cam-1 2026-01-01T00:00:00Z",
            "cam-1 2026-07-01T00:00:00Z",
            "cam-2 2025-01-01T00:00:00Z"),
        content.listings().get(0).rows().stream().map(content.listings().get(0)::key).toList());
  }

  @Test
  void shouldNameTheHeadsThatAPolicyChangeConcerns() {
    String text = TestPolicies.waCityText();
    String shorter = text.replace("max: {amount: 21, unit: days}", "max: {amount: 14, unit: days}");
    String reworded = shorter.replace("title: Automated", "title: The automated");
    List<PolicyVersion> versions =
        List.of(
            version("v1", "2026-01-01T00:00:00Z", text),
            version("v2", "2026-05-01T00:00:00Z", shorter),
            version("v3", "2026-06-01T00:00:00Z", reworded),
            version("v4", "2027-01-05T00:00:00Z", text));
    Content content = PolicyItem.of(YEAR, versions);
    assertEquals(
        List.of(
            "policy_changes  2 ok",
            "policy_changes_by_head head=collection 0 ok",
            "policy_changes_by_head head=retention 1 ok",
            "policy_changes_by_head head=access 0 ok",
            "policy_changes_by_head head=sharing 0 ok",
            "policy_changes_by_head head=other 1 ok"),
        figures(content));
    assertEquals(
        List.of("initial adoption", "retention", "other"),
        content.listings().get(0).rows().stream().map(r -> r.get(3)).toList());
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"0, 100, 0", "100, 100, 210", "50, 100, 105", "1, 1000000, 1", "0, 0, 0"})
  void shouldDrawBarsFromZero(long value, long most, int length) {
    assertEquals(length, MonthChart.length(value, most));
  }

  private static CameraPlace position(String camera, String from, String to) {
    return new CameraPlace(
        camera, "Main St", "street", 47.6, -122.3, at(from), to == null ? null : at(to));
  }

  /** A position that an earlier camera file had to invent is not published. */
  @Test
  void shouldShowNoPlaceForACameraInAVehicle() {
    CameraPlace car =
        new CameraPlace("car-1", "Car 1", "mobile", 47.6, -122.3, at("2026-01-01T00:00:00Z"), null);
    Content content =
        CameraItem.of(YEAR, List.of(car, position("cam-1", "2026-01-01T00:00:00Z", null)));
    assertEquals(
        List.of("cameras  2 ok", "camera_locations  1 ok", "cameras_moved  0 ok"),
        figures(content));
    List<Object> row = content.listings().get(0).rows().get(0);
    assertEquals(java.util.Arrays.asList("mobile", null, null), row.subList(4, 7));
  }

  private static PolicyVersion version(String version, String from, String text) {
    return new PolicyVersion(
        version, at(from), PolicyReader.load(text, version, ParentPolicies.NONE), null);
  }

  private static List<String> figures(Content content) {
    return content.figures().stream()
        .map(f -> f.metric() + " " + f.dimensionText() + " " + f.value() + " " + f.status().label())
        .toList();
  }

  private static Policy policy() {
    return PolicyReader.read(TestPolicies.waCityText(), "wa-city.yaml");
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
