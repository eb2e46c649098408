package io.platelake.app.ledger.site;

import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.land.FileCounts;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A raw file that has landed, with its account.
 *
 * @param doneAt now of the run that finished it, UTC
 * @param counts what became of its records
 * @param judgedBy digest of the rules that decided about them; empty in rows of before
 * @param unusual of what it has an unusual share
 */
public record LandedFile(
    PlannedFile plan,
    Instant doneAt,
    FileCounts counts,
    String judgedBy,
    Set<LandingShare> unusual) {
  public LandedFile {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(doneAt);
    Objects.requireNonNull(counts);
    Objects.requireNonNull(judgedBy);
    unusual = new TreeSet<>(unusual);
  }

  public long count(Fate fate) {
    return counts.count(fate);
  }
}
