package io.platelake.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} and {@code hotlist status} say the same of a list, on 10 June at 04:00. */
@Tag("lake")
class ListStatusTest {
  private static final String AS_OF = "2026-06-10T04:00:00Z";
  private static final String OLD = "2026-06-08T03:00:00Z";
  private static final String FRESH = "2026-06-10T03:00:00Z";

  @TempDir Path folder;
  private Lake lake;
  private final StringBuilder lists =
      new StringBuilder(
          "snapshot_id | list_id | agency_id | purpose | source | source_time | loaded_at"
              + " | accepted | approval\n");
  private final StringBuilder decisions =
      new StringBuilder("decision_id | list_id | decision | snapshot_id | entry_id | decided_at\n");

  @BeforeEach
  void makeLake() {
    lake = TestLake.in(folder);
  }

  @Test
  void shouldSeeAnOverdueListBehindANewerOneThatWaitsForApproval() {
    list("s-1", "stolen", "city-2", "criminal", OLD, "-");
    list("s-2", "stolen", "city-2", "criminal", FRESH, "alpr_administrator");
    assertEquals(
        List.of("hot list stolen: source time " + OLD + ", may be used for 24 h"), found());
  }

  @Test
  void shouldSeeAnOverdueListBehindANewerOneThatWasWithdrawn() {
    list("s-1", "stolen", "city-2", "criminal", OLD, "-");
    list("s-2", "stolen", "city-2", "criminal", FRESH, "-");
    decisions.append("d-1 | stolen | withdraw | s-2 | - | 2026-06-10T03:30:00Z\n");
    assertEquals(
        List.of("hot list stolen: source time " + OLD + ", may be used for 24 h"), found());
  }

  @Tag("long")
  @Test
  void shouldNotMissAListThatWasWithdrawn() {
    list("s-1", "stolen", "city-2", "criminal", OLD, "-");
    decisions.append("d-1 | stolen | withdraw | - | - | 2026-06-09T12:00:00Z\n");
    assertEquals(List.of(), found());
  }

  @Test
  void shouldGoOnWhereAPurposeHasNoRulesForLists() {
    list("s-1", "speeders", "city-2", "traffic", OLD, "-");
    list("s-2", "stolen", "city-2", "criminal", OLD, "-");
    assertEquals(
        List.of("hot list stolen: source time " + OLD + ", may be used for 24 h"), found());
  }

  @Test
  void shouldGoOnWhereAnAgencyHasNoPolicy() {
    list("s-1", "theirs", "city-9", "criminal", OLD, "-");
    list("s-2", "stolen", "city-2", "criminal", FRESH, "-");
    assertEquals(List.of(), found());
  }

  @Tag("long")
  @Test
  void shouldFindAPurposeWhoseOnlyListWaitsForApproval() {
    list("s-1", "stolen", "city-2", "criminal", FRESH, "alpr_administrator");
    load();
    String waits =
        "hot lists of city-2, criminal: none is in force, so nothing is matched;"
            + " 1 wait(s) for approval";
    CliRun status = CliRun.at(folder, AS_OF, "--json", "status");
    assertEquals(4, status.code(), status.all());
    assertEquals(waits, status.record().at("/details/findings/0").asText());
    String day = "2026-06-09T00:00:00Z/2026-06-10T00:00:00Z";
    CliRun match = CliRun.at(folder, AS_OF, "--json", "match", "--window", day);
    assertEquals(4, match.code(), match.all());
    assertEquals("city-2, criminal", match.record().at("/details/without_list/0").asText());
  }

  private void load() {
    lake.append(
        Table.HOTLISTS, Rows.of(Table.HOTLISTS, lists.toString()), new CommitKey("test", 0));
    lake.append(
        Table.HOTLIST_DECISIONS,
        Rows.of(Table.HOTLIST_DECISIONS, decisions.toString()),
        new CommitKey("test", 0));
  }

  private void list(
      String id, String list, String agency, String purpose, String at, String approval) {
    lists.append(
        "%s | %s | %s | %s | wa_dol | %s | %s | 3 | %s\n"
            .formatted(id, list, agency, purpose, at, at, approval));
  }

  /** The findings of {@code status}; every stale list of {@code hotlist status} is one of them. */
  private List<String> found() {
    load();
    CliRun status = CliRun.at(folder, AS_OF, "--json", "status");
    List<String> found = new ArrayList<>();
    status.record().at("/details/findings").forEach(f -> found.add(f.asText()));
    assertEquals(found.isEmpty() ? 0 : 4, status.code(), status.all());
    CliRun ofLists = CliRun.at(folder, AS_OF, "--json", "hotlist", "status");
    assertEquals(status.code(), ofLists.code(), ofLists.all());
    JsonNode stale = ofLists.record().at("/counts/lists_stale");
    assertEquals(found.size(), stale.asInt(), ofLists.all());
    return found;
  }
}
