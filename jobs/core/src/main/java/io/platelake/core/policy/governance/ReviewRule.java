package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often the policy itself is reviewed; at least one of the two.
 *
 * @param every the longest time between two reviews
 * @param due a review date that the document itself sets
 * @param authority where it comes from
 */
public record ReviewRule(Optional<Period> every, Optional<LocalDate> due, Authority authority) {

  public ReviewRule {
    if (every.isEmpty() && due.isEmpty()) {
      throw new InvalidRule("every", "is missing, and due too", "Give an interval or a date");
    }
  }

  /**
   * First instant at which a review is overdue.
   *
   * @param reviewedAt when it was reviewed last
   * @return empty when the date of the document is past and no interval follows it
   */
  public Optional<Instant> overdueFrom(Instant reviewedAt) {
    Optional<Instant> byDate =
        due.map(d -> d.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
            .filter(reviewedAt::isBefore);
    Optional<Instant> byInterval = every.map(e -> Retention.expiresAt(reviewedAt, e));
    return Stream.concat(byDate.stream(), byInterval.stream()).min(Instant::compareTo);
  }

  public static ReviewRule read(YamlMap fields) {
    return new ReviewRule(
        fields.optional("every", Period::read), fields.optionalDate("due"), Authority.of(fields));
  }
}
