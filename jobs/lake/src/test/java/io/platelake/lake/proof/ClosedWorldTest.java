package io.platelake.lake.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.proof.files.FileClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("lake")
class ClosedWorldTest {
  private static final WorldRules RULES =
      WorldRules.none()
          .withExpired(List.of(Erased.EXPIRED))
          .withCutOffs(CutOff.forPurpose("parking", Erased.CUT_OFF))
          .withForbiddenStatistics("plate", "plate_key")
          .withPredicateColumns("purpose", "date");
  private static final String DAY = "purpose=parking/date=2026-10-20";
  private static final String EXPIRED_DAY = "purpose=parking/date=2026-10-01";

  @TempDir Path folder;

  private static WorldReport audit(ReadsFixture table, WorldRules rules) throws IOException {
    return ClosedWorld.audit(ProofSession.files(), table.path(), rules);
  }

  private ReadsFixture copy(ReadsFixture table) throws IOException {
    return table.copyTo(folder.resolve("t"));
  }

  private static List<String> findings(WorldReport report) {
    return report.findings().stream()
        .map(found -> found.kind() + " " + found.path() + ": " + found.detail())
        .toList();
  }

  @Test
  void shouldFindNothingInAnErasedTable() throws IOException {
    WorldReport report = audit(Erased.careful(), RULES);

    assertEquals(List.of(), findings(report));
    assertTrue(report.clean());
    try (Stream<Path> files = Files.walk(Erased.careful().root())) {
      assertEquals(
          files.filter(Files::isRegularFile).count(),
          report.files().values().stream().mapToLong(WorldReport.Tally::files).sum());
    }
    assertEquals(
        Erased.careful().dataFiles(DAY).size(), report.files().get(FileClass.LIVE).files());
    assertEquals(0, report.files().get(FileClass.FOREIGN).files());
    assertEquals(3, report.version());
  }

  @Test
  void shouldReportTheSameForTheSameBytesAndAnotherDigestForOthers() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    WorldReport first = audit(Erased.careful(), RULES);

