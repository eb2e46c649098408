package io.platelake.lake.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.proof.covered.LakeCoverage;
import io.platelake.lake.proof.covered.TableCoverage;
import io.platelake.lake.proof.covered.TableReading;
import io.platelake.lake.proof.covered.TimesReader;
import io.platelake.lake.proof.files.FileClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verification carries readings of files that nobody touched, and never a verdict. */
@Tag("lake")
class CoverageTest {
  private static final String DAY = "purpose=parking/date=2026-10-20";
  private static final Instant NIGHT = Instant.parse("2026-10-21T02:00:00Z");
  private static final WorldRules RULES = rules(Erased.CUT_OFF);

  @TempDir Path folder;
  private final List<String> read = new ArrayList<>();

  private static WorldRules rules(Instant cutOff) {
    return WorldRules.none()
        .withExpired(List.of(Erased.EXPIRED))
        .withCutOffs(CutOff.forAgency("city-2", "parking", cutOff))
        .withForbiddenStatistics("plate", "plate_key")
        .withPredicateColumns("purpose", "date");
  }

  private WorldReport audit(ReadsFixture table, WorldRules rules, TableCoverage known, Instant now)
      throws IOException {
    TimesReader noted =
        (root, asked) -> {
          asked.keySet().forEach(file -> read.add(file.path()));
          return TimesReader.here().read(root, asked);
        };
    return ClosedWorld.audit(
        ProofSession.files(), table.path(), rules, new TableReading(known, now, noted));
  }

  private ReadsFixture copy() throws IOException {
    return Erased.careful().copyTo(folder.resolve("t"));
  }

  @Test
  void shouldReadNothingTwice() throws IOException {
    ReadsFixture table = copy();
    WorldReport first = audit(table, RULES, TableCoverage.none(), NIGHT);
    assertTrue(first.clean(), first.findings().toString());
    assertEquals(table.dataFiles(DAY), read);
    assertEquals(0, first.readings().carried());
    read.clear();

    WorldReport second =
        audit(table, RULES, first.readings().covered(), NIGHT.plus(Duration.ofHours(1)));

    assertEquals(List.of(), read);
    assertEquals(0, second.readings().read());
    assertEquals(first.readings().read(), second.readings().carried());
    assertEquals(first.files(), second.files(), "every file is listed and classed all the same");
    assertEquals(first.listingSha256(), second.listingSha256());
  }

  @Test
  void shouldHoldCarriedTimesAgainstTheCutOffOfTheNight() throws IOException {
    ReadsFixture table = copy();
    TableCoverage known = audit(table, RULES, TableCoverage.none(), NIGHT).readings().covered();
    read.clear();

    WorldReport later = audit(table, rules(Erased.CUT_OFF.plus(Duration.ofHours(6))), known, NIGHT);

    assertEquals(List.of(), read);
    assertFalse(later.findings().isEmpty());
    later.findings().forEach(f -> assertEquals(Finding.Kind.OVERSTAYED, f.kind()));
  }

  @Test
  void shouldReadWhatWasTouchedOrIsNew() throws IOException {
    ReadsFixture table = copy();
    TableCoverage known = audit(table, RULES, TableCoverage.none(), NIGHT).readings().covered();
    read.clear();
    String touched = table.dataFiles(DAY).get(0);
    Files.setLastModifiedTime(table.root().resolve(touched), FileTime.from(Instant.EPOCH));
    Path log = table.root().resolve(table.commit(1));
    Files.setLastModifiedTime(log, FileTime.from(Instant.EPOCH));

    WorldReport second = audit(table, RULES, known, NIGHT);

    assertEquals(List.of(touched), read);
    assertEquals(2, second.readings().read());
    assertEquals(1, second.readings().again());
  }

  @Test
  void shouldReadALogAgainUnderOtherRules() throws IOException {
    ReadsFixture table = copy();
    TableCoverage known = audit(table, RULES, TableCoverage.none(), NIGHT).readings().covered();

    WorldReport stricter = audit(table, RULES.withForbiddenStatistics("agency_id"), known, NIGHT);

    assertTrue(
        stricter.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.LEAKED_STATS),
        stricter.findings().toString());
  }

  /** Somebody puts other rows under the same name, size and time of change. */
  @Test
  void shouldFindAReplacedFileWithinAWeek() throws IOException {
    ReadsFixture table = copy();
    String name = table.dataFiles(DAY).get(0);
    Path file = table.root().resolve(name);
    TableCoverage known = audit(table, RULES, TableCoverage.none(), NIGHT).readings().covered();
    FileTime before = Files.getLastModifiedTime(file);
    List<String> all = table.dataFiles(DAY);
    Path other = table.root().resolve(all.get(all.size() - 1));
    assertFalse(other.equals(file));
    byte[] bytes = Files.readAllBytes(other);
    Files.write(file, Arrays.copyOf(bytes, Math.toIntExact(Files.size(file))));
    Files.setLastModifiedTime(file, before);

    assertTrue(audit(table, RULES, known, NIGHT).clean(), "the reading of the night still counts");
    WorldReport late = audit(table, RULES, known, NIGHT.plus(Duration.ofDays(7)));
    assertTrue(
        late.findings().stream()
            .anyMatch(f -> f.kind() == Finding.Kind.CHANGED && f.path().equals(name)),
        late.findings().toString());
  }

  @Test
  void shouldComeBackFromItsText() throws IOException {
    ReadsFixture table = copy();
    TableCoverage known = audit(table, RULES, TableCoverage.none(), NIGHT).readings().covered();
    TreeMap<String, TableCoverage> tables = new TreeMap<>();
    tables.put("reads", known);
    LakeCoverage coverage = new LakeCoverage(tables);

    assertEquals(Optional.of(coverage), LakeCoverage.parse(coverage.text()));
    assertEquals(Optional.of(NIGHT), coverage.oldestReading());
    assertEquals(table.dataFiles(DAY).size(), coverage.of("reads").data().size());
    assertEquals(LakeCoverage.none(), LakeCoverage.parse(LakeCoverage.none().text()).orElseThrow());
    assertEquals(Optional.empty(), LakeCoverage.parse(""));
    assertEquals(Optional.empty(), LakeCoverage.parse("{\"format\":2}\n"));
    assertEquals(
        Optional.empty(),
        LakeCoverage.parse(coverage.text().replace("\"read_at\":\"2026", "\"read_at\":\"then")));
  }

  @Test
  void shouldNeverCarryAFileThatGaveNoAnswer() throws IOException {
    ReadsFixture table = copy();
    Path file = table.root().resolve(table.dataFiles(DAY).get(0));
    Files.copy(
        new ByteArrayInputStream(new byte[Math.toIntExact(Files.size(file))]),
        file,
        StandardCopyOption.REPLACE_EXISTING);
    WorldReport first = audit(table, RULES, TableCoverage.none(), NIGHT);
    WorldReport second = audit(table, RULES, first.readings().covered(), NIGHT);

    assertEquals(Finding.Kind.UNDATED, first.findings().get(0).kind());
    assertEquals(first.findings(), second.findings());
    assertEquals(2, first.files().get(FileClass.LIVE).files());
  }
}
