package io.platelake.core.trial;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.feed.rule.UnusualShares;
import io.platelake.core.land.Fate;
import io.platelake.core.record.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the records of a trial, and which fields its reads have. */
public final class TrialCounts {
  private final Map<Fate, TreeMap<String, Long>> fates = new EnumMap<>(Fate.class);
  private final Map<String, Long> filled = new LinkedHashMap<>();
  private long records;
  private long reads;
  private long notReads;

  void add(Fate fate, String reason, String place) {
    records++;
    notReads += reason.equals(Reason.NOT_A_READ.name()) ? 1 : 0;
    String why = place.isEmpty() ? reason : reason + ": " + place;
    fates.computeIfAbsent(fate, f -> new TreeMap<>()).merge(why, 1L, Long::sum);
  }

  void fill(CanonicalRead read) {
    reads++;
    fill("state", read.state());
    fill("confidence", read.confidence());
    fill("candidates", read.candidates().isEmpty() ? null : read);
    fill("position", read.lat());
    fill("direction", read.direction());
    fill("make", read.make());
    fill("model", read.model());
    fill("color", read.color());
    fill("body", read.body());
  }

  private void fill(String field, Object value) {
    filled.merge(field, value == null ? 0L : 1L, Long::sum);
  }

  public long records() {
    return records;
  }

  /** Records that are reads, whatever became of them. */
  public long reads() {
    return reads;
  }

  /** Records by fate; fates without a record are left out. */
  public Map<Fate, Long> fates() {
    Map<Fate, Long> sums = new EnumMap<>(Fate.class);
    fates.forEach(
        (fate, reasons) ->
            sums.put(fate, reasons.values().stream().mapToLong(Long::longValue).sum()));
    return sums;
  }

  /** Records of a fate by reason and field, such as {@code NO_TIME: captured_at}. */
  public Map<String, Long> reasons(Fate fate) {
    Map<String, Long> reasons = new TreeMap<>(fates.getOrDefault(fate, new TreeMap<>()));
    reasons.remove("");
    return reasons;
  }

  /** Reads that have each field that a read may lack. */
  public Map<String, Long> filled() {
    return Collections.unmodifiableMap(filled);
  }

  /** What landing would call unusual; {@link Reason#NOT_A_READ} counts for nothing. */
  public Set<LandingShare> unusual(UnusualShares limits) {
    Map<Fate, Long> sums = fates();
    return limits.exceeded(
        records - notReads,
        Map.of(
            LandingShare.QUARANTINED, sums.getOrDefault(Fate.QUARANTINED, 0L),
            LandingShare.REFUSED, sums.getOrDefault(Fate.REFUSED, 0L) - notReads,
            LandingShare.DUPLICATE, sums.getOrDefault(Fate.DUPLICATE, 0L)));
  }
}
