package io.platelake.lake.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterCoresTest {
  private static final Duration STEP = Duration.ofMillis(1);

  @ParameterizedTest
  @CsvSource({
    "0 0 16, 16, 16",
    "0 16 32 48 48 48 48 48 64, 1000, 48",
    "1 1 1 2, 2, 2",
    "0 4 4 4 4 4, 8, 4"
  })
  void shouldWaitUntilNoMoreCome(String arrivals, int wanted, int expected) {
    assertEquals(expected, await(arrivals, wanted));
  }

  @Test
  void shouldFailWhereNoExecutorComes() {
    assertThrows(NoExecutors.class, () -> await("0", 2));
  }

  /** Cores at each look; the last one stays. */
  private static int await(String arrivals, int wanted) {
    Iterator<String> looks = Arrays.asList(arrivals.split(" ")).iterator();
    int[] last = {0};
    return ClusterCores.await(
        () -> last[0] = looks.hasNext() ? Integer.parseInt(looks.next()) : last[0],
        wanted,
        Duration.ofMillis(50),
        Duration.ofMillis(3),
        STEP);
  }
}
