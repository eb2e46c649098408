package io.platelake.app.ledger.alert;

import io.platelake.app.job.Sha256;
import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.match.score.ConfusionCounts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lessons that are learned together, as a row of {@code confusions}.
 *
 * <p>The characters of a plate, even without their order, are nearly the plate, and what is learned
 * outlives the read. So either no plate or at least {@link #FEWEST_PLATES} of them are learned from
 * at once; single ones wait for others.
 */
public record LessonBatch(String cameraModel, List<Lesson> lessons, ConfusionCounts counts) {
  static final int FEWEST_PLATES = 10;

  /**
   * The batches that can be learned now, of lessons about one camera model. Misread hits are
   * learned at once, because they teach no characters. Confirmed ones wait until there are enough.
   */
  public static List<LessonBatch> of(String cameraModel, List<Lesson> lessons) {
    List<LessonBatch> batches = new ArrayList<>();
    batch(cameraModel, lessons, l -> !l.confirmed()).ifPresent(batches::add);
    batch(cameraModel, lessons, Lesson::confirmed)
        .filter(b -> b.counts().pairs() >= FEWEST_PLATES)
        .ifPresent(batches::add);
    return batches;
  }

  private static Optional<LessonBatch> batch(
      String model, List<Lesson> lessons, Predicate<Lesson> which) {
    List<Lesson> some =
        lessons.stream().filter(which).sorted(Comparator.comparing(Lesson::hitId)).toList();
    ConfusionCounts counts = new ConfusionCounts();
    some.stream().filter(Lesson::confirmed).forEach(l -> counts.learn(l.readKey(), l.trueKey()));
    return some.isEmpty() ? Optional.empty() : Optional.of(new LessonBatch(model, some, counts));
  }

  /** The hits of every batch that was learned so far. */
  public static List<List<Long>> learned(Lake lake) {
    return lake.ledger(Table.CONFUSIONS).select("hits").collectAsList().stream()
        .map(row -> row.<Long>getList(row.fieldIndex("hits")))
        .toList();
  }

  /** As a row of {@code confusions}. */
  public Row row(Lake lake, Instant asOf) {
    List<Long> hits = lessons.stream().map(Lesson::hitId).toList();
    return lake.newRow(Table.CONFUSIONS)
        .with("batch_id", Sha256.of(hits.toString()).substring(0, 16))
        .with("camera_model", cameraModel)
        .with("learned_at", asOf)
        .with("hits", CollectionConverters.asScala(hits).toSeq())
        .with("plates", counts.pairs())
        .with("characters", CollectionConverters.asScala(Characters.rows(counts)).toSeq())
        .with("state_agreed", count(l -> l.confirmed() && l.state() == StateVerdict.SAME))
        .with("state_differed", count(l -> l.confirmed() && l.state() == StateVerdict.DIFFERENT))
        .with(
            "vehicle_agreed", count(l -> l.confirmed() && l.vehicle() == VehicleVerdict.CONSISTENT))
        .with(
            "vehicle_differed",
            count(l -> l.confirmed() && l.vehicle() == VehicleVerdict.INCONSISTENT))
        .with(
            "others_agreed", count(l -> !l.confirmed() && l.vehicle() == VehicleVerdict.CONSISTENT))
        .with(
            "others_differed",
            count(l -> !l.confirmed() && l.vehicle() == VehicleVerdict.INCONSISTENT))
        .row();
  }

  private long count(Predicate<Lesson> which) {
    return lessons.stream().filter(which).count();
  }

  @Override
  public String toString() {
    return lessons.stream()
        .map(l -> String.valueOf(l.hitId()))
        .collect(Collectors.joining(",", "Batch[", "]"));
  }
}
