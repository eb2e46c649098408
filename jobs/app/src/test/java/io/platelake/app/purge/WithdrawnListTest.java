package io.platelake.app.purge;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists that somebody took back, of which no newer snapshot ever comes. The Washington policy gives
 * them 21 days, and the purge runs 30 hours ahead.
 */
@Tag("lake")
class WithdrawnListTest {
  private static final String DUE = "2026-06-21T04:00:00Z";

  @TempDir Path folder;

  @Tag("long")
  @Test
  void shouldForgetAWithdrawnListAndKeepTheOneThatCountsAgain() {
    Lake lake = TestLake.in(folder);
    append(
        lake,
        Table.HOTLISTS,
        """
        snapshot_id | list_id | accepted | source_time          | loaded_at
        g-1         | gone    | 1        | 2026-05-01T09:00:00Z | 2026-05-01T10:00:00Z
        b-1         | back    | 1        | 2026-05-01T09:00:00Z | 2026-05-01T10:00:00Z
        b-2         | back    | 1        | 2026-05-02T09:00:00Z | 2026-05-02T10:00:00Z
        """);
    append(
        lake,
        Table.HOTLIST_ENTRIES,
        """
        plate   | snapshot_id | list_id | source_time
        TST0001 | g-1         | gone    | 2026-05-01T09:00:00Z
        TST0002 | b-1         | back    | 2026-05-01T09:00:00Z
        TST0003 | b-2         | back    | 2026-05-02T09:00:00Z
        """);
    append(
        lake,
        Table.HOTLIST_DECISIONS,
        """
        decision_id | list_id | decision | snapshot_id | entry_id | document | decided_at           | principal
        d-1         | gone    | withdraw | -           | -        | memo-1   | 2026-06-01T10:00:00Z | tester
        d-2         | back    | withdraw | b-2         | -        | memo-2   | 2026-06-01T10:00:00Z | tester
        """);
    assertEquals(0, planned("2026-06-21T03:59:59Z").get("counts").get("rows").asLong());
    JsonNode plan = planned(DUE);
    assertEquals(2, plan.get("counts").get("rows").asLong());
    String digest = plan.get("details").get("plan_digest").asText();
    assertEquals(0, purge(DUE, "run", "--plan", digest).code());
    assertEquals(0, purge(DUE, "verify", "--plan", digest).code());
    assertRows("snapshot_id\nb-1", lake.read(Table.HOTLIST_ENTRIES));
    assertFalse(Files.exists(folder.resolve("hotlist_entries/list_id=gone")));
    assertEquals(3, lake.read(Table.HOTLISTS).count());
  }

  private static void append(Lake lake, Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + table.folder(), 0));
  }

  private JsonNode planned(String asOf) {
    CliRun run = purge(asOf, "plan");
    assertEquals(0, run.code(), run.all());
    return run.record();
  }

  private CliRun purge(String asOf, String... command) {
    List<String> all = new ArrayList<>(List.of("--json", "purge"));
    all.addAll(List.of(command));
    return CliRun.at(folder, asOf, all.toArray(String[]::new));
  }
}
