package io.platelake.core.accesslog;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When rows of the access log go. The clock of all rows of a UTC date starts at the end of that
 * date. So a policy with one period as minimum and maximum can be kept: no row goes too early, and
 * the first purge after the period takes the whole date.
 */
public final class LogRetention {
  /** The class in {@code records} of a policy. */
  public static final String RECORD_CLASS = "access_log";

  private LogRetention() {}

  /** Start of the clock of rows of a date, UTC. */
  public static Instant clock(LocalDate date) {
    return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Whether rows of a date may go, by the wall clock. The now of a purge can be any instant; with
   * one in the future somebody could make the log forget early.
   */
  public static boolean mayGo(Policy policy, LocalDate date, Instant clockNow) {
    Optional<RetentionRule> rule = policy.recordClass(RECORD_CLASS).own();
    Instant from = clock(date);
    Optional<Instant> kept = rule.flatMap(own -> own.keptUntil(from));
    Optional<Instant> limit =
        rule.flatMap(own -> own.expiresAt(from))
            .map(end -> end.minus(policy.purgeRules().horizon()));
    return kept.or(() -> limit).filter(until -> !until.isAfter(clockNow)).isPresent();
  }

  /** Instant by which a row must be gone; empty where the policy sets no maximum. */
  public static Optional<Instant> deleteAfter(Policy policy, Instant recorded) {
    Optional<RetentionRule> rule = policy.recordClass(RECORD_CLASS).own();
    LocalDate date = LocalDate.ofInstant(recorded, ZoneOffset.UTC);
    return rule.flatMap(own -> own.max())
        .map(max -> Retention.expiresAt(clock(date), max).plus(policy.purgeRules().horizon()));
  }
}
