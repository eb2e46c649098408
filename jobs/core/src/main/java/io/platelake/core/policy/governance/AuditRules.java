package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often the agency audits itself, and what an audit covers.
 *
 * @param every the longest time between two audits
 * @param covers subjects of an audit
 * @param sampleSize how many accesses an audit draws at random at least; empty where none is set
 * @param auditor who performs it
 * @param reviewer who reviews and approves the result
 * @param alertRefresh look-ups of one plate by one person that follow each other this closely come
 *     from an open alert; empty where each counts as a search
 * @param detectors thresholds of what a screen looks for, in the order in which totals count
 * @param authority where it comes from
 */
public record AuditRules(
    Period every,
    List<String> covers,
    Optional<Integer> sampleSize,
    Optional<String> auditor,
    Optional<String> reviewer,
    Optional<AlertRefresh> alertRefresh,
    Map<Detector, DetectorRule> detectors,
    Authority authority) {

  /**
   * @param within longest time between two look-ups of one alert
   * @param authority where it comes from
   */
  public record AlertRefresh(Period within, Authority authority) {
    public static AlertRefresh read(YamlMap fields) {
      return new AlertRefresh(fields.read("within", Period::read), Authority.of(fields));
    }
  }

  public static AuditRules read(YamlMap fields) {
    return new AuditRules(
        fields.read("every", Period::read),
        fields.words("covers"),
        fields.has("sample_size")
            ? Optional.of(fields.integer("sample_size", 1, 100_000))
            : Optional.empty(),
        fields.optionalText("auditor"),
        fields.optionalText("reviewer"),
        fields.optional("alert_refresh", AlertRefresh::read),
        DetectorRule.all(fields),
        Authority.of(fields));
  }
}
