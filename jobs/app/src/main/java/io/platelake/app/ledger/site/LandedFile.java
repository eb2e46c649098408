package io.platelake.app.ledger.site;

import io.platelake.core.land.Fate;
import io.platelake.core.land.ImageCount;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A raw file that has landed, with its account.
 *
 * @param doneAt now of the run that finished it, UTC
 * @param records records found in it
 * @param fates records by fate
 * @param refusedBy refused records by reason
 * @param quarantinedBy quarantined records by reason
 * @param images what became of its pictures
 * @param firstCapture hour of the earliest capture that a record states, UTC; empty without one
 */
public record LandedFile(
    PlannedFile plan,
    Instant doneAt,
    long records,
    Map<Fate, Long> fates,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy,
    ImageCount images,
    Optional<Instant> firstCapture) {
  public LandedFile {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(doneAt);
    Objects.requireNonNull(firstCapture);
    for (Fate fate : Fate.values()) {
      Objects.requireNonNull(fates.get(fate), fate::name);
    }
  }

  public long count(Fate fate) {
    return fates.get(fate);
  }
}
