package io.platelake.bench.contest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A job and the peers that do the same work on the same input. */
public interface Contest {
  /** Another way to do the work. */
  record Peer(String name, Run run) {}

  /** One run of a peer; a folder of its own for each. */
  @FunctionalInterface
  interface Run {
    void in(SparkSession spark, Path folder) throws IOException;
  }

  /** Name of the work. */
  String work();

  /** The peer that does the same work. */
  List<Peer> peers();

  /** Makes the input, which is not measured, and says how many bytes it has. */
  long prepare(SparkSession spark, Path folder, long reads) throws IOException;

  /** Makes what one run starts from, which is not measured. */
  void open(SparkSession spark, Path run) throws IOException;

  /** Does the work our way; a folder of its own for each run. */
  void ours(SparkSession spark, Path run) throws IOException;

  /** Bytes on disk that one read costs after our run; 0 where the work stores none. */
  double bytesPerRead(Path run, long reads) throws IOException;
}
