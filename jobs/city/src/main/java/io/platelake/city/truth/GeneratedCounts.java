package io.platelake.city.truth;

import io.platelake.city.list.HotListMatches;
import io.platelake.city.option.Feed;
import io.platelake.city.reader.Sighting;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was written, by feed, outcome, reason and defect. */
public final class GeneratedCounts {
  private final Map<Feed, long[]> byFeed = new EnumMap<>(Feed.class);
  private final Map<String, Long> reasons = new TreeMap<>();
  private final long[] defects = new long[Defect.values().length];
  private final Map<String, Long> matches = new TreeMap<>();
  private long exact;
  private long plates;
  private long lines;
  private long records;

  public void line() {
    lines++;
  }

  public void record(
      Feed feed, Sighting s, Defect defect, ExpectedVerdict verdict, HotListMatches found) {
    byFeed
        .computeIfAbsent(feed, f -> new long[ExpectedFate.values().length])[
        verdict.outcome().ordinal()]++;
    if (verdict.reason() != null) {
      reasons.merge(verdict.reason(), 1L, Long::sum);
    }
    defects[defect.ordinal()]++;
    records++;
    if (s.plate() != null) {
      plates++;
      exact += Arrays.equals(s.plate(), s.truth()) ? 1 : 0;
    }
    if (found != HotListMatches.NONE) {
      for (HotListMatches.Match match : found.found()) {
        String tier = match.substitutions() == 0 ? "exact" : "equivalent";
        matches.merge(match.cause() + "_" + tier, 1L, Long::sum);
      }
      if (found.missed() != null) {
        matches.merge("missed_" + found.whyMissed(), 1L, Long::sum);
      }
    }
  }

  public long records() {
    return records;
  }

  public long lines() {
    return lines;
  }

  /** Of the records with a plate, how many are read exactly. */
  public double exactShare() {
    return plates == 0 ? 1 : (double) exact / plates;
  }

  public Map<String, Map<String, Long>> outcomes() {
    Map<String, Map<String, Long>> all = new TreeMap<>();
    byFeed.forEach(
        (feed, counts) -> {
          Map<String, Long> ofFeed = new TreeMap<>();
          for (ExpectedFate outcome : ExpectedFate.values()) {
            ofFeed.put(outcome.key(), counts[outcome.ordinal()]);
          }
          all.put(feed.id(), ofFeed);
        });
    return all;
  }

  public Map<String, Long> reasons() {
    return reasons;
  }

  public Map<String, Long> defects() {
    Map<String, Long> all = new TreeMap<>();
    for (Defect defect : Defect.values()) {
      all.put(defect.key(), defects[defect.ordinal()]);
    }
    return all;
  }

  public Map<String, Long> matches() {
    return matches;
  }
}
