package io.platelake.city.department;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.detect.ScreenResult;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SearchParts;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorQualityTest {
  private static final Path SCHEMAS = Path.of("../../schemas");
  private static Policy policy;
  private static GeneratedYear year;
  private static ScreenResult result;
  private static Map<Detector, DetectorQuality> quality;

  @BeforeAll
  static void screen() throws IOException {
    policy = DetectorsPage.policy(SCHEMAS);
    year = DepartmentYear.generate(DetectorsPage.SEED);
    result = DetectorsPage.screen(policy, year);
    quality =
        DetectorQuality.of(year, result).stream()
            .collect(Collectors.toMap(DetectorQuality::detector, Function.identity()));
  }

  @Test
  void shouldKeepThePageOfTheDetectors() throws IOException {
    assertEquals(
        Files.readString(SCHEMAS.resolve("DETECTORS.md")),
        DetectorsPage.page(policy, year, result),
        "run make schemas");
  }

  /** Accounts that are compared with others are in other parts. */
  @Test
  void shouldFindTheSameInALogOfManyParts() {
    Map<Integer, List<ScreenedSearch>> parts =
        year.log().stream()
            .collect(
                Collectors.groupingBy(
                    search -> Math.floorMod(search.account().text().hashCode(), 7)));
    ScreenResult parted =
        DetectorsPage.screening(policy, year)
            .screen(
                new SearchParts() {
                  @Override
                  public int count() {
                    return 7;
                  }

                  @Override
                  public List<ScreenedSearch> part(int number) {
                    return parts.getOrDefault(number, List.of());
                  }
                });
    assertEquals(result, parted);
    assertEquals(result.labels().size(), result.labelled());
  }

  @Test
  void shouldPlantMisuseOfEveryKindThatALogOfSearchesShows() {
    assertEquals(EnumSet.complementOf(EnumSet.of(Detector.CHANGED_SHARING)), quality.keySet());
  }

  /** Most of what is planted is found; words that are misspelt and careful people are not. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGED_SHARING")
  void shouldFindMostOfWhatIsPlanted(Detector detector) {
    assertTrue(quality.get(detector).recall() >= 0.7, quality.get(detector).toString());
  }

  /** A reviewer must not drown: at most 30 false alarms of a detector in 10,000 searches. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGED_SHARING")
  void shouldNotDrownTheReviewer(Detector detector) {
    assertTrue(
        quality.get(detector).falseAlarmsPerTenThousand() <= 30, quality.get(detector).toString());
  }

  /** Police, notice, office, black ice: letters are not a word, and a word is not a reason. */
  @Test
  void shouldNotAlarmAtLettersWithinWords() {
    assertTrue(DetectorsPage.lookAlikes(year, result, false) > 10_000);
    assertEquals(0, DetectorsPage.lookAlikes(year, result, true));
  }

  @Test
  void shouldGenerateTheSameYearFromTheSameSeed() {
    assertEquals(year.log(), DepartmentYear.generate(DetectorsPage.SEED).log());
  }
}
