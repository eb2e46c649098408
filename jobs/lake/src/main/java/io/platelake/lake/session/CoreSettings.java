package io.platelake.lake.session;

import java.util.Map;

/**
 * Settings that follow the cores. The defaults of Delta and Spark are made for clusters (50
 * snapshot partitions, 10,000 listing tasks, 200 shuffle partitions) and cost minutes on two cores.
 */
final class CoreSettings {
  /** Delta's own default: the state of a table gains nothing from more. */
  private static final int MOST_SNAPSHOT_PARTITIONS = 50;

  private CoreSettings() {}

  /**
   * @param cores cores of all executors
   * @param embedded whether one process holds them, so that no task waits for a slow machine
   */
  static Map<String, String> of(int cores, boolean embedded) {
    return Map.of(
        "spark.sql.shuffle.partitions",
        Integer.toString(embedded ? cores : 2 * cores),
        "spark.databricks.delta.snapshotPartitions",
        Integer.toString(Math.min(cores, embedded ? 8 : MOST_SNAPSHOT_PARTITIONS)),
        "spark.sql.sources.parallelPartitionDiscovery.parallelism",
        Integer.toString(2 * cores));
  }
}
