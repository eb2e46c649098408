package io.platelake.app.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three agencies in one lake: a Washington city (at most 21 days), a Kentucky town (at most 30) and
 * Westmorland (at least two years, then only with the approval of council and attorney).
 */
@Tag("lake")
class SeveralAgenciesTest {
  private static final String START = "2026-01-01T00:00:00Z";

  @TempDir static Path adopted;
  @TempDir Path folder;
  private Lake lake;

  @BeforeAll
  static void threeAgencies() {
    TestLake.in(adopted);
    adopt(adopted, "ky-town", "ky-model");
    adopt(
        adopted,
        "westmorland",
        "ca-westmorland-462",
        "--notice-at",
        "2025-11-01T00:00:00Z",
        "--comments-until",
        "2025-12-01T00:00:00Z");
  }

  @BeforeEach
  void copyLake() {
    lake = TestLake.copy(adopted, folder);
  }

  @Test
  void shouldTakeEachOwnersRowsByItsOwnPolicyAndRewriteOnlyWhatSharesAFileWithThem() {
    appendShared(
        """
        read_id | plate | captured_at          | agency_id
        1       | AA111 | 2026-06-01T10:00:00Z | city-2
        2       | BB222 | 2026-06-01T10:00:00Z | ky-town
        3       | CC333 | 2026-06-01T10:00:00Z | westmorland
        4       | DD444 | 2026-06-01T10:00:01Z | westmorland
        """);
    appendShared(
        """
        read_id | plate | captured_at          | agency_id
        5       | EE555 | 2026-06-01T11:00:00Z | ky-town
        6       | FF666 | 2026-06-01T11:00:00Z | westmorland
        """);
    append(
        "city",
        """
        read_id | plate | captured_at          | agency_id
        7       | GG777 | 2026-06-01T11:00:00Z | city-2
        """);
    List<String> before = paths();
    assertEquals(3, before.size());

    assertEquals("[2, 3, 4, 5, 6]", purge("2026-06-21T05:00:00Z"));
    List<String> after = paths();
    assertEquals(2, after.size(), "the city's own file went, the mixed one is rewritten");
    assertEquals(
        1, after.stream().filter(before::contains).count(), "files of others are untouched");

    assertEquals("[3, 4, 6]", purge("2026-06-30T05:00:00Z"));
    assertTrue(after.stream().noneMatch(paths()::contains), "both shared files were rewritten");
    assertEquals(
        "Nothing has to go as of 2027-06-30T05:00:00Z.", plan("2027-06-30T05:00:00Z").get(0));
  }

  @Test
  void shouldPurgeWhatIsOverTwoYearsOnlyWithBothApprovals() {
    append(
        "old",
        """
        read_id | plate | captured_at          | agency_id
        1       | AA111 | 2026-02-01T10:00:00Z | westmorland
        2       | BB222 | 2026-02-02T10:00:00Z | westmorland
        3       | CC333 | 2026-02-10T10:00:00Z | westmorland
        """);
    String then = "2028-02-05T02:00:00Z";
    List<String> waiting = plan(then);
    assertEquals("Nothing has to go as of " + then + ".", waiting.get(0));
    assertEquals(
        "WAITING: reads of westmorland, criminal: 2 rows of 2 date(s) up to 2026-02-02"
            + " wait for approval by city_attorney, city_council.",
        waiting.get(1));

    approved(then, "city_council", "2026-02-02T00:00:00Z");
    assertEquals("Nothing has to go as of " + then + ".", plan(then).get(0));
    CliRun second =
        CliRun.by("city_council", folder, then, approval("city_attorney", "2026-02-03T00:00:00Z"));
    assertEquals(3, second.code(), second.all());
    approved(then, "city_attorney", "2026-02-03T00:00:00Z");
    assertTrue(plan(then).get(1).contains("criminal 2026-02-01 "), plan(then).toString());
    assertEquals("[2, 3]", purge(then));
    approved(then, "city_council", "2026-02-03T00:00:00Z");
    assertTrue(plan(then).get(1).contains("criminal 2026-02-02 "), plan(then).toString());
  }

  @Test
  void shouldRefuseAnApprovalThatReachesWhatHasToStay() {
    CliRun young = approve("2028-02-05T02:00:00Z", "city_council", "2026-02-05T02:00:01Z");
    assertEquals(3, young.code(), young.all());
    assertTrue(young.err().contains("has to stay until 2028-02-05T02:00:01Z"), young.err());
    approved("2028-02-05T02:00:00Z", "city_council", "2026-02-05T02:00:00Z");
    CliRun other = approve("2028-02-05T02:00:00Z", "mayor", "2026-01-01T00:00:00Z");
    assertEquals(3, other.code());
    assertTrue(other.err().contains("Use one of city_attorney, city_council."), other.err());
    CliRun nothing =
        CliRun.at(
            folder,
            "2028-02-05T02:00:00Z",
            "purge",
            "approve",
            "--agency",
            "ky-town",
            "--purpose",
            "criminal",
            "--role",
            "chief",
            "--captured-before",
            START,
            "--document",
            "memo 1");
    assertEquals(3, nothing.code());
    assertTrue(nothing.err().contains("Nothing to approve"), nothing.err());
  }

