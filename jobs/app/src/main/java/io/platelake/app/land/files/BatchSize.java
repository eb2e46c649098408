package io.platelake.app.land.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How much lands together: what the executors can hold between parsing and writing, however much
 * there is to land.
 */
public final class BatchSize {
  /**
   * Rows take a third of their raw text, and half of the storage: parsing and writing need some.
   */
  private static final double OF_STORAGE = 1.5;

  private BatchSize() {}

  /** Bytes of raw text whose rows the executors can hold. */
  public static long of(SparkSession spark) {
    List<Long> storages =
        CollectionConverters.asJava(spark.sparkContext().getExecutorMemoryStatus())
            .values()
            .stream()
            .map(memory -> (Long) memory._1())
            .toList();
    long all = storages.stream().mapToLong(Long::longValue).sum();
    // The driver of a cluster is among them, and holds no rows.
    long driver =
        storages.size() == 1 ? 0 : SparkEnv.get().memoryManager().maxOnHeapStorageMemory();
    return (long) (OF_STORAGE * Math.max(all - driver, all / storages.size()));
  }

  /**
   * Files in groups of this size, in the order of their paths, which is mostly that of their time.
   * A larger file is a group of its own.
   */
  static List<List<RawFile>> cut(List<RawFile> files, long size) {
    List<List<RawFile>> groups = new ArrayList<>();
    long room = 0;
    for (RawFile file : files.stream().sorted(Comparator.comparing(RawFile::path)).toList()) {
      if (groups.isEmpty() || file.weight() > room) {
        groups.add(new ArrayList<>());
        room = size;
      }
      groups.get(groups.size() - 1).add(file);
      room -= file.weight();
    }
    return groups;
  }
}
