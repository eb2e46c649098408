package io.platelake.core.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The passes of one camera on one UTC date.
 *
 * <p>A pass ends at midnight UTC: a vehicle in view at that instant makes two. Reads go by UTC date
 * when their time is up, and a pass over two dates would outlive the reads of the first or lose
 * those of the second.
 */
public final class CameraDay {
  private final PassRule rule;
  private final List<OpenPass> passes = new ArrayList<>();
  private final List<OpenPass> open = new ArrayList<>();

  private CameraDay(PassRule rule) {
    this.rule = rule;
  }

  /**
   * Every read in exactly one pass; passes in order of their first read. The same reads in another
   * order make the same passes.
   */
  public static List<VehiclePass> passes(List<PassRead> reads, PassRule rule, ParkedRule standing) {
    CameraDay day = new CameraDay(rule);
    List<PassRead> inOrder = new ArrayList<>(reads);
    inOrder.sort(Comparator.comparing(PassRead::at).thenComparing(PassRead::readId));
    inOrder.forEach(day::add);
    return judged(day.passes.stream().map(p -> VehiclePass.of(p.reads())).toList(), rule, standing);
  }

  /** Into the open pass that is most like it, the latest of several, or else into a new one. */
  private void add(PassRead read) {
    open.removeIf(pass -> pass.isOver(read.at(), rule));
    OpenPass best = null;
    Likeness most = Likeness.NONE;
    for (OpenPass pass : open) {
      Likeness likeness = pass.likeness(read, rule.classes());
      boolean later = best != null && !pass.lastAt().isBefore(best.lastAt());
      if (likeness.compareTo(most) < 0 || (likeness == most && later)) {
        best = pass;
        most = likeness;
      }
    }
    if (best == null) {
      OpenPass first = new OpenPass(read);
      open.add(first);
      passes.add(first);
    } else {
      best.add(read);
    }
  }

  /** Plates that fold alike are judged together: a sign is misread as much as a car. */
  private static List<VehiclePass> judged(
      List<VehiclePass> passes, PassRule rule, ParkedRule standing) {
    Map<Long, List<Instant>> times = new HashMap<>();
    for (VehiclePass pass : passes) {
      List<Instant> seen =
          times.computeIfAbsent(rule.classes().foldKey(pass.plateKey()), k -> new ArrayList<>());
      pass.reads().forEach(read -> seen.add(read.at()));
    }
    Map<Long, Optional<ParkedSign>> reasons = new HashMap<>();
    times.forEach(
        (fold, seen) -> {
          seen.sort(Comparator.naturalOrder());
          reasons.put(fold, standing.judge(seen));
        });
    return passes.stream()
        .map(p -> p.with(reasons.get(rule.classes().foldKey(p.plateKey()))))
        .toList();
  }
}
