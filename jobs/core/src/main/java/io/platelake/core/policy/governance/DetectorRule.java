package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.Detector.Parameter;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The thresholds of one detector.
 *
 * @param atLeast count from which it speaks; 0 where it counts nothing
 * @param within length of time that it looks at, or tolerates; empty where it needs none
 * @param times multiple of the median of peers; 0 where it compares nobody
 * @param terms words of reasons, each whole and in order; may be empty
 * @param pattern form of the agency's case numbers; empty where none is given
 * @param authority where it comes from
 */
public record DetectorRule(
    int atLeast,
    Optional<Period> within,
    int times,
    List<String> terms,
    Optional<String> pattern,
    Authority authority) {
  private static final int MOST = 1_000_000;

  public DetectorRule {
    terms = List.copyOf(terms);
    pattern.ifPresent(
        regex -> {
          try {
            Pattern.compile(regex);
          } catch (PatternSyntaxException e) {
            throw new InvalidRule("pattern", "is no regular expression", "Correct it");
          }
        });
  }

  public static DetectorRule read(YamlMap fields) {
    return new DetectorRule(
        fields.has("at_least") ? fields.integer("at_least", 2, MOST) : 0,
        fields.optional("within", Period::read),
        fields.has("times") ? fields.integer("times", 2, 1_000) : 0,
        fields.optionalTexts("terms"),
        fields.optionalText("pattern"),
        Authority.of(fields));
  }

  /** The rules of a policy by detector, in the order of the detectors. */
  static Map<Detector, DetectorRule> all(YamlMap fields) {
    Map<Detector, DetectorRule> rules = new EnumMap<>(Detector.class);
    fields
        .optionalMap("detectors", DetectorRule::read)
        .forEach((name, rule) -> rules.put(known(name), rule.checked(known(name))));
    return Collections.unmodifiableMap(rules);
  }

  private static Detector known(String name) {
    return Arrays.stream(Detector.values())
        .filter(d -> d.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRule(
                    "detectors." + name,
                    "is no detector",
                    "Use one of " + Arrays.toString(Detector.values()).toLowerCase(Locale.ROOT)));
  }

  private DetectorRule checked(Detector detector) {
    for (Parameter parameter : detector.needs()) {
      if (!has(parameter)) {
        throw new InvalidRule(
            "detectors." + detector.label() + "." + parameter.key(),
            "is missing",
            "Set it, or take the detector out");
      }
    }
    return this;
  }

  private boolean has(Parameter parameter) {
    return switch (parameter) {
      case AT_LEAST -> atLeast > 0;
      case WITHIN -> within.isPresent();
      case TIMES -> times > 0;
      case TERMS -> !terms.isEmpty();
    };
  }
}
