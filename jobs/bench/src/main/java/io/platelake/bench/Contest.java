package io.platelake.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A job and a peer that do the same work on the same input. */
interface Contest {
  /** Name of the work. */
  String work();

  /** Name of the peer. */
  String peer();

  /** Makes the input, which is not measured, and says how many bytes it has. */
  long prepare(SparkSession spark, Path folder, long reads) throws IOException;

  /** Does the work our way; a folder of its own for each run. */
  void ours(SparkSession spark, Path run) throws IOException;

  /** Does it the peer's way. */
  void peer(SparkSession spark, Path run) throws IOException;
}
