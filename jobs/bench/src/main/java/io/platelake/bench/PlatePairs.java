package io.platelake.bench;

import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.ReadPlates;
import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.match.score.ConfusionMatrix;
import io.platelake.core.match.score.HitScorer;
import io.platelake.core.match.score.PassingTraffic;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * All pairs of a read and an entry that plates alone would make a match: exact, equivalent and near
 * ones, before anything else is asked. What is asked then can only choose among these.
 */
final class PlatePairs {
  /**
   * Everything that a rule may look at.
   *
   * @param offered the reader names the entry's plate as another candidate
   * @param doubted the reader's confidence in its plate is low
   * @param likeness of the two plates by the confusions of readers, as a power of ten of the odds
   */
  record Evidence(
      PlateTier tier,
      boolean offered,
      StateVerdict state,
      VehicleVerdict vehicle,
      boolean doubted,
      int likeness) {

    boolean contradicts() {
      return state == StateVerdict.DIFFERENT || vehicle == VehicleVerdict.INCONSISTENT;
    }
  }

  /** Pairs that are about the vehicle read, and others. */
  static final class Count {
    long right;
    long wrong;
  }

  private static final String FORMAT = "[ABCDEFGHJKLMNPRSTUVWXYZ]{3}[0-9]{4}";
  private static final HitScorer BY_PLATE =
      HitScorer.of(ConfusionMatrix.PRIOR, PassingTraffic.DEFAULT);

  private final ListIndex list;
  private final Planted planted;

  final Map<Evidence, Count> all = new HashMap<>();
  final Map<Evidence, Count> single = new HashMap<>();
  final Map<PlateTier, Thresholds> scored = new EnumMap<>(PlateTier.class);

  /** The right pair of each planted read, by read id. */
  final Map<Long, Evidence> ofPlanted = new HashMap<>();

  long reads;
  long misreadInFormat;
  long exactByMisread;
  long exactOfAnother;

  PlatePairs(ListIndex list, Planted planted) {
    this.list = list;
    this.planted = planted;
  }

  static PlatePairs of(Lake lake, ListIndex list, Planted planted) {
    PlatePairs pairs = new PlatePairs(list, planted);
    Iterator<Row> rows =
        lake.read(Table.READS, "criminal")
            .where("plate_key IS NOT NULL")
            .select(
                "read_id",
                "plate_key",
                "state",
                "make",
                "model",
                "color",
                "body",
                "confidence",
                "candidates",
                "plate")
            .toLocalIterator();
    while (rows.hasNext()) {
      pairs.add(new NamedRow(rows.next()));
    }
    return pairs;
  }

  private void add(NamedRow read) {
    reads++;
    long id = read.number("read_id");
    long key = read.number("plate_key");
    boolean misread = planted.misread().contains(id);
    if (misread && read.text("plate").matches(FORMAT)) {
      misreadInFormat++;
    }
    Planted.Wanted wanted = planted.wanted().get(id);
    VehicleTraits seen = ListIndex.vehicle(read);
    ReadPlates plates = plates(read, key);
    list.index()
        .find(
            key,
            (entry, tier, edits) -> {
              boolean right = wanted != null && wanted.entries().contains(list.cases()[entry]);
              if (tier == PlateTier.EXACT && !right) {
                exactByMisread += misread ? 1 : 0;
                exactOfAnother += misread ? 0 : 1;
              }
              double byPlate = byPlate(key, list.keys()[entry]);
              Evidence evidence =
                  new Evidence(
                      tier,
                      plates.offers(
                          list.keys()[entry],
                          list.equivalence(),
                          list.classes(),
                          false,
                          list.near()),
                      StateVerdict.judge(read.findText("state").orElse(null), list.states()[entry]),
                      VehicleVerdict.judge(seen, list.vehicles()[entry]),
                      plates.confidence(0) < list.near().lowConfidence(),
                      (int) Math.floor(Math.log10(byPlate / (1 - byPlate))));
              count(evidence, id, right, wanted);
              scored.computeIfAbsent(tier, t -> new Thresholds()).add(byPlate, right);
            });
  }

  /** Whether the policy's rule takes a near plate for a hit. */
  boolean isEnough(Evidence evidence) {
    double confidence = evidence.doubted() ? 0 : 1;
    return list.near()
        .evidence(evidence.offered(), evidence.state(), evidence.vehicle(), confidence)
        .isEnough();
  }

  private void count(Evidence evidence, long id, boolean right, Planted.Wanted wanted) {
    Count count = all.computeIfAbsent(evidence, e -> new Count());
    count.right += right ? 1 : 0;
    count.wrong += right ? 0 : 1;
    if (right) {
      ofPlanted.put(id, evidence);
    }
    if (evidence.tier() != PlateTier.EXACT) {
      Count one = single.computeIfAbsent(evidence, e -> new Count());
      one.right += right && wanted.reading().isSingle() ? 1 : 0;
      one.wrong += right ? 0 : 1;
    }
  }

  private static double byPlate(long read, long entry) {
    return BY_PLATE
        .score(read, entry, false, StateVerdict.UNKNOWN, VehicleVerdict.UNKNOWN)
        .probability();
  }

  private static ReadPlates plates(NamedRow read, long key) {
    List<NamedRow> candidates = read.structs("candidates");
    long[] keys = new long[candidates.size()];
    double[] confidences = new double[keys.length];
    for (int i = 0; i < keys.length; i++) {
      NamedRow candidate = candidates.get(i);
      keys[i] = PlateText.normalise(candidate.text("plate")).map(PlateKey::pack).orElse(0L);
      confidences[i] = candidate.findReal("confidence").orElse(Double.NaN);
    }
    return ReadPlates.of(key, read.findReal("confidence").orElse(Double.NaN), keys, confidences);
  }
}
