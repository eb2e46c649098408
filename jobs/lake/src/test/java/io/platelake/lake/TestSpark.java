package io.platelake.lake;

import io.platelake.lake.session.SparkSessions;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test run, with the product's own settings on two cores. */
public final class TestSpark {
  private static SparkSession session;

  private TestSpark() {}

  public static synchronized SparkSession session() {
    if (session == null) {
      Properties small = new Properties();
      small.setProperty("spark.master", "local[2]");
      small.setProperty("spark.sql.shuffle.partitions", "1");
      small.setProperty("spark.databricks.delta.snapshotPartitions", "1");
      small.setProperty("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
      // Compiling a plan costs more than running it on a few rows.
      small.setProperty("spark.sql.codegen.wholeStage", "false");
      small.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
      session = SparkSessions.start("tests", small);
    }
    return session;
  }
}
