package io.platelake.core.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.accesslog.LogFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogCheckTest {
  private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

  /** Rows 1 to 6 of Monday, 7 to 12 of Tuesday, 13 to 16 of Wednesday. */
  private final List<ChainedRow> rows = new ArrayList<>();

  private final List<DayTotal> totals = new ArrayList<>();
  private final List<Witness> witnesses = new ArrayList<>();

  LogCheckTest() {
    int[] looks = {3, 3, 2};
    for (int day = 0; day < looks.length; day++) {
      rows.addAll(LogEntries.chain(head(), MONDAY.plus(Duration.ofDays(day)), looks[day]));
    }
    totals.addAll(sums(rows));
    witnesses.add(new Witness("certificate 1", rows.get(9).head()));
    witnesses.add(new Witness("run r-8", head()));
  }

  @Test
  void shouldFindNothingInAWholeLog() {
    assertEquals(List.of(), check());
  }

  @Test
  void shouldFindAChangedRow() {
    ChainedRow row = rows.get(4);
    Map<String, Object> fields = new TreeMap<>(row.fields());
    fields.put("case_ref", "26-000999");
    rows.set(4, new ChainedRow(row.agency(), row.seq(), fields, row.prevHash(), row.hash()));
    assertEquals(List.of("altered: row 5, its hash is of other values"), check());
  }

  @Test
  void shouldFindARemovedRow() {
    rows.remove(4);
    assertTrue(kinds().containsAll(Set.of(Kind.REMOVED, Kind.MISCOUNTED)), check().toString());
    assertTrue(check().get(0).startsWith("removed: rows 5 to 5"), check().toString());
  }

  /** The chain itself is whole: only what is known elsewhere shows the cut. */
  @Test
  void shouldFindTheLastRowRemoved() {
    rows.remove(15);
    assertEquals(List.of("cut: rows 16 to 16, they are missing; run r-8 knows the last"), check());
    witnesses.clear();
    assertEquals(List.of(), check(), "without a witness nobody can");
    rows.subList(10, 15).clear();
    assertTrue(kinds().contains(Kind.CUT), "a whole day that was summed up");
  }

  @Test
  void shouldFindRowsInAnotherOrder() {
    ChainedRow five = rows.get(4);
    ChainedRow six = rows.get(5);
    rows.set(4, renumbered(six, 5));
    rows.set(5, renumbered(five, 6));
    assertTrue(kinds().containsAll(Set.of(Kind.ALTERED, Kind.UNLINKED)), check().toString());
  }

  /** Whoever can write both tables can hash them anew; what is kept elsewhere differs. */
  @Test
  void shouldFindALogHashedAnewAsAWhole() {
    List<ChainedRow> anew = new ArrayList<>();
    LogHead head = LogHead.START;
    for (ChainedRow row : rows) {
      LogEntry entry = LogEntries.intent("forged");
      ChainedRow forged =
          ChainedRow.after(head, row.agency(), entry, row.recordedAt(), Optional.empty());
      anew.add(forged);
      head = forged.head();
    }
    rows.clear();
    rows.addAll(anew);
    assertTrue(kinds().contains(Kind.MISCOUNTED), "the sums differ");
    totals.clear();
    totals.addAll(sums(rows));
    assertEquals(
        List.of(
            "rewritten: row 10, certificate 1 knows another hash of it",
            "rewritten: row 16, run r-8 knows another hash of it"),
        check(),
        "the sums were made anew too");
  }

  @Test
  void shouldFindARowThatIsThereTwice() {
    rows.add(3, rows.get(3));
    assertTrue(kinds().contains(Kind.REPEATED), check().toString());
  }

  @Test
  void shouldFollowTheChainOverWhatAPurgeTook() {
    List<ChainedRow> monday = List.copyOf(rows.subList(0, 6));
    rows.removeAll(monday);
    assertTrue(kinds().contains(Kind.REMOVED), "nobody purged it");
    assertEquals(
        List.of(),
        LogCheck.of(rows, totals, witnesses, Set.of(LocalDate.parse("2026-06-01"))).faults());
    List<DayTotal> without = totals.subList(1, totals.size());
    assertTrue(
        LogCheck.of(rows, without, witnesses, Set.of(LocalDate.parse("2026-06-01")))
            .faults()
            .stream()
            .anyMatch(fault -> fault.kind() == Kind.REMOVED),
        "a purge leaves the sum");
  }

  @Test
  void shouldFindASumThatWasChanged() {
    DayTotal sum = totals.get(0);
    totals.set(
        0,
        new DayTotal(
            sum.agency(),
            sum.no(),
            sum.date(),
            sum.firstSeq(),
            sum.lastSeq(),
            Map.of("intent", 99L),
            sum.beforeHash(),
            sum.lastHash(),
            sum.recordedAt(),
            sum.prevHash(),
            sum.hash()));
    assertEquals(Set.of(Kind.ALTERED, Kind.MISCOUNTED), kinds());
  }

  @Test
  void shouldNameLooksWithoutAnOutcomeAndOutcomesWithoutALook() {
    LogEntry started = LogEntries.intent("s-open");
    LogEntry denied = LogEntries.intent("s-denied", "training_missing");
    LogEntry strange =
        LogEntries.intent("s-strange")
            .ended(LoggedOutcome.without(LoggedOutcome.Result.NOTHING, 0));
    for (LogEntry entry : List.of(started, denied, strange)) {
      rows.add(
          ChainedRow.after(
              head(), "city-2", entry, MONDAY.plus(Duration.ofDays(2)), Optional.empty()));
    }
    LogCheck.Report report = LogCheck.of(rows, totals, witnesses, Set.of());
    assertEquals(List.of("s-open"), report.unfinished());
    assertEquals(1, report.faults().size());
    assertEquals(Kind.UNANNOUNCED, report.faults().get(0).kind());
  }

  /** Anyone can check a row without this software: printf '%s\n%s' "$prev" "$json" | sha256sum. */
  @Test
  void shouldHashAsTheContractSays() {
    ChainedRow row = rows.get(0);
    assertEquals(LogHead.START.hash(), row.prevHash());
    assertTrue(row.isIntact());
    assertEquals(rows.get(0).hash(), rows.get(1).prevHash());
    assertEquals(
        "6044912ae2277fb0b9999f0c251a880ab6082b45a3ab695fc67b02f206594536",
        row.hash(),
        "every log that exists has hashes of this form");
  }

  private LogHead head() {
    return rows.isEmpty() ? LogHead.START : rows.get(rows.size() - 1).head();
  }

  /** Sums of all days but the last, which is not over. */
  private static List<DayTotal> sums(List<ChainedRow> rows) {
    Map<LocalDate, List<ChainedRow>> byDate = new TreeMap<>();
    rows.forEach(row -> byDate.computeIfAbsent(row.date(), d -> new ArrayList<>()).add(row));
    List<DayTotal> sums = new ArrayList<>();
    LogHead head = LogHead.START;
    for (List<ChainedRow> day : List.copyOf(byDate.values()).subList(0, byDate.size() - 1)) {
      DayTotal sum = DayTotal.of(head, day, day.get(0).recordedAt().plus(Duration.ofDays(1)));
      sums.add(sum);
      head = sum.head();
    }
    return sums;
  }

  private static ChainedRow renumbered(ChainedRow row, long seq) {
    Map<String, Object> fields = new TreeMap<>(row.fields());
    fields.put("seq", seq);
    return new ChainedRow(row.agency(), seq, fields, row.prevHash(), row.hash());
  }

  private List<String> check() {
    return LogCheck.of(rows, totals, witnesses, Set.of()).faults().stream()
        .map(LogFault::line)
        .toList();
  }

  private Set<Kind> kinds() {
    return LogCheck.of(rows, totals, witnesses, Set.of()).faults().stream()
        .map(LogFault::kind)
        .collect(java.util.stream.Collectors.toSet());
  }
}
