package io.platelake.app.land.repeats;

import io.platelake.app.land.files.BatchGroup;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.core.land.Corrections;
import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks at every read whose event occurs twice: which is the first of its kind, which repeats it,
 * and which has another plate.
 */
final class SuspectSearch {
  private final BatchGroup group;
  private final JavaRDD<LandedBlock> landed;

  SuspectSearch(BatchGroup group, JavaRDD<LandedBlock> landed) {
    this.group = group;
    this.landed = landed;
  }

  /** The first record of a read. */
  private record First(RecordPosition place, Fate fate, long event) implements Serializable {}

  /** One task's suspects: the first record of each read, and records by file and fate. */
  private record Sighted(HashMap<Long, First> firsts, HashMap<Integer, EnumMap<Fate, Long>> counts)
      implements Serializable {}

  /**
   * @param others reads of other batches that may be of the same events
   */
  Repeats placed(Suspects all, Optional<Dataset<Row>> others) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(landed.context());
    Broadcast<Suspects> suspects = executors.broadcast(all);
    try {
      Map<Long, First> firsts = new HashMap<>();
      Map<Integer, EnumMap<Fate, Long>> counts = new HashMap<>();
      for (Sighted task :
          landed
              .mapPartitions(blocks -> List.of(sighted(blocks, suspects.value())).iterator())
              .collect()) {
        task.firsts().forEach((read, first) -> firsts.merge(read, first, SuspectSearch::earlier));
        task.counts()
            .forEach((file, byFate) -> byFate.forEach((f, n) -> count(counts, file, f, n)));
      }
      TreeMap<Long, RecordPosition> places = new TreeMap<>();
      firsts.forEach(
          (read, first) -> {
            count(counts, first.place().file(), first.fate(), -1);
            places.put(read, first.place());
          });
      return new Repeats(all.landedReads(), places, shared(firsts, all, others), counts);
    } finally {
      suspects.destroy();
    }
  }

  private Repeats.Shared shared(
      Map<Long, First> firsts, Suspects suspects, Optional<Dataset<Row>> others) {
    Map<Long, List<Corrections.Reading>> readings = new HashMap<>();
    firsts.forEach(
        (read, first) -> {
          if (first.fate() == Fate.KEPT) {
            readings
                .computeIfAbsent(first.event(), e -> new ArrayList<>())
                .add(new Corrections.Reading(read, first.place()));
          }
        });
    Map<Long, List<Corrections.Reading>> shared =
        new SharedEvents(group.files()).shared(readings, suspects.landedEvents());
    return new Repeats.Shared(
        SharedEvents.byFile(shared, suspects.landedEvents()),
        group.corrects() && !shared.isEmpty()
            ? SharedEvents.corrections(shared, others.stream().toList())
            : Map.of());
  }

  private static First earlier(First a, First b) {
    return a.place().compareTo(b.place()) <= 0 ? a : b;
  }

  private static Sighted sighted(Iterator<LandedBlock> blocks, Suspects suspects) {
    Sighted sighted = new Sighted(new HashMap<>(), new HashMap<>());
    BatchReads.forEach(
        blocks,
        (fate, cursor) -> {
          long read = cursor.row().getLong(BatchReads.READ_ID);
          boolean landed = suspects.isLanded(read, cursor.former());
          if (!landed && Arrays.binarySearch(suspects.events(), cursor.event()) < 0) {
            return;
          }
          count(sighted.counts(), cursor.place().file(), fate, 1);
          if (!landed) {
            First first = new First(cursor.place(), fate, cursor.event());
            sighted.firsts().merge(read, first, SuspectSearch::earlier);
          }
        });
    return sighted;
  }

  private static void count(Map<Integer, EnumMap<Fate, Long>> counts, int file, Fate fate, long n) {
    counts.computeIfAbsent(file, f -> new EnumMap<>(Fate.class)).merge(fate, n, Long::sum);
  }
}
