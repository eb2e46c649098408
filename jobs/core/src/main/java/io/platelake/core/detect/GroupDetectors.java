package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import io.platelake.core.policy.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Detectors that need several searches of one account. They see searches of people only. */
final class GroupDetectors {
  private static final String BREAK = "\n";

  private final ScreenContext context;
  private final Map<Detector, DetectorRule> rules;
  private final List<ScreenedSearch> searches;
  private final List<ScreenFinding> findings = new ArrayList<>();

  /**
   * @param searches of people, in order of time
   */
  GroupDetectors(
      ScreenContext context, Map<Detector, DetectorRule> rules, List<ScreenedSearch> searches) {
    this.context = context;
    this.rules = rules;
    this.searches = searches;
  }

  List<ScreenFinding> findings() {
    with(Detector.REPEAT_TARGET, this::repeatTarget);
    with(Detector.PLATES_OF_CASE, this::platesOfCase);
    with(Detector.CASES_OF_PLATE, this::casesOfPlate);
    with(Detector.CONSECUTIVE_DAYS, this::consecutiveDays);
    with(Detector.TWO_PLACES, this::twoPlaces);
    return findings;
  }

  private void with(Detector detector, Consumer<DetectorRule> find) {
    DetectorRule rule = rules.get(detector);
    if (rule != null) {
      find.accept(rule);
    }
  }

  /** One account and plate, over a time as long as the rule's, and never a case in it. */
  private void repeatTarget(DetectorRule rule) {
    groups(own(s -> s.plate().isValue()), s -> account(s) + BREAK + s.plate().text())
        .values()
        .forEach(
            group -> {
              boolean noCase = group.stream().allMatch(s -> s.caseNumber().isBlank());
              Instant first = group.get(0).at();
              Instant last = group.get(group.size() - 1).at();
              boolean sustained =
                  !Retention.expiresAt(first, rule.within().orElseThrow()).isAfter(last);
              if (noCase && sustained && group.size() >= rule.atLeast()) {
                add(Detector.REPEAT_TARGET, rule, group, group.size());
              }
            });
  }

  private void platesOfCase(DetectorRule rule) {
    groups(
            own(s -> s.plate().isValue() && s.caseNumber().isValue()),
            s -> account(s) + BREAK + CaseNumbers.plain(s.caseNumber().text()))
        .values()
        .forEach(group -> many(Detector.PLATES_OF_CASE, rule, group, s -> s.plate().text()));
  }

  private void casesOfPlate(DetectorRule rule) {
    groups(
            own(s -> s.plate().isValue() && s.caseNumber().isValue()),
            s -> account(s) + BREAK + s.plate().text())
        .values()
        .forEach(
            group ->
                many(
                    Detector.CASES_OF_PLATE,
                    rule,
                    group,
                    s -> CaseNumbers.plain(s.caseNumber().text())));
  }

  /** Finds a group with enough distinct values in any time as long as the rule's. */
  private void many(
      Detector detector,
      DetectorRule rule,
      List<ScreenedSearch> group,
      Function<ScreenedSearch, String> value) {
    Map<String, Integer> inWindow = new HashMap<>();
    Set<ScreenedSearch> found = new LinkedHashSet<>();
    int start = 0;
    int most = 0;
    for (int end = 0; end < group.size(); end++) {
      inWindow.merge(value.apply(group.get(end)), 1, Integer::sum);
      while (!Retention.expiresAt(group.get(start).at(), rule.within().orElseThrow())
          .isAfter(group.get(end).at())) {
        inWindow.computeIfPresent(value.apply(group.get(start)), (k, n) -> n == 1 ? null : n - 1);
        start++;
      }
      if (inWindow.size() >= rule.atLeast()) {
        found.addAll(group.subList(start, end + 1));
        most = Math.max(most, inWindow.size());
      }
    }
    if (!found.isEmpty()) {
      add(detector, rule, List.copyOf(found), most);
    }
  }

  private void consecutiveDays(DetectorRule rule) {
    groups(own(s -> true), this::account)
        .values()
        .forEach(
            group -> {
              List<ScreenedSearch> run = new ArrayList<>();
              LocalDate last = null;
              int days = 0;
              for (ScreenedSearch search : group) {
                LocalDate day = LocalDate.ofInstant(search.at(), context.zone());
                if (last != null && day.isAfter(last.plusDays(1))) {
                  addRun(rule, run, days);
                  run.clear();
                  days = 0;
                }
                days += day.equals(last) ? 0 : 1;
                last = day;
                run.add(search);
              }
              addRun(rule, run, days);
            });
  }

  private void addRun(DetectorRule rule, List<ScreenedSearch> run, int days) {
    if (days >= rule.atLeast()) {
      add(Detector.CONSECUTIVE_DAYS, rule, List.copyOf(run), days);
    }
  }

  private void twoPlaces(DetectorRule rule) {
    Duration within = rule.within().orElseThrow().toDuration();
    groups(own(s -> s.device().isPresent()), this::account)
        .values()
        .forEach(
            group -> {
              for (int i = 1; i < group.size(); i++) {
                ScreenedSearch before = group.get(i - 1);
                ScreenedSearch now = group.get(i);
                if (!before.device().equals(now.device())
                    && !before.at().plus(within).isBefore(now.at())) {
                  add(Detector.TWO_PLACES, rule, List.of(before, now), 2);
                }
              }
            });
  }

  /** Searches of known accounts of the agency itself. */
  private List<ScreenedSearch> own(Predicate<ScreenedSearch> which) {
    return searches.stream()
        .filter(s -> s.isOwn() && s.account().isValue() && which.test(s))
        .toList();
  }

  private String account(ScreenedSearch search) {
    return search.account().text();
  }

  private static Map<String, List<ScreenedSearch>> groups(
      List<ScreenedSearch> searches, Function<ScreenedSearch, String> key) {
    Map<String, List<ScreenedSearch>> groups = new LinkedHashMap<>();
    searches.forEach(s -> groups.computeIfAbsent(key.apply(s), k -> new ArrayList<>()).add(s));
    return groups;
  }

  private void add(Detector detector, DetectorRule rule, List<ScreenedSearch> group, long measure) {
    findings.add(ScreenFinding.of(detector, group, measure, rule.authority()));
  }

  /** Which detectors of groups the log can feed. */
  static boolean isFed(Detector detector, ScreenedSearch search) {
    boolean person = search.isOwn() && search.account().isValue();
    return switch (detector) {
      case REPEAT_TARGET -> person && search.plate().isValue() && !search.caseNumber().isHidden();
      case PLATES_OF_CASE, CASES_OF_PLATE ->
          person && search.plate().isValue() && search.caseNumber().isValue();
      case TWO_PLACES, SHARED_ADDRESS -> person && search.device().isPresent();
      case CHANGED_SHARING -> false; // an event log has settings, a log of searches has none
      default -> person;
    };
  }
}
