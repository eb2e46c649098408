package io.platelake.app.pass;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of reads.
 *
 * @param reads of the dates
 * @param withoutPlate of them, in no pass
 * @param expired of them, in no pass: they must be gone
 * @param passes made of the others
 * @param readsInPasses the others, by the passes they are in
 * @param standing passes of standing plates
 * @param readsStanding reads in these
 * @param plates such plates, by camera and date
 */
record PassCounts(
    long reads,
    long withoutPlate,
    long expired,
    long passes,
    long readsInPasses,
    long standing,
    long readsStanding,
    long plates) {
  static final PassCounts NONE = new PassCounts(0, 0, 0, 0, 0, 0, 0, 0);

  PassCounts {
    if (reads != withoutPlate + expired + readsInPasses) {
      // A person landed reads of the dates meanwhile, or a read has been lost or doubled.
      throw new IllegalStateException(
          reads
              + " reads, and "
              + readsInPasses
              + " in passes, "
              + (withoutPlate + expired)
              + " left out");
    }
  }

  PassCounts plus(PassCounts other) {
    return new PassCounts(
        reads + other.reads,
        withoutPlate + other.withoutPlate,
        expired + other.expired,
        passes + other.passes,
        readsInPasses + other.readsInPasses,
        standing + other.standing,
        readsStanding + other.readsStanding,
        plates + other.plates);
  }

  Map<PassCount, Long> counts() {
    Map<PassCount, Long> counts = new EnumMap<>(PassCount.class);
    for (PassCount count : PassCount.values()) {
      counts.put(count, count.of(this));
    }
    return counts;
  }
}