  @Test
  void shouldLeaveTheDeletionOfListsToAPersonWhereThePolicyDoes() {
    adopt(folder, "ca-city", "examples/ca-city");
    lists("ca-city");
    String then = "2026-12-01T02:00:00Z";
    assertEquals(
        List.of(
            "Nothing has to go as of " + then + ".",
            "WAITING: hot list stolen of ca-city: 2 entries superseded or withdrawn"
                + " 2026-06-01T12:00:00Z wait for approval by alpr_administrator."),
        plan(then).subList(0, 2));
    CliRun confirmed =
        CliRun.at(
            folder,
            then,
            "purge",
            "approve",
            "--agency",
            "ca-city",
            "--records",
            "hotlists",
            "--role",
            "alpr_administrator",
            "--captured-before",
            "2026-06-02T00:00:00Z",
            "--document",
            "list review 3");
    assertEquals(0, confirmed.code(), confirmed.all());
    assertTrue(plan(then).get(1).contains("hotlist_entries"), plan(then).toString());
  }

  /** Two snapshots of a list; the first was superseded on 1 June at noon. */
  private void lists(String agency) {
    lake.append(
        Table.HOTLISTS,
        Rows.of(
            Table.HOTLISTS,
            """
            snapshot_id | list_id | agency_id | accepted | source_time          | loaded_at
            s-1         | stolen  | AGENCY    | 2        | 2026-05-31T12:00:00Z | 2026-05-31T12:00:00Z
            s-2         | stolen  | AGENCY    | 1        | 2026-06-01T12:00:00Z | 2026-06-01T12:00:00Z
            """
                .replace("AGENCY", agency)),
        new CommitKey("test:lists", 0));
    lake.append(
        Table.HOTLIST_ENTRIES,
        Rows.of(
            Table.HOTLIST_ENTRIES,
            """
            entry_id | plate | snapshot_id | list_id | agency_id | source_time
            1        | AA111 | s-1         | stolen  | AGENCY    | 2026-05-31T12:00:00Z
            2        | AA112 | s-1         | stolen  | AGENCY    | 2026-05-31T12:00:00Z
            3        | AA111 | s-2         | stolen  | AGENCY    | 2026-06-01T12:00:00Z
            """
                .replace("AGENCY", agency)),
        new CommitKey("test:entries", 0));
  }

  @Test
  void shouldNeverTakeARowAheadOfItsMinimum() {
    append(
        "young",
        """
        read_id | plate | captured_at          | agency_id
        1       | AA111 | 2026-02-03T00:00:00Z | westmorland
        2       | AA112 | 2026-02-03T23:59:59Z | westmorland
        """);
    String before = "2028-02-03T23:59:58Z";
    approved(before, "city_council", "2026-02-03T23:00:00Z");
    approved(before, "city_attorney", "2026-02-03T23:00:00Z");
    assertTrue(plan(before).get(0).startsWith("Nothing"), "one row is not two years old");
    assertEquals(3, approve(before, "city_council", "2026-02-04T00:00:00Z").code());
    String after = "2028-02-04T00:00:00Z";
    approved(after, "city_council", "2026-02-04T00:00:00Z");
    approved(after, "city_attorney", "2026-02-04T00:00:00Z");
    assertTrue(plan(after).get(1).contains("criminal 2026-02-03 "), plan(after).toString());
  }

  private static void adopt(Path lake, String agency, String policy, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "policy",
                "adopt",
                "--agency",
                agency,
                "--policy",
                TestPolicies.WA_CITY.resolveSibling(policy + ".yaml").toString()));
    command.addAll(List.of(more));
    CliRun run = CliRun.at(lake, START, command.toArray(String[]::new));
    assertEquals(0, run.code(), run.all());
  }

  private void approved(String asOf, String role, String before) {
    CliRun run = approve(asOf, role, before);
    assertEquals(0, run.code(), run.all());
  }

  private List<String> plan(String asOf) {
    CliRun run = CliRun.at(folder, asOf, "purge", "plan");
    assertEquals(0, run.code(), run.all());
    return run.out().lines().toList();
  }

  /** As a person who has the name of the role. */
  private CliRun approve(String asOf, String role, String before) {
    return CliRun.by(role, folder, asOf, approval(role, before));
  }

  private static String[] approval(String role, String before) {
    return new String[] {
      "purge",
      "approve",
      "--agency",
      "westmorland",
      "--purpose",
      "criminal",
      "--role",
      role,
      "--captured-before",
      before,
      "--document",
      "memo-1"
    };
  }

  private void append(String key, String rows) {
    lake.append(Table.READS, Rows.of(Table.READS, rows), new CommitKey("test:" + key, 0));
  }

  /** As earlier releases did. */
  private void appendShared(String rows) {
    Rows.of(Table.READS, rows)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(folder.resolve("reads").toString());
  }

  /** Plans and runs a purge; the reads that are left. */
  private String purge(String asOf) {
    CliRun plan = CliRun.at(folder, asOf, "--json", "purge", "plan");
    assertEquals(0, plan.code(), plan.all());
    String digest = plan.record().path("details").path("plan_digest").asText();
    CliRun run =
        CliRun.at(
            folder, asOf, "purge", "run", "--plan", digest, "--accept-unusual", "small test lake");
    assertEquals(0, run.code(), run.all());
    return lake.read(Table.READS).select("read_id").orderBy("read_id").collectAsList().stream()
        .map(r -> r.getLong(0))
        .toList()
        .toString();
  }

  private List<String> paths() {
    Partition day = Partition.of(Table.READS, "criminal", "2026-06-01");
    return new Erasure(lake)
        .files(Table.READS, List.of(day)).get(day).stream().map(LiveFile::path).toList();
  }
}
