package io.platelake.lake.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardsTest {
  @ParameterizedTest
  @CsvSource({
    "spark.eventLog.enabled, true, true",
    "spark.eventLog.enabled, false, false",
    "spark.io.encryption.enabled, FALSE, true",
    "spark.speculation, true, true",
    "spark.authenticate, false, true",
    "spark.network.crypto.enabled, false, true",
    "spark.databricks.delta.retentionDurationCheck.enabled, false, true",
    "spark.sql.extensions, io.delta.sql.DeltaSparkSessionExtension, true",
    "spark.extraListeners, com.example.Listener, true",
    "spark.sql.queryExecutionListeners, com.example.Listener, true",
    "spark.sql.shuffle.partitions, 8, false",
    "spark.sql.codegen.wholeStage, false, false",
  })
  void shouldFindASettingThatSwitchesAGuardOff(String name, String value, boolean found) {
    Properties settings = new Properties();
    settings.setProperty(name, value);
    assertEquals(found ? Optional.of(name) : Optional.empty(), Guards.findSwitchedOff(settings));
  }
}
