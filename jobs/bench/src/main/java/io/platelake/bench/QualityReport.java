package io.platelake.bench;

import io.platelake.bench.Planted.Reading;
import io.platelake.bench.PlatePairs.Evidence;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The figures of one list size, for people and as JSON. */
final class QualityReport {
  /** What is asked of the platform: this share of single-character misreads found. */
  private static final double TARGET = 0.99;

  /** At so many false alerts per million reads. */
  private static final double ALLOWED = 5;

  /** Plates that made-up entries may have: three of 23 letters and four digits. */
  private static final double PLATES = 23.0 * 23 * 23 * 10_000;

  private final long size;
  private final Planted planted;
  private final PlatePairs pairs;
  private final QualityHits hits;

  QualityReport(long size, Planted planted, PlatePairs pairs, QualityHits hits) {
    this.size = size;
    this.planted = planted;
    this.pairs = pairs;
    this.hits = hits;
  }

  List<QualityFigure> figures() {
    List<QualityFigure> figures = new ArrayList<>();
    for (PlateTier tier : List.of(PlateTier.EXACT, PlateTier.EQUIVALENT, PlateTier.NEAR)) {
      for (int i = 0; i < Thresholds.LEAST.length; i++) {
        figures.add(figure(tier, "plate", pairs.scored, i));
        figures.add(figure(tier, "all", hits.alerts(), i));
      }
    }
    return figures;
  }

  private QualityFigure figure(
      PlateTier tier, String evidence, Map<PlateTier, Thresholds> counts, int least) {
    return QualityFigure.of(
        size,
        pairs.reads,
        tier.name(),
        evidence,
        counts.getOrDefault(tier, new Thresholds()),
        least,
        planted.wanted().values().stream().filter(w -> tierOf(w.reading()) == tier).count());
  }

  private static PlateTier tierOf(Reading reading) {
    return switch (reading) {
      case RIGHT -> PlateTier.EXACT;
      case ALIKE -> PlateTier.EQUIVALENT;
      case LOST_OR_ADDED, ANOTHER_CHARACTER, SEVERAL -> PlateTier.NEAR;
    };
  }

  void print(PrintStream out) {
    out.printf("%,d entries, %,d reads, %,d planted%n", size, pairs.reads, planted.wanted().size());
    tiers(out);
    thresholds(out);
    recall(out);
    floor(out);
    scores(out);
  }

  private void tiers(PrintStream out) {
    out.printf(
        "  %-32s %8s %8s %9s %8s %12s %14s%n",
        "tier", "hits", "true", "precision", "alerts", "false alerts", "per M reads");
    hits.byTier()
        .forEach(
            (tier, n) ->
                out.printf(
                    "  %-32s %,8d %,8d %9.4f %,8d %,12d %14.2f%n",
                    tier, n[0], n[1], (double) n[1] / n[0], n[2], n[3], 1e6 * n[3] / pairs.reads));
  }

  private void thresholds(PrintStream out) {
    out.println("  per million reads, before and after state, vehicle and other evidence:");
    out.printf(
        "  %-12s %6s  %12s %12s %7s  %12s %12s %7s%n",
        "tier", "least", "pairs", "false", "recall", "alerts", "false", "recall");
    List<QualityFigure> figures = figures();
    for (int i = 0; i < figures.size(); i += 2) {
      QualityFigure before = figures.get(i);
      QualityFigure after = figures.get(i + 1);
      out.printf(
          "  %-12s %6.2f  %,12.1f %,12.1f %7.4f  %,12.1f %,12.1f %7.4f%n",
          before.tier(),
          before.leastScore(),
          before.alertsPerMillion(),
          before.falseAlertsPerMillion(),
          before.recall(),
          after.alertsPerMillion(),
          after.falseAlertsPerMillion(),
          after.recall());
    }
  }

