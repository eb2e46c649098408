package io.platelake.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditSampleTest {
  private static Map<String, String> population(int size) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      ids.put("s-" + i, i % 10 == 0 ? "night" : i % 10 < 4 ? "patrol" : "detectives");
    }
    return ids;
  }

  @Test
  void shouldDrawTheSameFromTheSameSeedInWhateverOrder() {
    Map<String, String> ids = population(5_000);
    List<String> shuffled = new ArrayList<>(ids.keySet());
    Collections.shuffle(shuffled, new Random(7));
    Map<String, String> other = new LinkedHashMap<>();
    shuffled.forEach(id -> other.put(id, ids.get(id)));

    assertEquals(
        AuditSample.draw(ids, "2026-06", 25, false), AuditSample.draw(other, "2026-06", 25, false));
    assertNotEquals(
        AuditSample.draw(ids, "2026-06", 25, false).items(),
        AuditSample.draw(ids, "2026-07", 25, false).items());
  }

  @Test
  void shouldDrawEachIdAboutAsOften() {
    Map<String, String> ids = population(100);
    Map<String, Integer> drawn = new HashMap<>();
    for (int seed = 0; seed < 2_000; seed++) {
      AuditSample.draw(ids, "seed " + seed, 10, false)
          .items()
          .forEach(item -> drawn.merge(item.id(), 1, Integer::sum));
    }
    assertEquals(100, drawn.size());
    // 200 draws of each are expected; five standard deviations are 67.
    drawn.forEach((id, n) -> assertEquals(200, n, 67, id));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 10, 10, 1, 3, 6",
    "1000, 25, 25, 3, 7, 15",
    "1000,  2,  3, 1, 1, 1",
    "   5, 10,  5, 1, 3, 1",
  })
  void shouldGiveEveryStratumItsShare(
      int population, int size, int drawn, int night, int patrol, int detectives) {
    AuditSample sample = AuditSample.draw(population(population), "s", size, true);
    assertEquals(drawn, sample.items().size());
    assertEquals(night, sample.strata().get("night").drawn());
    assertEquals(patrol, sample.strata().get("patrol").drawn());
    assertEquals(detectives, sample.strata().get("detectives").drawn());
    assertEquals(drawn, new HashSet<>(sample.items()).size());
  }

  @Test
  void shouldTakeASmallPopulationWhole() {
    AuditSample sample = AuditSample.draw(population(3), "s", 10, false);
    assertEquals(3, sample.items().size());
    assertTrue(AuditSample.draw(Map.of(), "s", 10, true).items().isEmpty());
  }

  /** The digest says whether a later draw is from the same population. */
  @Test
  void shouldNoticeAnotherPopulation() {
    Map<String, String> less = population(100);
    less.remove("s-17");
    assertNotEquals(
        AuditSample.draw(population(100), "s", 10, false).digest(),
        AuditSample.draw(less, "s", 10, false).digest());
  }
}