    assertEquals(first, audit(table, RULES));
    Plant.text(table.root().resolve("more"), "");
    assertNotEquals(first.listingSha256(), audit(table, RULES).listingSha256());
  }

  @Test
  void shouldFindAnOrphan() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    Path live = table.root().resolve(table.dataFiles(DAY).get(0));
    Files.copy(live, live.resolveSibling("part-7.parquet"));

    assertEquals(
        List.of("ORPHAN " + DAY + "/part-7.parquet: data file not in the log"),
        findings(audit(table, RULES)));
  }

  @Test
  void shouldFindARemovedFileThatIsStillThereAndThePartitionItIsIn() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    String removed = Erased.before(Erased.careful()).dataFiles(EXPIRED_DAY).get(0);
    Files.createDirectories(table.root().resolve(EXPIRED_DAY));
    Files.copy(
        Erased.before(Erased.careful()).root().resolve(removed), table.root().resolve(removed));

    Set<Finding.Kind> kinds = new TreeSet<>();
    audit(table, RULES.withTombstonesFrom(Instant.EPOCH))
        .findings()
        .forEach(found -> kinds.add(found.kind()));
    assertEquals(
        Set.of(Finding.Kind.TOMBSTONED, Finding.Kind.EXPIRED_PARTITION, Finding.Kind.OVERSTAYED),
        kinds);
  }

  @Test
  void shouldTolerateYoungTombstonesOutsideExpiredPartitionsWhenTold() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    String removed = Erased.before(Erased.careful()).dataFiles(EXPIRED_DAY).get(0);
    Files.createDirectories(table.root().resolve(EXPIRED_DAY));
    Files.copy(
        Erased.before(Erased.careful()).root().resolve(removed), table.root().resolve(removed));
    WorldRules none = WorldRules.none().withPredicateColumns("purpose", "date");

    assertTrue(audit(table, none.withTombstonesFrom(Instant.EPOCH)).clean());
    assertEquals(
        List.of(Finding.Kind.TOMBSTONED),
        audit(table, none.withTombstonesFrom(Instant.parse("2999-01-01T00:00:00Z")))
            .findings()
            .stream()
            .map(Finding::kind)
            .toList());
  }

  @Test
  void shouldFindAnExpiredPartitionLeftBehind() throws IOException {
    ReadsFixture before = Erased.before(Erased.careful());
    int files = before.dataFiles(EXPIRED_DAY).size();

    List<String> findings = findings(audit(before, RULES));

    assertTrue(
        findings.contains(
            "EXPIRED_PARTITION "
                + EXPIRED_DAY
                + ": files left: "
                + 2 * files
                + ", folders left: 1, live entries left: "
                + files),
        findings::toString);
  }

  @Test
  void shouldFindTheEmptyFolderOfAnExpiredPartition() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    Files.createDirectories(table.root().resolve(EXPIRED_DAY));

    assertEquals(
        List.of("EXPIRED_PARTITION " + EXPIRED_DAY + ": folders left: 1"),
        findings(audit(table, RULES)));
  }

  @ParameterizedTest
  @CsvSource({
    "parking, , 2026-10-20T03:04:05Z, ",
    "parking, , 2026-10-20T03:04:06Z, OVERSTAYED",
    "parking, city-2, 2026-10-20T03:04:05Z, ",
    "parking, city-2, 2026-10-20T03:04:06Z, OVERSTAYED",
    "parking, city-1, 2026-10-20T03:04:05Z, UNRULED",
    "traffic, , 2026-10-20T03:04:05Z, UNRULED",
  })
  void shouldHoldTheOldestRowAgainstTheCutOff(
      String purpose, String agency, Instant notBefore, Finding.Kind expected) throws IOException {
    CutOff cutOff = new CutOff(Optional.ofNullable(agency), purpose, notBefore);

    Set<Finding.Kind> kinds = new TreeSet<>();
    audit(Erased.careful(), RULES.withCutOffs(cutOff))
        .findings()
        .forEach(found -> kinds.add(found.kind()));
    assertEquals(expected == null ? Set.of() : Set.of(expected), kinds);
  }

  @Test
  void shouldFindStatisticsThatLeakInEveryKindOfLogFile() throws IOException {
    List<String> findings = findings(audit(Erased.careless(), RULES));

    for (String expected :
        List.of(
            "00000000000000000001.json: column plate in add.stats.minValues",
            "00000000000000000001.crc: column plate_key in allFiles.stats.maxValues",
            "00000000000000000002.checkpoint.parquet: column plate in add.stats.nullCount",
            "00000000000000000002.checkpoint.parquet: column plate in"
                + " add.stats_parsed.minValues")) {
      assertTrue(findings.contains("LEAKED_STATS _delta_log/" + expected), findings::toString);
    }
    assertFalse(findings.toString().contains(Erased.KEPT.get(0).plate()));
  }

  @ParameterizedTest
  @CsvSource({
    "notes.txt, 0",
    ".hidden, 0",
    "_tmp/part-0.csv, 0",
    "_SUCCESS, 1",
    "_delta_log/.00000000000000000001.crc.77.tmp, 9",
    "_delta_log/_sidecars/x.parquet, 9",
    "_delta_log/part-1.parquet, 9",
    "purpose=parking/.gone.parquet.crc, 12",
    "_delta_log/.00000000000000000001.json.crc, 900",
  })
  void shouldFindAFileThatHasNoBusinessThere(String path, int size) throws IOException {
    ReadsFixture table = copy(Erased.careful());
    Plant.write(table.root().resolve(path), new byte[size]);

    assertEquals(
        List.of("FOREIGN " + path + ": file of no known kind"), findings(audit(table, RULES)));
  }

  @Test
  void shouldAcceptAnEmptySuccessMarkerAndFindAFolderOfNoKind() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    Plant.text(table.root().resolve("_SUCCESS"), "");
    Files.createDirectories(table.root().resolve("old"));

    assertEquals(List.of("FOREIGN old: folder of no known kind"), findings(audit(table, RULES)));
  }

  @Test
  void shouldFindALiveFileThatIsGoneOrChanged() throws IOException {
    ReadsFixture table = copy(Erased.careful());
    List<String> live = table.dataFiles(DAY);
    Files.delete(table.root().resolve(live.get(0)));
    Plant.line(table.root().resolve(live.get(1)), "");

    assertEquals(
        List.of(live.get(0), live.get(1)),
        audit(table, RULES).findings().stream()
            .filter(found -> found.kind() == Finding.Kind.MISSING)
            .map(Finding::path)
            .toList());
  }
}
