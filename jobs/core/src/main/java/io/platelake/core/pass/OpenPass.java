package io.platelake.core.pass;

import io.platelake.core.plate.OcrClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A pass that may still take reads; it has at least one. */
final class OpenPass {
  private final List<PassRead> reads = new ArrayList<>(2);
  private final Set<Long> plates = new HashSet<>(2);
  private final Set<Long> candidates = new HashSet<>(2);

  OpenPass(PassRead first) {
    add(first);
  }

  void add(PassRead read) {
    reads.add(read);
    plates.add(read.plate().plateKey());
    read.candidates().forEach(c -> candidates.add(c.plateKey()));
  }

  List<PassRead> reads() {
    return reads;
  }

  Instant lastAt() {
    return reads.get(reads.size() - 1).at();
  }

  boolean isOver(Instant now, PassRule rule) {
    return Duration.between(lastAt(), now).compareTo(rule.gap()) > 0
        || Duration.between(reads.get(0).at(), now).compareTo(rule.longest()) >= 0;
  }

  /**
   * How alike the read is to the one of these reads that is most like it.
   *
   * <p>One step of confusion is enough, at every length, because camera and time already agree; two
   * are not, or neighbours in a fleet would become one.
   */
  Likeness likeness(PassRead read, OcrClasses classes) {
    long plate = read.plate().plateKey();
    if (plates.contains(plate)) {
      return Likeness.EQUAL;
    }
    for (long other : plates) {
      if (classes.substitutions(plate, other) == 1) {
        return Likeness.LOOK_ALIKE;
      }
    }
    boolean named =
        candidates.contains(plate)
            || read.candidates().stream().anyMatch(c -> plates.contains(c.plateKey()));
    return named ? Likeness.CANDIDATE : Likeness.NONE;
  }
}