  /** Of each kind of reading: found, and why the others are not. */
  private void recall(PrintStream out) {
    Map<Reading, long[]> kinds = new EnumMap<>(Reading.class);
    planted
        .wanted()
        .forEach(
            (id, wanted) -> {
              long[] n = kinds.computeIfAbsent(wanted.reading(), k -> new long[7]);
              n[0]++;
              n[1] += hits.hit().contains(id) ? 1 : 0;
              n[2] += hits.alerted().contains(id) ? 1 : 0;
              if (!hits.hit().contains(id)) {
                n[3 + why(pairs.ofPlanted.get(id))]++;
              }
            });
    out.printf(
        "  %-18s %8s %8s %7s %8s %7s  %9s %12s %10s %8s %10s%n",
        "planted",
        "reads",
        "hits",
        "recall",
        "alerts",
        "recall",
        "far apart",
        "contradicted",
        "no 2nd evi",
        "no cause",
        "of findable");
    kinds.forEach(
        (kind, n) ->
            out.printf(
                "  %-18s %,8d %,8d %7.4f %,8d %7.4f  %,9d %,12d %,10d %,8d %10.4f%n",
                kind,
                n[0],
                n[1],
                (double) n[1] / n[0],
                n[2],
                (double) n[2] / n[0],
                n[3],
                n[4],
                n[5],
                n[6],
                (double) n[1] / (n[1] + n[6])));
  }

  /**
   * Why a planted read is no hit. 0: its plate is more than a character away, or its entry was not
   * accepted; 1: state or vehicle contradict; 2: no evidence except the plate; 3: no reason.
   */
  private int why(Evidence evidence) {
    if (evidence == null) {
      return 0;
    }
    if (evidence.tier() != PlateTier.NEAR || pairs.isEnough(evidence)) {
      return 3;
    }
    return evidence.contradicts() ? 1 : 2;
  }

  private void floor(PrintStream out) {
    double million = 1e6 / pairs.reads;
    long single = planted.wanted().values().stream().filter(w -> w.reading().isSingle()).count();
    Floor floor = Floor.of(pairs.single.values(), single, TARGET, ALLOWED / million);
    out.printf(
        "  exact pairs about another vehicle, per M reads: %.1f misread as exactly a listed plate"
            + " (expected %.1f: %,d misreads in the list's format, each listed with chance %.5f),"
            + " %.1f read right and listed in another state%n",
        pairs.exactByMisread * million,
        pairs.misreadInFormat * million * size / PLATES,
        pairs.misreadInFormat,
        size / PLATES,
        pairs.exactOfAnother * million);
    out.printf(
        "  of these, per M reads: %.1f with neither state nor vehicle against them, %.1f in the"
            + " same state and fitting the vehicle, which no rule can tell from the wanted one%n",
        count(e -> isExact(e) && !e.contradicts(), c -> c.wrong) * million,
        count(
                e ->
                    isExact(e)
                        && e.state() == StateVerdict.SAME
                        && e.vehicle() == VehicleVerdict.CONSISTENT,
                c -> c.wrong)
            * million);
    out.printf(
        "  near pairs that the reader offers as another candidate: %.4f of the wanted, %.4f of"
            + " others; contradicted all the same: %,d wanted, %.1f others per M reads%n",
        offered(c -> c.right),
        offered(c -> c.wrong),
        contradicted(c -> c.right),
        contradicted(c -> c.wrong) * million);
    out.printf(
        "  floor: a rule on the same evidence that finds %.0f %% of the %,d single-character"
            + " misreads has at least %s false alerts per M reads; one with at most %.0f finds at"
            + " most %.4f%n",
        100 * TARGET,
        single,
        Double.isNaN(floor.falseAlerts())
            ? "more than all"
            : String.format("%,.1f", floor.falseAlerts() * million),
        ALLOWED,
        floor.recall());
  }

  private static boolean isNear(Evidence e) {
    return e.tier() == PlateTier.NEAR;
  }

  private static boolean isExact(Evidence e) {
    return e.tier() == PlateTier.EXACT;
  }

  private double offered(ToLongFunction<PlatePairs.Count> which) {
    return (double) count(e -> isNear(e) && e.offered(), which)
        / count(QualityReport::isNear, which);
  }

  private long contradicted(ToLongFunction<PlatePairs.Count> which) {
    return count(e -> isNear(e) && e.offered() && e.contradicts(), which);
  }

  private long count(Predicate<Evidence> kind, ToLongFunction<PlatePairs.Count> which) {
    return pairs.all.entrySet().stream()
        .filter(e -> kind.test(e.getKey()))
        .mapToLong(e -> which.applyAsLong(e.getValue()))
        .sum();
  }

  private void scores(PrintStream out) {
    out.printf(
        "  scores: Brier %.4f over %,d hits%n",
        hits.calibration().brier(), hits.calibration().count());
    hits.calibration()
        .bins()
        .forEach(
            b ->
                out.printf(
                    "    from %.1f: mean score %.3f, true %.3f, %,d hits%n",
                    b.from(), b.meanScore(), b.shareTrue(), b.count()));
  }
}
