package io.platelake.app.land.repeats;

import io.platelake.app.land.files.RawFile;
import io.platelake.core.land.Corrections;
import io.platelake.core.land.RecordPosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple3;

/**
 * Counts kept reads that share their event with a read of another plate. Says which replaces which
 * where the feed's readings correct each other.
 */
final class SharedEvents {
  private final List<RawFile> files;

  /** Order of delivery: by the storage's clock and the name of the file, then within the file. */
  private final Comparator<Corrections.Reading> delivery;

  /**
   * @param files by their number
   */
  SharedEvents(List<RawFile> files) {
    this.files = files;
    this.delivery =
        Comparator.<Corrections.Reading>comparingLong(r -> file(r.place()).delivered())
            .thenComparing(r -> file(r.place()).path())
            .thenComparing(Corrections.Reading::place);
  }

  private RawFile file(RecordPosition place) {
    return files.get(place.file());
  }

  /**
   * Readings that are not the first of their event, by event, in the order of delivery.
   *
   * @param readings kept readings of the batch, by event
   * @param landed events of which other batches have landed a reading, in order
   */
  Map<Long, List<Corrections.Reading>> shared(
      Map<Long, List<Corrections.Reading>> readings, long[] landed) {
    Map<Long, List<Corrections.Reading>> shared = new HashMap<>();
    readings.forEach(
        (event, all) -> {
          if (all.size() > 1 || Arrays.binarySearch(landed, event) >= 0) {
            shared.put(event, all.stream().sorted(delivery).toList());
          }
        });
    return shared;
  }

  /** How many readings a file adds to events that have one already. */
  static Map<Integer, Long> byFile(Map<Long, List<Corrections.Reading>> shared, long[] landed) {
    Map<Integer, Long> byFile = new HashMap<>();
    shared.forEach(
        (event, readings) ->
            readings.stream()
                .skip(Arrays.binarySearch(landed, event) >= 0 ? 0 : 1)
                .forEach(r -> byFile.merge(r.place().file(), 1L, Long::sum)));
    return byFile;
  }

  /**
   * Which reading replaces which.
   *
   * @param others reads of other batches that may share an event, as {@link OtherReads#of}
   */
  static Map<Long, Long> corrections(
      Map<Long, List<Corrections.Reading>> shared, List<Dataset<Row>> others) {
    Map<Long, Set<Long>> standing = new HashMap<>();
    others.forEach(reads -> standing.putAll(standing(shared.keySet(), reads)));
    Map<Long, Long> corrects = new HashMap<>();
    shared.forEach(
        (event, readings) ->
            corrects.putAll(Corrections.of(standing.getOrDefault(event, Set.of()), readings)));
    return corrects;
  }

  /** Landed readings of these events that no other replaces. */
  private static Map<Long, Set<Long>> standing(Set<Long> events, Dataset<Row> reads) {
    long[] wanted = events.stream().mapToLong(Long::longValue).sorted().toArray();
    JavaSparkContext executors =
        JavaSparkContext.fromSparkContext(reads.sparkSession().sparkContext());
    Broadcast<long[]> all = executors.broadcast(wanted);
    try {
      Map<Long, Set<Long>> standing = new HashMap<>();
      List<Tuple3<Long, Long, Long>> found =
          reads
              .queryExecution()
              .toRdd()
              .toJavaRDD()
              .flatMap(row -> readings(row, all.value()).iterator())
              .collect();
      found.forEach(r -> standing.computeIfAbsent(r._1(), e -> new HashSet<>()).add(r._2()));
      found.forEach(r -> standing.get(r._1()).remove(r._3()));
      return standing;
    } finally {
      all.destroy();
    }
  }

  /** Event, read id and the read id that it replaces; a row of before has its event for an id. */
  private static List<Tuple3<Long, Long, Long>> readings(InternalRow row, long[] wanted) {
    List<Tuple3<Long, Long, Long>> readings = new ArrayList<>();
    long id = OtherReads.id(row);
    long event = OtherReads.event(row);
    long corrects = OtherReads.corrected(row);
    Stream.of(id, event)
        .distinct()
        .filter(e -> Arrays.binarySearch(wanted, e) >= 0)
        .forEach(e -> readings.add(new Tuple3<>(e, id, corrects)));
    return readings;
  }
}
