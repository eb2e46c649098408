package io.platelake.lake.session;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Spark settings that protect plates or the proof of their deletion. They are the same in every
 * session, whatever a settings file says.
 */
public final class Guards {
  private static final Map<String, String> FIXED =
      new TreeMap<>(
          Map.of(
              "spark.io.encryption.enabled", "true",
              "spark.eventLog.enabled", "false",
              "spark.speculation", "false",
              "spark.hadoop.fs.permissions.umask-mode", "077",
              "spark.databricks.delta.vacuum.lite.enabled", "false",
              "spark.databricks.delta.retentionDurationCheck.enabled", "true",
              "spark.databricks.delta.commit.idempotencyCheck.enabled", "true",
              "spark.databricks.delta.checkpoint.exceptionThrowing.enabled", "true"));

  /** On a cluster: who talks to whom is checked, and what they say cannot be read on the wire. */
  private static final Map<String, String> OF_CLUSTER =
      Map.of("spark.authenticate", "true", "spark.network.crypto.enabled", "true");

  /** Settings that name code of somebody else, which would see every plan. */
  private static final String LISTENERS =
      "spark\\.(extraListeners|sql\\.(queryExecution|streaming\\.streamingQuery)Listeners|plugins)";

  /** The setting that puts the purpose wall into a session. */
  private static final String EXTENSIONS = "spark.sql.extensions";

  private Guards() {}

  /** A setting that would switch a guard off; empty where none does. */
  public static Optional<String> findSwitchedOff(Properties settings) {
    return settings.stringPropertyNames().stream()
        .sorted()
        .filter(
            name ->
                name.matches(LISTENERS)
                    || name.equals(EXTENSIONS)
                    || isOther(FIXED, name, settings)
                    || isOther(OF_CLUSTER, name, settings))
        .findFirst();
  }

  private static boolean isOther(Map<String, String> guards, String name, Properties settings) {
    return guards.containsKey(name) && !guards.get(name).equals(settings.getProperty(name).trim());
  }

  static Map<String, String> fixed() {
    return FIXED;
  }

  static Map<String, String> ofCluster() {
    return OF_CLUSTER;
  }
}
