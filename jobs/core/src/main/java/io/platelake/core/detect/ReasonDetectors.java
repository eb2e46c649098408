package io.platelake.core.detect;

import static io.platelake.core.detect.RowVerdict.CLEAR;
import static io.platelake.core.detect.RowVerdict.UNSEEN;

import io.platelake.core.access.Terms;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Detectors that read what was stated: reason and case. */
final class ReasonDetectors {
  /** Between an offence and its detail, as logs write them. */
  private static final Pattern PARTS = Pattern.compile("\\s-\\s|\\R");

  /** Fewer letters and digits say nothing. */
  private static final int SHORTEST = 3;

  private final ScreenContext context;
  private final Remembered isNumber = new Remembered(CaseNumbers::isOnly);

  ReasonDetectors(ScreenContext context) {
    this.context = context;
  }

  Map<Detector, Function<DetectorRule, Function<ScreenedSearch, RowVerdict>>> all() {
    return Map.of(
        Detector.PROHIBITED_WORD, rule -> prohibited(),
        Detector.MISSING_STATEMENT, rule -> missing(),
        Detector.CASE_IN_REASON, rule -> caseInReason(rule.pattern().map(Pattern::compile)),
        Detector.UNKNOWN_CASE, rule -> unknownCase(rule.pattern().map(Pattern::compile)),
        Detector.UNINFORMATIVE_REASON, rule -> uninformative(),
        Detector.GENERIC_REASON, ReasonDetectors::generic,
        Detector.WIDE_SCOPE, ReasonDetectors::wideScope,
        Detector.ON_BEHALF, ReasonDetectors::onBehalf);
  }

  private Function<ScreenedSearch, RowVerdict> prohibited() {
    Terms<String> terms = new Terms<>();
    context
        .policy()
        .prohibitedUses()
        .forEach(
            (use, rule) -> {
              rule.terms().forEach(term -> terms.add(term, use));
              rule.alone().forEach(term -> terms.addWhole(term, use));
            });
    Remembered names = new Remembered(text -> names(terms, text));
    return search ->
        search.reason().isHidden()
            ? UNSEEN
            : RowVerdict.of(
                names.test(search.reason().text())
                    || search.caseNumber().isValue() && names.test(search.caseNumber().text()));
  }

  /** Words that betray a use alone do so as one of several statements too. */
  private static boolean names(Terms<String> terms, String text) {
    return !terms.find(text).isEmpty()
        || PARTS.splitAsStream(text).anyMatch(part -> !terms.find(part).isEmpty());
  }

  private Function<ScreenedSearch, RowVerdict> missing() {
    StatedItems items = new StatedItems(context.policy());
    return search -> items.lacks(search.reason(), search.caseNumber());
  }

  private Function<ScreenedSearch, RowVerdict> caseInReason(Optional<Pattern> form) {
    return search -> {
      if (search.caseNumber().isHidden() || search.reason().isHidden()) {
        return UNSEEN;
      }
      String reason = search.reason().text();
      boolean onlyNumber =
          search.reason().isValue()
              && (isNumber.test(reason)
                  || form.filter(f -> f.matcher(reason).matches()).isPresent());
      return RowVerdict.of(search.caseNumber().isBlank() && onlyNumber);
    };
  }

  private Function<ScreenedSearch, RowVerdict> unknownCase(Optional<Pattern> form) {
    Optional<Set<String>> cases = context.cases();
    return search -> {
      SeenCell number = search.caseNumber();
      if (number.isHidden() || (form.isEmpty() && cases.isEmpty())) {
        return UNSEEN;
      }
      if (!number.isValue()) {
        return CLEAR;
      }
      return RowVerdict.of(
          form.filter(f -> !f.matcher(number.text()).matches()).isPresent()
              || cases.filter(all -> !all.contains(CaseNumbers.plain(number.text()))).isPresent());
    };
  }

  private Function<ScreenedSearch, RowVerdict> uninformative() {
    Set<String> words = new HashSet<>();
    Policy policy = context.policy();
    policy
        .statementRules()
        .saysNothing()
        .ifPresent(list -> list.words().forEach(w -> words.add(Terms.spelled(w))));
    // Words that fit every search are a class of their own.
    context
        .rules()
        .map(rules -> rules.detectors().get(Detector.GENERIC_REASON))
        .ifPresent(rule -> words.removeAll(spelled(rule.terms())));
    Remembered nothing = new Remembered(text -> saysNothing(words, text));
    return search -> {
      if (search.reason().isHidden()) {
        return UNSEEN;
      }
      return RowVerdict.of(
          search.reason().state() == SeenCell.State.PLACEHOLDER
              || search.reason().isValue() && nothing.test(search.reason().text()));
    };
  }

  private static boolean saysNothing(Set<String> words, String text) {
    String spelled = Terms.spelled(text);
    return spelled.replace(" ", "").length() < SHORTEST
        || words.contains(spelled)
        || KeyMash.is(spelled);
  }

  private static Function<ScreenedSearch, RowVerdict> generic(DetectorRule rule) {
    Set<String> words = new HashSet<>(spelled(rule.terms()));
    Remembered isGeneric = new Remembered(text -> words.contains(Terms.spelled(text)));
    return search ->
        search.reason().isHidden() ? UNSEEN : RowVerdict.of(isGeneric.test(search.reason().text()));
  }

  private static Function<ScreenedSearch, RowVerdict> wideScope(DetectorRule rule) {
    Remembered names = terms(rule);
    return search ->
        search.networks() < 0 || search.reason().isHidden()
            ? UNSEEN
            : RowVerdict.of(
                search.networks() >= rule.atLeast() && names.test(search.reason().text()));
  }

  private static Function<ScreenedSearch, RowVerdict> onBehalf(DetectorRule rule) {
    Remembered names = terms(rule);
    return search ->
        search.reason().isHidden() ? UNSEEN : RowVerdict.of(names.test(search.reason().text()));
  }

  private static Remembered terms(DetectorRule rule) {
    Terms<String> terms = new Terms<>();
    rule.terms().forEach(term -> terms.add(term, term));
    return new Remembered(text -> !terms.find(text).isEmpty());
  }

  private static List<String> spelled(Collection<String> words) {
    return words.stream().map(Terms::spelled).toList();
  }
}
