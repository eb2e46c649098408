package io.platelake.core.policy.retention;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Instant;
import java.util.Set;

/**
 * A reason to keep reads beyond their limit, and when it ends.
 *
 * @param purposes purposes whose reads may be held for this reason
 * @param keep how long after the event the reads may still stay; zero ends the hold with it
 * @param after the event: close of the case or final disposition
 * @param categories hot-list categories a case must concern; empty means any case
 * @param authority where it comes from
 */
public record HoldRule(
    Set<String> purposes, Period keep, Clock after, Set<String> categories, Authority authority) {

  public HoldRule {
    if (after != Clock.CASE_CLOSE && after != Clock.FINAL_DISPOSITION) {
      throw new InvalidRule(
          "after", "is not the end of a case", "Use case_close or final_disposition");
    }
  }

  /** First instant at which the hold no longer keeps anything. */
  public Instant endsAt(Instant event) {
    return Retention.expiresAt(event, keep);
  }

  public static HoldRule read(YamlMap fields) {
    return new HoldRule(
        Set.copyOf(fields.words("purposes")),
        fields.read("keep", Period::read),
        fields.word("after", Clock.class),
        Set.copyOf(fields.optionalWords("categories")),
        Authority.of(fields));
  }
}
