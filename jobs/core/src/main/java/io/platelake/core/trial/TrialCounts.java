package io.platelake.core.trial;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.feed.rule.UnusualShares;
import io.platelake.core.land.Fate;
import io.platelake.core.record.Reason;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the records of a trial, and which fields its reads have. */
public final class TrialCounts {
  private static final int MOST_CAMERAS = 20;

  private final Map<Fate, TreeMap<String, TrialCause>> fates = new EnumMap<>(Fate.class);
  private final Map<String, Long> unregistered = new TreeMap<>();
  private final Map<String, Long> filled = new LinkedHashMap<>();
  private long records;
  private long reads;
  private long notReads;
  private long alsoWithoutTime;
  private long alsoWithoutCamera;

  /**
   * @param cause in a line, empty where the fate needs none
   */
  void add(Fate fate, String cause, String file, long line) {
    records++;
    fates
        .computeIfAbsent(fate, f -> new TreeMap<>())
        .merge(cause, new TrialCause(cause, 1, file, line), (known, one) -> known.plusOne());
  }

  /** A record that states itself that it is no read. */
  void addNoRead() {
    notReads++;
  }

  /** The first fault of a record hides the next, which would come up after the repair. */
  void addHidden(ParsedRead.Defect defect) {
    boolean plate = defect.reason() == Reason.BAD_PLATE;
    alsoWithoutTime += plate && defect.capturedAt() == null ? 1 : 0;
    alsoWithoutCamera +=
        (plate || defect.reason() == Reason.NO_TIME) && defect.cameraId() == null ? 1 : 0;
  }

  void addUnregistered(String camera) {
    if (unregistered.containsKey(camera) || unregistered.size() < MOST_CAMERAS) {
      unregistered.merge(camera, 1L, Long::sum);
    }
  }

  /** Records whose plate is at fault, and whose time is as well. */
  public long alsoWithoutTime() {
    return alsoWithoutTime;
  }

  /** Records whose plate or time is at fault, and whose camera is as well. */
  public long alsoWithoutCamera() {
    return alsoWithoutCamera;
  }

  /** Records by camera that the registry lacks, of 20 cameras at most. It may be a wrong column. */
  public Map<String, Long> unregistered() {
    return Collections.unmodifiableMap(unregistered);
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
            sums.put(fate, reasons.values().stream().mapToLong(TrialCause::records).sum()));
    return sums;
  }

  /** Records of a fate by reason, such as {@code NO_TIME captured_at (SEEN): ...}. */
  public Map<String, Long> reasons(Fate fate) {
    Map<String, Long> reasons = new TreeMap<>();
    causes(fate).forEach(cause -> reasons.put(cause.reason(), cause.records()));
    return reasons;
  }

  /** The reasons of a fate with the first record of each, those of most records first. */
  public List<TrialCause> causes(Fate fate) {
    return fates.getOrDefault(fate, new TreeMap<>()).values().stream()
        .filter(cause -> !cause.reason().isEmpty())
        .sorted(Comparator.comparingLong(TrialCause::records).reversed())
        .toList();
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
