package io.platelake.app.match;

import static io.platelake.app.Rows.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.hotlist.ListFiles;
import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.match.search.EarlierFindings;
import io.platelake.app.match.search.MatchRules;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class RetainedMatchTest {
  private static final String DAY = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void nameTheLake() {
    folder = temp.resolve("a lake");
  }

  @Tag("long")
  @Test
  void shouldJudgeRetainedReadsAnewWhenAnEntrySaysSomethingNew() {
    Lake lake = MatchCommandTest.lakeWithReads(folder);
    ListFiles files = new ListFiles(folder, temp);
    Path definition = files.definition("stolen", "criminal", "wa_dol");
    MatchCommandTest.load(
        files, "2026-06-01T12:00:00Z", definition, "ABC1234,WA,stolen_vehicle,,,,,\n");
    assertEquals(0, match("2026-06-01T13:00:00Z", DAY).code());
    assertEquals(2, lake.read(Table.HITS).count());

    MatchCommandTest.load(
        files,
        "2026-06-02T04:00:00Z",
        definition,
        "ABC1234,WA,stolen_vehicle,,,,,2026-06-01T10:02:00Z\n");
    CliRun run = retained("--json", "--window", DAY);
    assertEquals(0, run.code(), run.err());
    String newest =
        lake.read(Table.HOTLISTS).orderBy(col("source_time").desc()).first().getAs("snapshot_id");
    // Read 2 is of five past ten, when the entry had expired: its hit is the old one.
    assertEquals(
        List.of("1"),
        lake.read(Table.HITS).where(col("snapshot_id").equalTo(newest)).collectAsList().stream()
            .map(r -> r.getAs("read_id").toString())
            .toList());
    assertEquals(2, lake.read(Table.HITS).count());
  }

  @Test
  void shouldFindRetainedReadsOfEntriesThatAreNew() {
    Lake lake = MatchCommandTest.lakeWithReads(folder);
    ListFiles files = new ListFiles(folder, temp);
    Path definition = files.definition("stolen", "criminal", "wa_dol");
    String known = "XYZ9876,WA,stolen_vehicle,,,,,\n";
    MatchCommandTest.load(files, "2026-06-01T12:00:00Z", definition, known);
    assertEquals(0, match("2026-06-01T13:00:00Z", DAY).code());
    assertEquals(0, lake.read(Table.HITS).count());

    MatchCommandTest.load(
        files, "2026-06-02T04:00:00Z", definition, known + "ABC1234,WA,stolen_vehicle,,,,,\n");
    CliRun run = retained("--json", "--window", DAY);
    assertEquals(0, run.code(), run.err());
    assertEquals(1, run.record().get("counts").get("entries").asLong());
    assertEquals(3, run.record().get("counts").get("reads").asLong(), "of the purpose and date");
    String hits =
        """
        read_id | tier       | is_alert | date
        1       | EXACT      | true     | 2026-06-01
        2       | EQUIVALENT | true     | 2026-06-01
        """;
    assertRows(hits, lake.read(Table.HITS));
    assertFalse(run.all().contains("ABC1234"));
    Dataset<Row> retained = lake.read(Table.HITS).drop("matched_at", "snapshot_id");
    String before = Rows.text(retained);

    // Again as every night does it, among all reads; and what a full match finds are the same hits.
    CliRun again =
        retained(
            "--window",
            "1970-01-01T00:00:00Z/2026-06-02T00:00:00Z",
            "--since",
            "2026-06-02T00:00:00Z");
    assertEquals(0, again.code(), again.err());
    assertRows(hits, lake.read(Table.HITS).where("date = '2026-06-01'"));
    assertEquals(3, lake.read(Table.HITS).count(), "and read 6 of the day before");
    assertEquals(0, match("2026-06-02T06:00:00Z", DAY).code());
    Dataset<Row> full = lake.read(Table.HITS).where("date = '2026-06-01'");
    assertEquals(before, Rows.text(full.drop("matched_at", "snapshot_id")));
  }

  @Test
  void shouldFindTheSameWhenPlatesAreTooManyToSpellOut() {
    Lake lake = MatchCommandTest.lakeWithReads(folder);
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            read_id | plate   | agency_id | purpose  | captured_at
            7       | ABC1234 | city-3    | criminal | 10:00
            8       | ABC1234 | city-2    | criminal | 2026-06-02T12:00:00Z
            9       | ABC1234 | city-2    | criminal | 2026-06-02T11:59:59Z
            """),
        new CommitKey("test:others", 0));
    ListFiles files = new ListFiles(folder, temp);
    Path definition = files.definition("stolen", "criminal", "wa_dol");
    MatchCommandTest.load(
        files, "2026-06-01T12:00:00Z", definition, "ABC1234,WA,stolen_vehicle,,,,,\n");
    Instant asOf = Instant.parse("2026-06-01T13:00:00Z");
    Map<String, PolicyInForce> policies = PolicyLedger.all(lake, asOf);
    PolicyInForce policy = policies.get(TestLake.AGENCY);
    Window window =
        new Window(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-06-02T12:00:00Z"));
    MatchScope scope =
        new MatchScope(
            MatchRules.of(policy, "criminal"),
            KnownLists.at(lake, asOf).standings(policies).stream()
                .map(SnapshotStatus::snapshot)
                .toList(),
            Map.of(),
            window,
            window.dates(),
            Set.of());
    Map<String, EarlierFindings> known =
        EarlierFindings.byAgency(
            lake, ConfusionHistory.of(lake, asOf), Set.of(TestLake.AGENCY), asOf);
    MatchGroup group = MatchGroup.of(List.of(scope)).get(0);
    Lake serving =
        Lake.at(lake.spark().newSession(), folder.toString(), Contracts.load()).serving("criminal");
    Map<String, MatchCounts> spelled =
        RetainedMatch.run(serving, group, List.of(), known::get, asOf);
    String hits = Rows.text(lake.read(Table.HITS));
    Map<String, MatchCounts> through =
        RetainedMatch.run(serving, group, List.of(), known::get, asOf, 0);
    assertEquals(hits, Rows.text(lake.read(Table.HITS)));
    assertEquals(spelled, through);
    assertEquals(3, lake.read(Table.HITS).count(), "reads 1, 2 and 9");
    assertEquals(
        4, spelled.get(TestLake.AGENCY).get(MatchCount.READS), "of the agency and the window");
  }

  private CliRun retained(String... options) {
    List<String> command = new ArrayList<>(List.of("match", "--retained"));
    command.addAll(List.of(options));
    return CliRun.at(folder, "2026-06-02T06:00:00Z", command.toArray(String[]::new));
  }

  private CliRun match(String asOf, String window) {
    return CliRun.at(folder, asOf, "--json", "match", "--window", window);
  }
}
