package io.platelake.app.purge.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hold that comes after the plan: in time it is honoured, too late it is named. */
@Tag("lake")
class HoldDuringPurgeTest {
  private static final String NIGHT = "2026-06-21T02:00:00Z";

  @TempDir Path folder;
  private Path root;
  private Lake lake;
  private String digest;

  @BeforeEach
  void plan() {
    root = folder.resolve("lake");
    lake = TestLake.in(root, HoldDuringPurgeTest.class, HoldDuringPurgeTest::fill);
    digest =
        CliRun.at(root, NIGHT, "--json", "purge", "plan")
            .record()
            .at("/details/plan_digest")
            .asText();
  }

  private static void fill(Lake lake) {
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            read_id | plate   | captured_at          | purpose
            1       | GONE111 | 2026-06-01T00:00:00Z | criminal
            2       | HELD333 | 2026-06-01T12:00:00Z | criminal
            3       | STAY555 | 2026-06-20T12:00:00Z | criminal
            4       | STAY556 | 2026-06-20T13:00:00Z | criminal
            5       | STAY557 | 2026-06-20T14:00:00Z | criminal
            6       | STAY558 | 2026-06-20T15:00:00Z | criminal
            """),
        new CommitKey("test", 0));
  }

  @Test
  void shouldHonourAHoldThatComesAfterThePlan() throws IOException {
    // Its own time is after that of the run, too: what counts is that it is on record.
    openHold("2026-06-21T09:00:00Z");
    CliRun run = CliRun.at(root, NIGHT, "--json", "purge", "run", "--plan", digest);
    assertEquals(1, run.record().at("/counts/evidence").asLong(), run.all());
    assertEquals("[]", run.record().at("/details/late_holds").toString());
    assertEquals(List.of(2L), held());
  }

  @Test
  void shouldHonourAHoldThatComesWhenTheRowsHaveLeftTheTableAndTheRunIsResumed()
      throws IOException {
    assertThrows(Stopped.class, () -> run(stopAt("vacuuming")));
    assertEquals(4, lake.read(Table.READS).count());
    openHold(NIGHT);
    CliRun run = CliRun.at(root, NIGHT, "--json", "purge", "run", "--plan", digest);
    assertEquals(1, run.record().at("/counts/evidence").asLong(), run.all());
    assertEquals(List.of(2L), held());
    assertEquals(0, CliRun.at(root, NIGHT, "purge", "verify", "--plan", digest).code());
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"deleting rows of", "vacuuming reads", "none"})
  void shouldHonourAHoldThatComesDuringTheRunOrNameIt(String step) throws IOException {
    List<String> late = run(line -> openHoldAt(step, line)).lateHolds();
    if (step.equals("none")) {
      assertEquals(List.of(), late);
      openHold(NIGHT);
      assertEquals(List.of(), held());
      return;
    }
    // Once files are erased there is nothing to copy: the run says so.
    assertEquals(step.startsWith("vacuuming") ? List.of("h-1") : List.of(), late);
    assertEquals(step.startsWith("vacuuming") ? List.of() : List.of(2L), held());
  }

  private PurgeTotals run(Progress progress) throws IOException {
    PurgePlan plan = PurgeLedger.getPlan(lake, digest);
    PurgeLedger ledger = new PurgeLedger(lake, plan, Instant.parse(NIGHT));
    return new PurgeRun(lake, plan, ledger, Optional.empty(), progress).run();
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** As if the process were killed before a step. */
  private static Progress stopAt(String step) {
    return line -> {
      if (line.startsWith(step)) {
        throw new Stopped();
      }
    };
  }

  private void openHoldAt(String step, String line) {
    if (line.startsWith(step)) {
      try {
        openHold(NIGHT);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private void openHold(String at) throws IOException {
    Path hold =
        Files.writeString(
            folder.resolve("hold.yaml"),
            """
            id: h-1
            agency: city-2
            kind: court_order
            case: case-1
            authority: order 7
            purposes: [criminal]
            plates: [HELD333]
            """);
    CliRun open = CliRun.at(root, at, "hold", "open", hold.toString());
    assertEquals(0, open.code(), open.all());
  }

  private List<Long> held() {
    return lake.read(Table.EVIDENCE).select("read_id").collectAsList().stream()
        .map(row -> row.getLong(0))
        .toList();
  }
}
