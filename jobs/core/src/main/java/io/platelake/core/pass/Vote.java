package io.platelake.core.pass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vote among the reads of a pass, every reading with the weight of its confidence.
 *
 * @param winner what has the most weight; at a tie, what more reads say, then what was said first
 * @param share of all weight, above 0 to 1
 */
record Vote<T>(T winner, double share) {
  /** Weight of a reading whose reader gives no confidence. */
  static final double UNRATED = 0.5;

  /** A reading without any confidence still is one. */
  static final double LEAST = 0.01;

  /**
   * The plate. A candidate counts with its own confidence, so that a plate which no read put first
   * wins where all reads agree on it second. In one read a plate counts once.
   */
  static Vote<Long> plate(List<PassRead> reads) {
    Ballot<Long> ballot = new Ballot<>();
    for (PassRead read : reads) {
      long own = read.plate().plateKey();
      ballot.add(own, read.plate().confidence(), true);
      for (Reading candidate : read.candidates()) {
        if (candidate.plateKey() != own) {
          ballot.add(candidate.plateKey(), candidate.confidence(), false);
        }
      }
    }
    return ballot.count().orElseThrow();
  }

  /** The state; empty when no read states one. */
  static Optional<Vote<String>> state(List<PassRead> reads) {
    Ballot<String> ballot = new Ballot<>();
    for (PassRead read : reads) {
      if (read.state() != null) {
        ballot.add(read.state(), read.stateConfidence(), true);
      }
    }
    return ballot.count();
  }

  private static final class Ballot<T> {
    // In order of first mention, so that sums and ties do not depend on hashing.
    private final Map<T, double[]> weightAndReads = new LinkedHashMap<>();
    private double total;

    void add(T what, Double confidence, boolean isRead) {
      double weight = confidence == null ? UNRATED : Math.max(confidence, LEAST);
      double[] sums = weightAndReads.computeIfAbsent(what, k -> new double[2]);
      sums[0] += weight;
      sums[1] += isRead ? 1 : 0;
      total += weight;
    }

    Optional<Vote<T>> count() {
      T winner = null;
      double[] most = {-1, -1};
      for (Map.Entry<T, double[]> e : weightAndReads.entrySet()) {
        double[] sums = e.getValue();
        if (sums[0] > most[0] || (sums[0] == most[0] && sums[1] > most[1])) {
          winner = e.getKey();
          most = sums;
        }
      }
      return winner == null ? Optional.empty() : Optional.of(new Vote<>(winner, most[0] / total));
    }
  }
}
