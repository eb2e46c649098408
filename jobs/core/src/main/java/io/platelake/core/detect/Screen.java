package io.platelake.core.detect;

import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Screens logged searches with the detectors of a policy. A search counts once in totals, under the
 * first detector that names it, and keeps every label for its review.
 */
public final class Screen {
  /** Detectors that judge what an alert drove as well: who, and for whom; not why or how often. */
  private static final Set<Detector> OF_ALERTS_TOO =
      EnumSet.of(
          Detector.ENDED_ACCOUNT,
          Detector.UNTRAINED,
          Detector.BLOCKED_RECIPIENT,
          Detector.NO_AGREEMENT,
          Detector.UNRECORDED_EXPORT);

  private final ScreenContext context;
  private final Map<Detector, DetectorRule> rules;
  private final Map<Detector, Function<ScreenedSearch, RowVerdict>> ofRows =
      new EnumMap<>(Detector.class);

  public Screen(ScreenContext context) {
    this.context = context;
    this.rules = context.rules().map(AuditRules::detectors).orElse(Map.of());
    Map<Detector, Function<DetectorRule, Function<ScreenedSearch, RowVerdict>>> known =
        new EnumMap<>(new ReasonDetectors(context).all());
    known.putAll(new PeopleDetectors(context).all());
    rules.forEach(
        (detector, rule) ->
            Optional.ofNullable(known.get(detector))
                .ifPresent(make -> ofRows.put(detector, make.apply(rule))));
  }

  /** Screens searches in any order; none gives a result without findings. */
  public ScreenResult screen(Collection<ScreenedSearch> all) {
    return screen(SearchParts.of(all));
  }

  /**
   * Screens a log part by part, several at a time.
   *
   * @throws io.platelake.core.BadInput if there are more findings than memory and reviewers can
   *     take
   */
  public ScreenResult screen(SearchParts parts) {
    ScreenTally tally = new ScreenTally(rules.keySet());
    AcrossAccounts across = new AcrossAccounts(context, rules);
    IntStream.range(0, parts.count())
        .parallel()
        .forEach(number -> screen(Part.of(context, parts.part(number)), tally, across));
    if (across.namesAny()) {
      IntStream.range(0, parts.count())
          .parallel()
          .forEach(number -> across.take(Part.of(context, parts.part(number)).ofPeople()));
      tally.add(across.findings());
    }
    return tally.result();
  }

  /**
   * Searches in order of time.
   *
   * @param driven ids of those that an alert drove
   */
  private record Part(List<ScreenedSearch> searches, Set<String> driven) {
    static Part of(ScreenContext context, Collection<ScreenedSearch> all) {
      List<ScreenedSearch> searches =
          all.stream()
              .sorted(Comparator.comparing(ScreenedSearch::at).thenComparing(ScreenedSearch::id))
              .toList();
      return new Part(
          searches, context.rules().map(r -> AlertLookups.find(r, searches)).orElse(Set.of()));
    }

    List<ScreenedSearch> ofPeople() {
      return searches.stream().filter(s -> !driven.contains(s.id())).toList();
    }
  }

  private void screen(Part part, ScreenTally tally, AcrossAccounts across) {
    List<ScreenedSearch> searches = part.searches();
    RowVerdicts[] verdicts = new RowVerdicts[searches.size()];
    // Each search is judged alone, so several threads may share them.
    IntStream.range(0, verdicts.length)
        .parallel()
        .forEach(i -> verdicts[i] = judge(searches.get(i), part.driven()));
    List<ScreenFinding> findings = new ArrayList<>();
    long[][] seen = new long[Detector.values().length][2];
    for (int i = 0; i < verdicts.length; i++) {
      for (Detector detector : ofRows.keySet()) {
        long bit = ScreenTally.bit(detector);
        boolean candidate = (verdicts[i].candidate() & bit) != 0;
        if (candidate || ((verdicts[i].clear() | verdicts[i].unseen()) & bit) != 0) {
          seen[detector.ordinal()][(verdicts[i].unseen() & bit) == 0 ? 0 : 1]++;
        }
        if (candidate) {
          findings.add(
              ScreenFinding.of(
                  detector, List.of(searches.get(i)), 1, rules.get(detector).authority()));
        }
      }
    }
    List<ScreenedSearch> ofPeople = part.ofPeople();
    findings.addAll(new GroupDetectors(context, rules, ofPeople).findings());
    for (Detector detector : rules.keySet()) {
      if (!ofRows.containsKey(detector)) {
        for (ScreenedSearch search : ofPeople) {
          seen[detector.ordinal()][GroupDetectors.isFed(detector, search) ? 0 : 1]++;
        }
      }
    }
    across.count(ofPeople);
    tally.add(findings, part.driven(), ofPeople.size(), seen);
  }

  /** Verdicts about one search, a bit a detector. */
  private record RowVerdicts(long candidate, long unseen, long clear) {}

  private RowVerdicts judge(ScreenedSearch search, Set<String> driven) {
    long[] bits = new long[RowVerdict.values().length];
    boolean ofAlert = driven.contains(search.id());
    ofRows.forEach(
        (detector, judge) -> {
          if (!ofAlert || OF_ALERTS_TOO.contains(detector)) {
            bits[judge.apply(search).ordinal()] |= 1L << detector.ordinal();
          }
        });
    return new RowVerdicts(
        bits[RowVerdict.CANDIDATE.ordinal()],
        bits[RowVerdict.UNSEEN.ordinal()],
        bits[RowVerdict.CLEAR.ordinal()]);
  }
}
