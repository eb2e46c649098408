package io.platelake.app.purge;

import io.platelake.app.policy.Adopted;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.RetentionRule;
import io.platelake.lake.contract.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When rows of the tables walled by purpose must be gone, by the policy of their owner. */
final class Limits {
  private final Map<String, Adopted> policies;

  Limits(Map<String, Adopted> policies) {
    this.policies = Map.copyOf(policies);
  }

  /**
   * First instant at which a row must be gone.
   *
   * @param landedAt start of the clock for record classes that count from landing
   * @return empty when the policy sets no maximum
   */
  Optional<Instant> expiresAt(
      Table table, String agency, String purpose, Instant capturedAt, Instant landedAt) {
    Policy policy = policy(agency);
    RetentionRule reads = policy.retention(purpose);
    return switch (table) {
      case READS -> reads.expiresAt(capturedAt);
      case HITS -> policy.recordClass("hits").expiresAt(reads, Optional.of(capturedAt), capturedAt);
      case QUARANTINE ->
          policy.recordClass("quarantine").expiresAt(reads, Optional.of(capturedAt), landedAt);
      default -> throw new IllegalArgumentException(table.folder() + " is not walled by purpose");
    };
  }

  /** What expires by then cannot wait for the next run. */
  Duration horizon(String agency) {
    return policy(agency).purgeRules().horizon();
  }

  /** Shortest time from capture that any rule gives any read: nothing younger can be due. */
  Duration shortest() {
    Instant start = Instant.parse("2001-02-01T00:00:00Z");
    return policies.values().stream()
        .flatMap(
            a ->
                a.policy().purposes().keySet().stream()
                    .flatMap(
                        p ->
                            java.util.stream.Stream.of(Table.READS, Table.HITS, Table.QUARANTINE)
                                .flatMap(t -> expiresAt(t, a.agency(), p, start, start).stream())
                                .map(
                                    end ->
                                        Duration.between(start, end).minus(horizon(a.agency())))))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Policy policy(String agency) {
    Adopted adopted = policies.get(agency);
    if (adopted == null) {
      throw new io.platelake.core.Refusal(
          "Rows of agency " + agency,
          "it has no policy in force, so nobody can say when they must go",
          "Adopt a policy with: platelake init --agency " + agency + " --policy FILE");
    }
    return adopted.policy();
  }
}
