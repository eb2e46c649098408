package io.platelake.app.match;

import java.util.function.ToLongFunction;

/** What {@code match} counts: keys of its run record. */
enum MatchCount {
  READS(MatchCounts::reads),
  READS_WITHOUT_PLATE(MatchCounts::withoutPlate),
  READS_EXPIRED(MatchCounts::expired),
  ENTRIES(MatchCounts::entries),
  HITS(c -> c.exact() + c.equivalent() + c.near() + c.partial() + c.vehicle()),
  EXACT(MatchCounts::exact),
  EQUIVALENT(MatchCounts::equivalent),
  NEAR(MatchCounts::near),
  PARTIAL(MatchCounts::partial),
  VEHICLE(MatchCounts::vehicle),
  ALERTS(MatchCounts::alerts),
  MARKED_STALE(MatchCounts::stale),
  READS_SCANNED(MatchCounts::scanned),
  ENTRIES_TOO_WIDE(c -> c.tooWide().size()),
  HITS_BEYOND_LIMIT(c -> c.tooWide().stream().mapToLong(w -> w.found() - w.limit()).sum());

  private final ToLongFunction<MatchCounts> of;

  MatchCount(ToLongFunction<MatchCounts> of) {
    this.of = of;
  }

  long of(MatchCounts counts) {
    return of.applyAsLong(counts);
  }
}
