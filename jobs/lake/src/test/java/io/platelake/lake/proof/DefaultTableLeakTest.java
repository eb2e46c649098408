package io.platelake.lake.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.proof.needle.NeedleHit;
import io.platelake.lake.proof.needle.NeedleScanner;
import io.platelake.lake.proof.needle.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof of the scanner: it finds what Delta's defaults leave behind, and only there. */
@Tag("lake")
class DefaultTableLeakTest {

  private static ScanReport scan(ReadsFixture table) throws IOException {
    return NeedleScanner.scan(ProofSession.files(), table.path(), Erased.NEEDLES);
  }

  @Test
  void shouldFindEveryNeedleInTheDataBeforeTheDeletion() throws IOException {
    for (ReadsFixture table : List.of(Erased.careful(), Erased.careless())) {
      Set<Integer> inData =
          scan(Erased.before(table)).hits().stream()
              .filter(hit -> hit.path().startsWith("purpose=parking/date=2026-10-01/"))
              .filter(hit -> hit.where().matches("column plate(_key)?( \\(number\\))?"))
              .map(NeedleHit::needle)
              .collect(Collectors.toSet());
      assertEquals(
          IntStream.range(0, Erased.NEEDLES.size()).boxed().collect(Collectors.toSet()), inData);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00000000000000000001.json, field add.stats.minValues.plate",
    "00000000000000000001.json, field add.stats.maxValues.plate",
    "00000000000000000001.json, field add.stats.minValues.plate_key (number)",
    "00000000000000000001.crc, field allFiles.stats.minValues.plate",
    "00000000000000000002.crc, field allFiles.stats.minValues.plate_key (number)",
    "00000000000000000002.checkpoint.parquet, column add.stats",
    "00000000000000000002.checkpoint.parquet, column add.stats_parsed.minValues.plate",
    "00000000000000000002.checkpoint.parquet, column add.stats_parsed.maxValues.plate_key (number)",
  })
  void shouldFindErasedReadsInTheLogOfATableWithDefaults(String file, String where)
      throws IOException {
    List<NeedleHit> hits = scan(Erased.careless()).hits();

    assertTrue(
        hits.stream()
            .anyMatch(hit -> hit.path().equals("_delta_log/" + file) && hit.where().equals(where)),
        () -> String.join("\n", hits.stream().map(NeedleHit::toString).toList()));
  }

  @Test
  void shouldFindNothingInTheLogWithAnAllowListForStatistics() throws IOException {
    ScanReport report = scan(Erased.careful());

    assertEquals(List.of(), report.hits());
    assertEquals(List.of(), report.unread());
    assertTrue(report.files() > 10, "files walked: " + report.files());
  }

  @Test
  void shouldNeverRepeatANeedle() throws IOException {
    String report = scan(Erased.careless()).toString() + Erased.NEEDLES;

    Stream.of("ZZQ7VN4XKR2M", "6203948571120334411")
        .forEach(needle -> assertFalse(report.contains(needle)));
  }
}
