package io.platelake.core.land;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the records of a file: every record has one fate.
 *
 * @param records records found in it
 * @param fates records by fate
 * @param refusedBy refused records by reason
 * @param quarantinedBy quarantined records by reason
 * @param otherPlates kept reads beyond the first of an event, each with another plate
 * @param images what became of the pictures that came with reads
 * @param firstCapture the earliest that a record states, whatever became of it; empty without one
 */
public record FileCounts(
    long records,
    Map<Fate, Long> fates,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy,
    long otherPlates,
    ImageCount images,
    Optional<Instant> firstCapture) {

  public FileCounts {
    Map<Fate, Long> all = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      all.put(fate, fates.getOrDefault(fate, 0L));
    }
    fates = all;
    refusedBy = new TreeMap<>(refusedBy);
    quarantinedBy = new TreeMap<>(quarantinedBy);
    Objects.requireNonNull(images);
    Objects.requireNonNull(firstCapture);
    long sum = fates.values().stream().mapToLong(Long::longValue).sum();
    if (sum != records) {
      // A record has been lost or doubled since parsing.
      throw new IllegalStateException(records + " records, " + sum + " fates");
    }
  }

  public long count(Fate fate) {
    return fates.get(fate);
  }

  /** Refused records with a reason. */
  public long refused(String reason) {
    return refusedBy.getOrDefault(reason, 0L);
  }

  /**
   * Whether nothing of the file went to a table that stays. Then it may be judged as if it had
   * never landed.
   */
  public boolean keptNothing() {
    return count(Fate.KEPT) + count(Fate.EXCLUDED) == 0;
  }

  /** Whether no record of the file is a read that has landed, now or before. */
  public boolean landedNothing() {
    return keptNothing() && count(Fate.DUPLICATE) == 0;
  }

  /**
   * These counts after quarantined records were judged again: those records count once, as what
   * they are now.
   *
   * @param again what became of them
   * @param before records judged again, by the reason of their quarantine
   */
  public FileCounts judgedAgain(FileCounts again, Map<String, Long> before) {
    long taken = before.values().stream().mapToLong(Long::longValue).sum();
    Map<Fate, Long> sums = new EnumMap<>(fates);
    again.fates.forEach((fate, n) -> sums.merge(fate, n, Long::sum));
    sums.merge(Fate.QUARANTINED, -taken, Long::sum);
    Map<String, Long> quarantined = new TreeMap<>(quarantinedBy);
    before.forEach((reason, n) -> quarantined.merge(reason, -n, Long::sum));
    again.quarantinedBy.forEach((reason, n) -> quarantined.merge(reason, n, Long::sum));
    quarantined.values().removeIf(n -> n == 0);
    Map<String, Long> refused = new TreeMap<>(refusedBy);
    again.refusedBy.forEach((reason, n) -> refused.merge(reason, n, Long::sum));
    return new FileCounts(
        records - taken + again.records,
        sums,
        refused,
        quarantined,
        otherPlates + again.otherPlates,
        images.plus(again.images),
        firstCapture
            .filter(at -> again.firstCapture.map(at::isBefore).orElse(true))
            .or(() -> again.firstCapture));
  }
}
