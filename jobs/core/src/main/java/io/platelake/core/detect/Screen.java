package io.platelake.core.detect;

import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
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
    List<ScreenedSearch> searches =
        all.stream()
            .sorted(Comparator.comparing(ScreenedSearch::at).thenComparing(ScreenedSearch::id))
            .toList();
    Set<String> driven = context.rules().map(r -> AlertLookups.find(r, searches)).orElse(Set.of());
    Counting counting = new Counting(driven);
    RowVerdicts[] verdicts = new RowVerdicts[searches.size()];
    // Each search is judged alone, so several threads may share them; counting keeps their order.
    IntStream.range(0, verdicts.length)
        .parallel()
        .forEach(i -> verdicts[i] = judge(searches.get(i), driven));
    for (int i = 0; i < verdicts.length; i++) {
      counting.add(verdicts[i], searches.get(i));
    }
    List<ScreenedSearch> ofPeople =
        searches.stream().filter(s -> !driven.contains(s.id())).toList();
    new GroupDetectors(context, rules, ofPeople).findings().forEach(counting::add);
    rules.keySet().stream()
        .filter(detector -> !ofRows.containsKey(detector))
        .forEach(detector -> ofPeople.forEach(s -> counting.seen(detector, s)));
    return counting.result(ofPeople.size(), driven.size());
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

  /** Findings and counts as they grow. */
  private final class Counting {
    private final Set<String> driven;
    private final List<ScreenFinding> findings = new ArrayList<>();
    private final Map<String, Set<Detector>> labels = new HashMap<>();
    private final Map<Detector, long[]> seen = new EnumMap<>(Detector.class);

    Counting(Set<String> driven) {
      this.driven = driven;
    }

    void add(RowVerdicts verdicts, ScreenedSearch search) {
      for (Detector detector : ofRows.keySet()) {
        long bit = 1L << detector.ordinal();
        boolean candidate = (verdicts.candidate() & bit) != 0;
        if (candidate || ((verdicts.clear() | verdicts.unseen()) & bit) != 0) {
          count(detector, (verdicts.unseen() & bit) == 0);
        }
        if (candidate) {
          add(ScreenFinding.of(detector, List.of(search), 1, rules.get(detector).authority()));
        }
      }
    }

    void add(ScreenFinding finding) {
      findings.add(finding);
      finding
          .searches()
          .forEach(
              id ->
                  labels
                      .computeIfAbsent(id, k -> EnumSet.noneOf(Detector.class))
                      .add(finding.detector()));
    }

    void seen(Detector detector, ScreenedSearch search) {
      count(detector, GroupDetectors.isFed(detector, search));
    }

    private void count(Detector detector, boolean judged) {
      seen.computeIfAbsent(detector, d -> new long[2])[judged ? 0 : 1]++;
    }

    ScreenResult result(long people, long alerts) {
      findings.sort(
          Comparator.comparing(ScreenFinding::detector)
              .thenComparing(ScreenFinding::from)
              .thenComparing(ScreenFinding::id));
      List<DetectorCount> counts = new ArrayList<>();
      for (Detector detector : rules.keySet()) {
        long[] judged = seen.getOrDefault(detector, new long[2]);
        List<Map.Entry<String, Set<Detector>>> labelled =
            labels.entrySet().stream().filter(e -> e.getValue().contains(detector)).toList();
        counts.add(
            new DetectorCount(
                detector,
                judged[0],
                judged[1],
                labelled.size(),
                labelled.stream().filter(e -> e.getValue().iterator().next() == detector).count(),
                labelled.stream().filter(e -> driven.contains(e.getKey())).count(),
                findings.stream().filter(f -> f.detector() == detector).count()));
      }
      return new ScreenResult(people, alerts, findings, counts, labels);
    }
  }
}
