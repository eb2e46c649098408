package io.platelake.lake.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "2, true, 2, 2",
    "16, true, 16, 8",
    "2, false, 4, 2",
    "16, false, 32, 16",
    "320, false, 640, 50",
  })
  void shouldFollowTheCores(int cores, boolean embedded, String shuffles, String snapshots) {
    Map<String, String> sizes = CoreSettings.of(cores, embedded);
    assertEquals(shuffles, sizes.get("spark.sql.shuffle.partitions"));
    assertEquals(snapshots, sizes.get("spark.databricks.delta.snapshotPartitions"));
  }
}
