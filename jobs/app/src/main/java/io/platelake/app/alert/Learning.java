package io.platelake.app.alert;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.alert.Lesson;
import io.platelake.app.ledger.alert.LessonBatch;
import io.platelake.app.ledger.alert.OutcomeLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.core.match.outcome.Adjudication;
import io.platelake.core.match.outcome.FalseCause;
import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Learns from the adjudicated hits of an agency whose read and entry still exist, each hit once. A
 * confirmed hit teaches how readers turn the entry's plate into the read plate. A misread hit
 * teaches how often the vehicle agrees by chance. A later correction does not undo a confirmed hit:
 * one among so many changes little, and its plate may be gone.
 */
final class Learning {
  private final JobContext job;
  private final PolicyInForce policy;

  Learning(JobContext job, PolicyInForce policy) {
    this.job = job;
    this.policy = policy;
  }

  /** Returns how many hits were learned from now. */
  long run() {
    List<List<Long>> before = LessonBatch.learned(job.lake());
    Set<Long> known = new HashSet<>();
    before.forEach(known::addAll);
    Map<Long, Boolean> confirmed = adjudicated(known);
    if (confirmed.isEmpty()) {
      return 0;
    }
    List<Lesson> lessons = new ArrayList<>();
    Map<String, String> models =
        CameraRegistry.models(job.lake()).getOrDefault(policy.agency(), Map.of());
    AgencyHits.of(job.lake(), policy)
        .forEach(own -> lessons.addAll(lessons(own, confirmed, models)));
    List<LessonBatch> batches = batches(lessons);
    if (batches.isEmpty()) {
      return 0;
    }
    // One lane for all loads: of two at once, the later has seen too little and must not write.
    job.lake()
        .append(
            Table.CONFUSIONS,
            job.lake()
                .rows(
                    Table.CONFUSIONS,
                    batches.stream().map(b -> b.row(job.lake(), job.asOf())).toList())
                .coalesce(1),
            new CommitKey("confusions", before.size()));
    return batches.stream().mapToLong(b -> b.lessons().size()).sum();
  }

  /** Hits that teach something and have not yet: whether they were confirmed, by hit. */
  private Map<Long, Boolean> adjudicated(Set<Long> known) {
    return new OutcomeLedger(job.lake(), policy.agency())
        .adjudications().values().stream()
            .filter(a -> !known.contains(a.hitId()))
            .filter(a -> a.isConfirmed() || a.cause().equals(Optional.of(FalseCause.MISREAD)))
            .collect(Collectors.toMap(Adjudication::hitId, Adjudication::isConfirmed));
  }

  private static List<LessonBatch> batches(List<Lesson> lessons) {
    List<LessonBatch> batches = new ArrayList<>();
    lessons.stream()
        .collect(Collectors.groupingBy(l -> l.cameraModel() == null ? "" : l.cameraModel()))
        .forEach(
            (model, some) -> batches.addAll(LessonBatch.of(model.isEmpty() ? null : model, some)));
    return batches;
  }

  private static List<Lesson> lessons(
      AgencyHits own, Map<Long, Boolean> confirmed, Map<String, String> models) {
    Dataset<Row> hits = broadcast(own.rows(confirmed.keySet())).as("h");
    Lake lake = own.lake();
    return own
        .reads()
        .as("r")
        .join(hits, "read_id")
        .join(
            lake.read(Table.HOTLIST_ENTRIES).as("e"),
            col("h.snapshot_id")
                .equalTo(col("e.snapshot_id"))
                .and(col("h.entry_id").equalTo(col("e.entry_id"))))
        .join(
            lake.ledger(Table.HOTLISTS).as("l"),
            col("h.snapshot_id").equalTo(col("l.snapshot_id")),
            "left")
        .where(col("r.plate_key").isNotNull().and(col("e.plate_key").isNotNull()))
        .select(
            col("h.hit_id"),
            col("r.plate_key").as("read_key"),
            col("e.plate_key").as("entry_key"),
            col("l.letter_o_as_zero"),
            col("h.state_verdict"),
            col("h.vehicle_verdict"),
            col("h.camera_id"))
        .collectAsList()
        .stream()
        .map(NamedRow::new)
        .map(r -> lesson(r, models.get(r.text("camera_id")), confirmed.get(r.number("hit_id"))))
        .toList();
  }

  private static Lesson lesson(NamedRow row, String cameraModel, boolean confirmed) {
    long readKey = row.number("read_key");
    boolean letterOAsZero = row.findFlag("letter_o_as_zero").orElse(false);
    return new Lesson(
        row.number("hit_id"),
        cameraModel,
        confirmed,
        readKey,
        trueKey(readKey, row.number("entry_key"), letterOAsZero),
        StateVerdict.valueOf(row.text("state_verdict")),
        VehicleVerdict.valueOf(row.text("vehicle_verdict")));
  }

  /** A list that writes the letter O as zero says nothing about which of the two was read. */
  private static long trueKey(long readKey, long entryKey, boolean letterOAsZero) {
    boolean same = letterOAsZero && OcrClasses.LETTER_O_AS_ZERO.foldKey(readKey) == entryKey;
    return same ? readKey : entryKey;
  }
}
