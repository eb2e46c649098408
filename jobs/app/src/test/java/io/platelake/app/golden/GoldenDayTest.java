package io.platelake.app.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.TextTable;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nights of a small city through all jobs. The tables, the extract, the certificate and the
 * report are in git as text, so that a review shows what a change of code changes in them. {@code
 * src/test/resources/golden/README.md} says why each row is there, or is missing.
 */
@Tag("lake")
class GoldenDayTest {
  private static final GoldenTable READS =
      GoldenTable.of(Table.READS, "captured_at", "camera_id", "plate", "state", "make");
  private static final GoldenTable HITS =
      GoldenTable.of(
          Table.HITS,
          "captured_at",
          "list_id",
          "tier",
          "state_verdict",
          "vehicle_verdict",
          "is_alert",
          "alert_reason",
          "listing",
          "matched_at");
  private static final GoldenTable QUARANTINE =
      GoldenTable.of(Table.QUARANTINE, "captured_at", "reason", "payload");
  private static final GoldenTable PASSES =
      GoldenTable.of(Table.PASSES, "captured_at", "camera_id", "plate", "reads");
  private static final GoldenTable FACTS =
      GoldenTable.of(Table.DAILY_FACTS, "date", "purpose", "metric", "camera_id", "list_id");

  private static final GoldenTable PURGE_RUNS =
      GoldenTable.of(Table.PURGE_RUNS, "step_no", "step", "table_name", "partition");

  private static final List<GoldenTable> AFTER_THE_FIRST_NIGHT = List.of(HITS, FACTS);
  private static final List<GoldenTable> BEFORE_THE_PURGE =
      List.of(
          GoldenTable.of(Table.LANDING, "feed_id", "planned_at", "batch_seq", "records"),
          READS,
          GoldenTable.of(Table.EXCLUSIONS, "hour", "camera_id"),
          QUARANTINE,
          GoldenTable.of(Table.HOTLISTS, "list_id", "source_time"),
          GoldenTable.of(Table.HOTLIST_ENTRIES, "list_id", "source_time", "plate"),
          HITS,
          GoldenTable.of(Table.SUPPRESSIONS, "at"),
          GoldenTable.of(Table.OUTCOMES, "outcome_id"),
          GoldenTable.of(Table.HOLDS, "hold_id", "event"),
          PASSES,
          FACTS);
  private static final List<GoldenTable> CHANGED_BY_THE_PURGE =
      List.of(READS, HITS, PASSES, QUARANTINE, FACTS);
  private static final List<GoldenTable> WRITTEN_BY_THE_PURGE =
      List.of(GoldenTable.of(Table.EVIDENCE, "hold_id", "captured_at"), PURGE_RUNS);

  /** Versions of policies in the report: digests over their words. */
  private static final Pattern POLICY_VERSION = Pattern.compile("\\b[0-9a-f]{16}\\b");

  @TempDir static Path folder;

  /** What the run gave, by the name of the expected file. */
  private static final TreeMap<String, String> ACTUAL = new TreeMap<>();

  @BeforeAll
  static void runTheNights() throws IOException {
    TwoNights nights = new TwoNights(folder);
    nights.city();
    nights.firstNight();
    keep("1-first-night/", read(AFTER_THE_FIRST_NIGHT, nights.lake()));
    nights.dayBetween();
    nights.secondNight();
    Map<Table, TextTable> before = read(BEFORE_THE_PURGE, nights.lake());
    keep("2-second-night/", before);
    ACTUAL.put("2-second-night/extract.csv", nights.extract());
    ACTUAL.put("3-purge/certificate.json", GoldenJson.text(nights.purge()));
    keep("3-purge/", read(WRITTEN_BY_THE_PURGE, nights.lake()));
    read(CHANGED_BY_THE_PURGE, nights.lake())
        .forEach(
            (table, after) ->
                ACTUAL.put(
                    "3-purge/changes-of-" + table.folder() + ".txt",
                    GoldenTable.changes(before.get(table), after)));
    ACTUAL.put("3-purge/status.txt", nights.status());
    ACTUAL.put(
        "4-annual-report.csv", POLICY_VERSION.matcher(nights.report()).replaceAll("VERSION"));
    GoldenFiles.writeIfAsked(ACTUAL);
  }

  @TestFactory
  Stream<DynamicTest> shouldGiveWhatWasReviewed() {
    return ACTUAL.entrySet().stream()
        .map(
            actual ->
                DynamicTest.dynamicTest(
                    actual.getKey(), () -> GoldenFiles.check(actual.getKey(), actual.getValue())));
  }

  @Test
  void shouldUseEveryExpectedFile() throws IOException {
    assertEquals(ACTUAL.keySet(), new TreeSet<>(GoldenFiles.expected()));
  }

  private static Map<Table, TextTable> read(List<GoldenTable> tables, Lake lake) {
    // Planning a query takes one thread and longer than to run it, so two at once.
    return tables.parallelStream()
        .collect(Collectors.toMap(GoldenTable::table, table -> table.read(lake)));
  }

  private static void keep(String folder, Map<Table, TextTable> tables) {
    tables.forEach(
        (table, rows) -> ACTUAL.put(folder + table.folder() + ".txt", GoldenTable.text(rows)));
  }
}
