package io.platelake.app.land;

import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.core.land.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What a run of {@code feed land} gives.
 *
 * @param feeds feeds for which files waited
 * @param feedsNotLanded of these, feeds that are broken, refused or failed
 * @param feedsUnusual of these, feeds with an unusual share
 * @param fates records of all feeds by fate
 * @param dates UTC dates of capture of the reads: what to match and count again
 * @param outcomes how each feed ended, by the name of its definition
 * @param keptReads kept reads of each feed that landed
 * @param problems what to look at, by feed
 */
record FeedLandResult(
    long feeds,
    long feedsNotLanded,
    long feedsUnusual,
    long files,
    long filesKnown,
    long records,
    Map<Fate, Long> fates,
    List<String> dates,
    Map<String, String> outcomes,
    Map<String, Long> keptReads,
    Map<String, String> problems,
    RunOutcome outcome)
    implements RunResult {

  static FeedLandResult of(List<LandedFeed> feeds) {
    List<LandResult> results = feeds.stream().flatMap(feed -> feed.result().stream()).toList();
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    results.forEach(result -> result.fates().forEach((fate, n) -> fates.merge(fate, n, Long::sum)));
    Map<String, String> outcomes = new TreeMap<>();
    Map<String, Long> kept = new TreeMap<>();
    Map<String, String> problems = new TreeMap<>();
    for (LandedFeed feed : feeds) {
      outcomes.put(feed.name(), feed.outcome().label());
      feed.result().ifPresent(r -> kept.put(feed.name(), r.fates().getOrDefault(Fate.KEPT, 0L)));
      if (!feed.toLookAt().isEmpty()) {
        problems.put(feed.name(), feed.toLookAt());
      }
    }
    return new FeedLandResult(
        feeds.size(),
        feeds.size() - results.size(),
        results.stream().filter(result -> !result.unusual().isEmpty()).count(),
        sum(results, LandResult::files),
        sum(results, LandResult::filesKnown),
        sum(results, LandResult::records),
        fates,
        results.stream().flatMap(r -> r.dates().stream()).distinct().sorted().toList(),
        outcomes,
        kept,
        problems,
        end(feeds));
  }

  private static long sum(Collection<LandResult> results, ToLongFunction<LandResult> count) {
    return results.stream().mapToLong(count).sum();
  }

  /** What fails can be tried again; what is broken or refused needs a person. */
  private static RunOutcome end(List<LandedFeed> feeds) {
    if (feeds.stream().anyMatch(feed -> feed.outcome() == RunOutcome.FAILED)) {
      return RunOutcome.FAILED;
    }
    return feeds.stream().allMatch(feed -> feed.outcome() == RunOutcome.DONE)
        ? RunOutcome.DONE
        : RunOutcome.FINDING;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d of %,d feeds landed: %,d records in %,d files (%,d known before)",
            feeds - feedsNotLanded, feeds, records, files, filesKnown));
    for (Fate fate : Fate.values()) {
      lines.add(LandResult.line(fate, fates));
    }
    problems.forEach(
        (feed, why) -> lines.add(String.format("%-8s  %s: %s", outcomes.get(feed), feed, why)));
    return lines;
  }
}
