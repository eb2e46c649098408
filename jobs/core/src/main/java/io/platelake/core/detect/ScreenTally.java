package io.platelake.core.detect;

import io.platelake.core.BadInput;
import io.platelake.core.policy.governance.Detector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Findings and counts of a screen as they grow, by several threads. */
final class ScreenTally {
  /** About 0.4 kB each; nobody reviews more. */
  private static final int MOST_FINDINGS = 2_000_000;

  /** Marks a labelled search that an alert drove; detectors have the bits below. */
  private static final long DRIVEN = Long.MIN_VALUE;

  private final Set<Detector> detectors;
  private final List<ScreenFinding> findings = new ArrayList<>();
  private final LabelBits labels = new LabelBits();
  private final long[][] seen = new long[Detector.values().length][2];
  private long people;
  private long alerts;

  /**
   * @param detectors of the policy
   */
  ScreenTally(Set<Detector> detectors) {
    this.detectors = detectors;
  }

  static long bit(Detector detector) {
    return 1L << detector.ordinal();
  }

  /**
   * Adds what a part gave.
   *
   * @param judged by detector, how many searches it could judge, and how many it could not
   */
  synchronized void add(
      Collection<ScreenFinding> more, Set<String> driven, long ofPeople, long[][] judged) {
    people += ofPeople;
    alerts += driven.size();
    for (int detector = 0; detector < seen.length; detector++) {
      seen[detector][0] += judged[detector][0];
      seen[detector][1] += judged[detector][1];
    }
    add(more);
    if (!driven.isEmpty()) {
      more.stream()
          .flatMap(finding -> finding.searches().stream())
          .filter(driven::contains)
          .forEach(id -> labels.add(id, DRIVEN));
    }
  }

  /** Adds findings about searches of people. */
  synchronized void add(Collection<ScreenFinding> more) {
    if (findings.size() + more.size() > MOST_FINDINGS) {
      throw new BadInput(
          "The searches of this window",
          "the detectors name more than " + MOST_FINDINGS + " candidates",
          "Give a shorter window, or loosen the rule that names most of them.");
    }
    findings.addAll(more);
    more.forEach(
        finding -> finding.searches().forEach(id -> labels.add(id, bit(finding.detector()))));
  }

  ScreenResult result() {
    findings.sort(
        Comparator.comparing(ScreenFinding::detector)
            .thenComparing(ScreenFinding::from)
            .thenComparing(ScreenFinding::id));
    long[] ofDetector = new long[seen.length];
    findings.forEach(finding -> ofDetector[finding.detector().ordinal()]++);
    long[] candidates = new long[seen.length];
    long[] first = new long[seen.length];
    long[] driven = new long[seen.length];
    labels.forEach(
        bits -> {
          long own = bits & ~DRIVEN;
          first[Long.numberOfTrailingZeros(own)]++;
          for (long rest = own; rest != 0; rest &= rest - 1) {
            int detector = Long.numberOfTrailingZeros(rest);
            candidates[detector]++;
            driven[detector] += bits < 0 ? 1 : 0;
          }
        });
    List<DetectorCount> counts = new ArrayList<>();
    for (Detector detector : detectors) {
      int i = detector.ordinal();
      counts.add(
          new DetectorCount(
              detector, seen[i][0], seen[i][1], candidates[i], first[i], driven[i], ofDetector[i]));
    }
    return new ScreenResult(people, alerts, labels.size(), findings, counts);
  }

  /**
   * The labels of searches, a bit a detector, in about 30 bytes a labelled search. A search goes by
   * a hash of 64 bits of its id: two of ten million share one in 400,000 logs.
   */
  private static final class LabelBits {
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final double FULL = 0.7;

    private long[] keys = new long[1 << 10];
    private long[] bits = new long[1 << 10];
    private int size;

    /** Adds labels to those of a search. */
    void add(String id, long more) {
      if (size >= FULL * keys.length) {
        grow();
      }
      long key = key(id);
      int slot = slot(keys, key);
      size += keys[slot] == 0 ? 1 : 0;
      keys[slot] = key;
      bits[slot] |= more;
    }

    /** Searches with a label. */
    long size() {
      return size;
    }

    /** The labels of every search that has one. */
    void forEach(LongConsumer visit) {
      for (int slot = 0; slot < keys.length; slot++) {
        if (keys[slot] != 0) {
          visit.accept(bits[slot]);
        }
      }
    }

    private void grow() {
      long[] oldKeys = keys;
      long[] oldBits = bits;
      keys = new long[2 * oldKeys.length];
      bits = new long[2 * oldBits.length];
      for (int old = 0; old < oldKeys.length; old++) {
        if (oldKeys[old] != 0) {
          int slot = slot(keys, oldKeys[old]);
          keys[slot] = oldKeys[old];
          bits[slot] = oldBits[old];
        }
      }
    }

    private static int slot(long[] keys, long key) {
      int slot = (int) (key >>> 32) & keys.length - 1;
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = slot + 1 & keys.length - 1;
      }
      return slot;
    }

    /** Never 0. */
    private static long key(String id) {
      long h = id.length();
      for (int i = 0; i < id.length(); i++) {
        h = (h ^ id.charAt(i)) * PRIME;
        h ^= h >>> 29;
      }
      h *= PRIME;
      h ^= h >>> 32;
      return h == 0 ? 1 : h;
    }
  }
}
