package io.platelake.lake.session;

import io.platelake.lake.session.disk.LocalDiskContext;
import io.platelake.lake.session.disk.LocalDiskFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Spark, configured in one place: {@code deploy/spark-defaults.conf}, packaged with this module.
 *
 * <p>What depends on the machine or the cluster is set here: shuffles and Delta's own jobs are
 * sized to the cores that are really there.
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
    conf.setIfMissing("spark.ui.enabled", "false");
    if (embedded) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // Executors of a cluster ask for files before they have our classes.
      conf.setIfMissing("spark.hadoop.fs.file.impl", LocalDiskFileSystem.class.getName());
      conf.setIfMissing(
          "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalDiskContext.class.getName());
    }
    overrides.forEach((k, v) -> conf.set((String) k, (String) v));
    Guards.fixed().forEach(conf::set);
    if (!embedded) {
      ofCluster(conf);
    }
    SparkContext context = SparkContext.getOrCreate(conf);
    int cores = embedded ? Runtime.getRuntime().availableProcessors() : ClusterCores.await(context);
    CoreSettings.of(cores, embedded)
        .forEach(
            (k, v) -> {
              conf.setIfMissing(k, v);
              // A session that is made later takes its settings from the context.
              context.conf().setIfMissing(k, v);
            });
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Executors have no log settings of ours, and whoever sees the network must see no plates. */
  private static void ofCluster(SparkConf conf) {
    Guards.ofCluster().forEach(conf::set);
    // A worker hands the secret to a driver that it starts in the environment, and not as a
    // setting.
    String secret = System.getenv("_SPARK_AUTH_SECRET");
    if (secret != null) {
      conf.setIfMissing("spark.authenticate.secret", secret);
    }
    String level = System.getProperty("platelake.log.level", "error");
    conf.setIfMissing("spark.log.level", level.toUpperCase(Locale.ROOT));
    conf.setIfMissing("spark.executor.syncLogLevel.enabled", "true");
    if (conf.get("spark.ui.filters", "").isBlank()) {
      conf.set("spark.ui.enabled", "false");
    }
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
