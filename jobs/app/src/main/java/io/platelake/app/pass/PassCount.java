package io.platelake.app.pass;

import java.util.function.ToLongFunction;

/** What {@code passes} counts: keys of its run record. */
enum PassCount {
  READS(PassCounts::reads),
  READS_WITHOUT_PLATE(PassCounts::withoutPlate),
  READS_EXPIRED(PassCounts::expired),
  PASSES(PassCounts::passes),
  PASSES_STANDING(PassCounts::standing),
  READS_STANDING(PassCounts::readsStanding),
  PLATES_STANDING(PassCounts::plates);

  private final ToLongFunction<PassCounts> of;

  PassCount(ToLongFunction<PassCounts> of) {
    this.of = of;
  }

  long of(PassCounts counts) {
    return of.applyAsLong(counts);
  }
}
