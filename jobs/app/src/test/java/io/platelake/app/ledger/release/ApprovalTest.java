package io.platelake.app.ledger.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.research.Cell;
import io.platelake.app.research.Extract;
import io.platelake.app.research.ReleaseGuards;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.disclosure.Threshold;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.ResearchRules;
import io.platelake.lake.table.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTest {
  private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");
  private static final ReleaseParameters PARAMETERS = parameters("2026-06-08T00:00:00Z");
  private static final Policy POLICY = TestPolicies.waCity("city-2").policy();
  private static final ResearchRules RULES = POLICY.research();

  @ParameterizedTest(name = "{0} as {1} until {2} of {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dana | chief   | 2026-07-01T00:00:00Z | same  | ok
          dana | chief   | 2027-06-10T09:00:00Z | same  | ok
          dana | chief   | 2027-06-10T09:00:01Z | same  | lasts longer than the 1 year
          dana | chief   | 2026-06-10T09:00:00Z | same  | expires at or before
          dana | chief   | 2026-06-09T00:00:00Z | same  | expires at or before
          dana | captain | 2026-07-01T00:00:00Z | same  | role chief
          dana | Chief   | 2026-07-01T00:00:00Z | same  | role chief
          rosa | chief   | 2026-07-01T00:00:00Z | same  | approver is the requester
          Rosa | chief   | 2026-07-01T00:00:00Z | same  | approver is the requester
          dana | chief   | 2026-07-01T00:00:00Z | other | other parameters
          """)
  void shouldJudgeAnApproval(
      String principal, String role, String expires, String digest, String expected) {
    Approval approval =
        new Approval(
            principal,
            role,
            NOW,
            Instant.parse(expires),
            digest.equals("same")
                ? PARAMETERS.digest()
                : parameters("2026-06-09T00:00:00Z").digest());
    if (expected.equals("ok")) {
      approval.check(release(List.of()), RULES);
    } else {
      String why =
          assertThrows(Refusal.class, () -> approval.check(release(List.of()), RULES)).getMessage();
      assertTrue(why.contains(expected), why);
    }
  }

  @ParameterizedTest(name = "expires {0}, seen at {1}")
  @CsvSource({
    "2026-06-11T00:00:00Z, 2026-06-10T23:59:59Z, APPROVED",
    "2026-06-11T00:00:00Z, 2026-06-11T00:00:00Z, EXPIRED"
  })
  void shouldTakeAnApprovalUntilItExpires(String expires, String asOf, Release.State state) {
    Release release =
        release(
            List.of(
                new Approval("dana", "chief", NOW, Instant.parse(expires), PARAMETERS.digest())));
    assertEquals(state, release.state(Instant.parse(asOf)));
    if (state == Release.State.APPROVED) {
      release.basis(RULES, Instant.parse(asOf));
    } else {
      assertThrows(Refusal.class, () -> release.basis(RULES, Instant.parse(asOf)));
    }
  }

  @Test
  void shouldRefuseWithoutAnApproval() {
    assertEquals(Release.State.REQUESTED, release(List.of()).state(NOW));
    assertThrows(Refusal.class, () -> release(List.of()).basis(RULES, NOW));
  }

  @Test
  void shouldMakeTheIdFromWhatIsAskedAndWhen() {
    String id = PARAMETERS.releaseId(NOW, "study");
    assertTrue(id.matches("rel-[0-9a-f]{16}"), id);
    assertEquals(id, parameters("2026-06-08T00:00:00Z").releaseId(NOW, "study"));
    assertNotEquals(id, parameters("2026-06-09T00:00:00Z").releaseId(NOW, "study"));
    assertNotEquals(id, PARAMETERS.releaseId(NOW.plusSeconds(1), "study"));
    assertNotEquals(id, PARAMETERS.releaseId(NOW, "another study"));
  }

  @Test
  void shouldTakeWholeHoursOfAKnownProductOnly() {
    assertThrows(BadInput.class, () -> parameters("2026-06-08T00:30:00Z"));
    assertThrows(
        BadInput.class,
        () -> new ReleaseParameters("city-2", "trips", "traffic", PARAMETERS.window()));
  }

  @ParameterizedTest(name = "{0} vehicles")
  @CsvSource({"9, , , suppressed", "10, 30, 10, ok", "11, 30, 11, ok"})
  void shouldShowBothCountsOrNeither(long vehicles, String reads, String shown, String status) {
    Cell cell = Cell.of("cam-1", NOW, 30, vehicles, new Threshold(10));
    assertEquals(
        Arrays.asList("cam-1", "2026-06-10T09:00:00Z", reads, shown, status), cell.fields());
  }

  @ParameterizedTest(name = "at {0}, purged {1}")
  @CsvSource({
    "2026-06-08T00:00:00Z,           , ",
    "2026-06-07T23:59:59Z,           , window ends",
    "2026-06-30T23:59:59Z,           , ",
    "2026-07-01T00:00:00Z,           , past their retention",
    "2026-06-10T00:00:00Z, 2026-06-07, past their retention",
    "2026-06-10T00:00:00Z, 2026-06-08, "
  })
  void shouldRunOnlyWhileEveryReadOfTheWindowMayBeThere(
      Instant asOf, LocalDate purged, String expected) {
    Set<ClosedDates.Closed> closed =
        purged == null ? Set.of() : Set.of(new ClosedDates.Closed("city-2", "traffic", purged));
    Release release = release(List.of());
    if (expected == null) {
      ReleaseGuards.refuseUnlessComplete(release, POLICY, closed, asOf);
    } else {
      String why =
          assertThrows(
                  Refusal.class,
                  () -> ReleaseGuards.refuseUnlessComplete(release, POLICY, closed, asOf))
              .getMessage();
      assertTrue(why.contains(expected), why);
    }
  }

  @Test
  void shouldNotOverwriteAnotherRelease(@TempDir Path out) throws IOException {
    Extract one = new Extract(new byte[] {1}, new byte[] {2}, 1, 0);
    ReleaseGuards.refuseOtherRelease(out, one);
    Files.write(out.resolve(Extract.MANIFEST_NAME), one.manifest());
    ReleaseGuards.refuseOtherRelease(out, one);
    Extract other = new Extract(new byte[] {1}, new byte[] {3}, 1, 0);
    assertThrows(BadInput.class, () -> ReleaseGuards.refuseOtherRelease(out, other));
  }

  private static Release release(List<Approval> approvals) {
    return new Release(
        "rel-1", PARAMETERS, "rosa", NOW.minusSeconds(60), "study", approvals, List.of());
  }

  private static ReleaseParameters parameters(String to) {
    return new ReleaseParameters(
        "city-2",
        "camera-hour",
        "traffic",
        new Window(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse(to)));
  }
}
