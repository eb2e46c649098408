package io.platelake.lake.session;

import io.platelake.lake.session.disk.LocalDiskContext;
import io.platelake.lake.session.disk.LocalDiskFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Spark, configured in one place: {@code deploy/spark-defaults.conf}, packaged with this module.
 *
 * <p>What depends on the machine is set here: Delta's own jobs and shuffles are sized to the cores,
 * because its defaults (50 snapshot partitions, 10,000 listing tasks) cost minutes on two cores.
 */
public final class SparkSessions {
  private static final String DEFAULTS = "/spark-defaults.conf";

  private SparkSessions() {}

  /**
   * A session: on the master that {@code spark-submit} chose, otherwise embedded on all cores.
   *
   * @param overrides settings that win over the defaults, for instance from {@code --conf}
   */
  public static SparkSession start(String name, Properties overrides) {
    SparkConf conf =
        new SparkConf(true)
            .setAppName("platelake " + name)
            .setIfMissing("spark.master", "local[*]");
    defaults().forEach((k, v) -> conf.setIfMissing((String) k, (String) v));
    boolean embedded = conf.get("spark.master").startsWith("local");
    int cores =
        embedded ? Runtime.getRuntime().availableProcessors() : conf.getInt("spark.cores.max", 16);
    conf.setIfMissing(
        "spark.sql.shuffle.partitions", Integer.toString(embedded ? cores : 2 * cores));
    conf.setIfMissing(
        "spark.databricks.delta.snapshotPartitions", Integer.toString(Math.min(cores, 8)));
    conf.setIfMissing(
        "spark.sql.sources.parallelPartitionDiscovery.parallelism", Integer.toString(2 * cores));
    if (embedded) {
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // Executors of a cluster ask for files before they have our classes.
      conf.setIfMissing("spark.hadoop.fs.file.impl", LocalDiskFileSystem.class.getName());
      conf.setIfMissing(
          "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalDiskContext.class.getName());
    }
    overrides.forEach((k, v) -> conf.set((String) k, (String) v));
    Guards.fixed().forEach(conf::set);
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private static Properties defaults() {
    Properties properties = new Properties();
    try (InputStream in = SparkSessions.class.getResourceAsStream(DEFAULTS)) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(DEFAULTS, e);
    }
  }
}
