package io.platelake.lake.proof;

import io.platelake.lake.TestSpark;
import io.platelake.lake.wall.Declaration;
import io.platelake.lake.wall.Declarations;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/** The writer that the verifier is tried against: one Spark session for the package. */
public final class ProofSession {
  private static final SparkSession SPARK = start();

  private ProofSession() {}

  static void sql(String statement) {
    SPARK.sql(statement);
  }

  public static SparkSession spark() {
    return SPARK;
  }

  /** The file system as a job gets it: the one that hides checksum files. */
  public static FileSystem files() {
    try {
      return FileSystem.getLocal(new Configuration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SparkSession start() {
    // A session of its own, so that these settings reach no other test on the same context.
    SparkSession own = Declarations.session(TestSpark.session(), Declaration.on(Duty.RETENTION));
    own.conf().set("spark.sql.shuffle.partitions", "1");
    own.conf().set("spark.databricks.delta.snapshotPartitions", "1");
    own.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    own.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    // A handful of rows a table: compiling plans and logging VACUUM would be most of the time.
    own.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
    own.conf().set("spark.sql.codegen.wholeStage", "false");
    own.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    own.conf().set("spark.sql.session.timeZone", "UTC");
    own.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    own.conf().set("spark.sql.parquet.compression.codec", "zstd");
    return own;
  }
}
