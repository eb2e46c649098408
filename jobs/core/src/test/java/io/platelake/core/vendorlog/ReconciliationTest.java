package io.platelake.core.vendorlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static LogRow row(int hour, Map<String, String> cells) {
    Map<String, LogCell> all = new HashMap<>();
    cells.forEach((column, text) -> all.put(column, LogCell.of(text)));
    return new LogRow(hour + 1, hour + 2, Optional.of(START.plus(Duration.ofHours(hour))), all);
  }

  private static List<LogRow> rows(int from, int to, String reason) {
    List<LogRow> rows = new ArrayList<>();
    for (int hour = from; hour < to; hour++) {
      rows.add(row(hour, Map.of("id", "s-" + hour, "reason", reason, "case_number", "***")));
    }
    return rows;
  }

  @Test
  void shouldTellApartWhatBothHaveWhatOneHasAndWhatIsOutside() {
    List<LogRow> own = rows(0, 100, "theft");
    List<LogRow> vendor = rows(50, 150, "theft");
    own.remove(99);
    vendor.remove(10);

    Reconciliation found = Reconciliation.of(own, vendor, Duration.ZERO);

    // Both cover hours 50 to 98: one of these is missing from the vendor's log.
    assertEquals(48, found.matched());
    assertEquals(1, found.onlyFirst());
    assertEquals(0, found.onlySecond());
    assertEquals(50 + 51, found.outside());
    assertEquals(Map.of(), found.differing());
    assertEquals(Map.of("2026-03", 1 / 49.0), found.missedByMonth());
  }

  @Test
  void shouldNameFieldsThatDifferWhereBothCanBeSeen() {
    Reconciliation found =
        Reconciliation.of(rows(0, 10, "theft"), rows(0, 10, "Investigation"), Duration.ZERO);

    assertEquals(10, found.matched());
    assertEquals(Map.of("reason", 10L), found.differing());
  }

  @Test
  void shouldLeaveTwoCandidatesUndecided() {
    List<LogRow> own = rows(0, 3, "theft");
    List<LogRow> vendor = rows(0, 3, "theft");
    vendor.add(row(1, Map.of("id", "s-1", "reason", "other")));

    Reconciliation found = Reconciliation.of(own, vendor, Duration.ZERO);

    assertEquals(2, found.matched());
    assertEquals(3, found.ambiguous());
  }

  @Test
  void shouldGoBySecondOrganisationNetworksAndFrameWhereOneLogHasNoId() {
    Map<String, String> same = Map.of("organisation", "Exampleville ST PD", "frame", "a\nb");
    Map<String, String> own = new HashMap<>(same);
    own.put("id", "x-1");
    own.put("networks", "412");
    Map<String, String> theirs = new HashMap<>(same);
    theirs.put("networks", "412.0");

    Reconciliation found =
        Reconciliation.of(List.of(row(1, own)), List.of(row(1, theirs)), Duration.ZERO);

    assertEquals(1, found.matched());
  }

  @Test
  void shouldWidenTheOverlapByTheTolerance() {
    Reconciliation found =
        Reconciliation.of(rows(0, 10, "theft"), rows(0, 9, "theft"), Duration.ofHours(1));

    assertEquals(0, found.outside());
    assertEquals(1, found.onlyFirst());
  }

  @Test
  void shouldCallEverythingOutsideWhenTheLogsDoNotMeet() {
    Reconciliation found =
        Reconciliation.of(rows(0, 5, "theft"), rows(10, 15, "theft"), Duration.ZERO);

    assertEquals(10, found.outside());
    assertEquals(0, found.onlyFirst() + found.onlySecond() + found.matched());
  }

  private static LogRow search(int number, int hour, String... cells) {
    Map<String, LogCell> all = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      all.put(cells[i], LogCell.of(cells[i + 1]));
    }
    return new LogRow(number, number + 1, Optional.of(START.plus(Duration.ofHours(hour))), all);
  }

  @Test
  void shouldNeverMatchRowsByTheirPlaceInTheFile() {
    Reconciliation found =
        Reconciliation.of(
            List.of(search(1, 1, "id", "s-1"), search(2, 2, "id", "", "reason", "theft")),
            List.of(search(1, 1, "id", "s-1"), search(2, 1, "id", "", "reason", "gift")),
            Duration.ofHours(2));

    assertEquals(1, found.matched());
    assertEquals(List.of(1L, 1L), List.of(found.onlyFirst(), found.onlySecond()));
    assertEquals(Map.of(), found.differing());
  }

  @Test
  void shouldCountASearchOnceThatTwoMonthFilesHold() {
    List<LogRow> own = new ArrayList<>(rows(0, 10, "theft"));
    own.addAll(rows(5, 10, "theft"));

    Reconciliation found = Reconciliation.of(own, rows(0, 10, "theft"), Duration.ZERO);

    assertEquals(10, found.matched());
    assertEquals(5, found.repeated());
    assertEquals(0, found.ambiguous());
  }

  @Test
  void shouldCountASearchOnceThatALaterFileShowsWithFewerColumns() {
    List<LogRow> own =
        List.of(
            search(1, 1, "id", "s-1", "devices", "4", "reason", "theft"),
            search(1, 1, "id", "s-1", "reason", "***"));

    Reconciliation found =
        Reconciliation.of(own, List.of(search(1, 1, "id", "s-1")), Duration.ZERO);

    assertEquals(1, found.matched());
    assertEquals(1, found.repeated());
  }

  @Test
  void shouldGoWithoutTheFrameWhereOneLogLacksIt() {
    Reconciliation found =
        Reconciliation.of(
            List.of(search(1, 1, "organisation", "A PD", "networks", "4", "frame", "x\ny")),
            List.of(search(1, 1, "organisation", "A PD", "networks", "4")),
            Duration.ZERO);

    assertEquals(1, found.matched());
  }

  @Test
  void shouldReadBothFormsOfATimeFrame() {
    Reconciliation found =
        Reconciliation.of(
            List.of(search(1, 1, "networks", "4", "frame", "03/01/2026, 07:00:00 AM UTC\nb")),
            List.of(search(1, 1, "networks", "4", "frame", "03/01/2026, 07:00:00 AM UTC to b")),
            Duration.ZERO);

    assertEquals(1, found.matched());
  }

  @Test
  void shouldMatchARowWithoutAnIdAmongRowsWithOne() {
    Reconciliation found =
        Reconciliation.of(
            List.of(
                search(1, 1, "id", "s-1", "organisation", "A PD", "networks", "4"),
                search(2, 2, "id", "s-2", "organisation", "A PD", "networks", "4")),
            List.of(
                search(1, 1, "id", "s-1", "organisation", "A PD", "networks", "4"),
                search(2, 2, "id", "***", "organisation", "A PD", "networks", "4")),
            Duration.ZERO);

    assertEquals(2, found.matched());
  }

  @Test
  void shouldNeverMatchTwoIdsThatDiffer() {
    Reconciliation found =
        Reconciliation.of(
            List.of(search(1, 1, "id", "s-1", "organisation", "A PD", "networks", "4")),
            List.of(search(1, 1, "id", "s-2", "organisation", "A PD", "networks", "4")),
            Duration.ZERO);

    assertEquals(
        List.of(0L, 1L, 1L), List.of(found.matched(), found.onlyFirst(), found.onlySecond()));
  }

  @Test
  void shouldNeverGoByTheSecondAlone() {
    Reconciliation found =
        Reconciliation.of(
            List.of(search(1, 1, "networks", "***", "organisation", "A PD")),
            List.of(search(1, 1, "networks", "***", "organisation", "A PD")),
            Duration.ZERO);

    assertEquals(0, found.matched());
    assertEquals(2, found.onlyFirst() + found.onlySecond());
  }

  @Test
  void shouldNeverMatchOrganisationsThatDiffer() {
    Reconciliation found =
        Reconciliation.of(
            List.of(search(1, 1, "organisation", "A PD", "networks", "4", "frame", "x")),
            List.of(search(1, 1, "organisation", "B SO", "networks", "4", "frame", "x")),
            Duration.ZERO);

    assertEquals(
        List.of(0L, 1L, 1L), List.of(found.matched(), found.onlyFirst(), found.onlySecond()));
  }
}
