package io.platelake.app.purge;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.lake.contract.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When rows of the tables walled by purpose must go, and may go, by the policy of their owner. */
final class TableRetention {
  private static final Instant SOME_START = Instant.parse("2001-02-01T00:00:00Z");

  private final Map<String, PolicyInForce> policies;
  private final Approvals approvals;

  TableRetention(Map<String, PolicyInForce> policies, Approvals approvals) {
    this.policies = Map.copyOf(policies);
    this.approvals = approvals;
  }

  /**
   * First instant at which a row must be gone.
   *
   * @param landedAt start of the clock for record classes that count from landing
   * @return empty when the policy sets no maximum
   */
  Optional<Instant> expiresAt(
      Table table, String agency, String purpose, Instant capturedAt, Instant landedAt) {
    RetentionRule reads = policy(agency).retention(purpose);
    return recordRule(table, agency)
        .map(
            rule ->
                rule.expiresAt(reads, Optional.of(capturedAt), start(table, capturedAt, landedAt)))
        .orElseGet(() -> reads.expiresAt(capturedAt));
  }

  /** First instant at which a row may go; empty when it may at once. */
  Optional<Instant> keptUntil(Table table, String agency, String purpose, Instant capturedAt) {
    return gate(table, agency, purpose).keptUntil(capturedAt);
  }

  /** Roles that still have to approve before a row may go. */
  Set<String> approvalsMissing(Table table, String agency, String purpose, Instant capturedAt) {
    Set<String> roles = gate(table, agency, purpose).approval();
    return approvals.missing(agency, Approvals.READS, purpose, roles, capturedAt);
  }

  /** Whether a purge takes such rows once they are approved, though no maximum asks for it. */
  boolean goesOnApproval(Table table, String agency, String purpose) {
    return !gate(table, agency, purpose).approval().isEmpty();
  }

  /** Whether the rows may not stay when the reads they came with go. */
  boolean goesWithReads(Table table, String agency) {
    return table == Table.PASSES
        || table == Table.IMAGES && policy(agency).recordClass("images").followsReads();
  }

  /** What expires by then cannot wait for the next run. */
  Duration horizon(String agency) {
    return policy(agency).purgeRules().horizon();
  }

  /** Shortest time from capture after which any rule takes any row: nothing younger can be due. */
  Duration shortest() {
    return policies.values().stream()
        .flatMap(
            a ->
                a.policy().purposes().keySet().stream()
                    .flatMap(
                        p -> DuePartitions.TABLES.stream().flatMap(t -> first(t, a.agency(), p))))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Stream<Duration> first(Table table, String agency, String purpose) {
    Stream<Instant> byLimit =
        expiresAt(table, agency, purpose, SOME_START, SOME_START)
            .map(end -> end.minus(horizon(agency)))
            .stream();
    Stream<Instant> byApproval =
        goesOnApproval(table, agency, purpose)
            ? Stream.of(keptUntil(table, agency, purpose, SOME_START).orElse(SOME_START))
            : Stream.empty();
    return Stream.concat(byLimit, byApproval).map(at -> Duration.between(SOME_START, at));
  }

  /** The rule that holds rows back: a class with a maximum of its own does not wait for reads. */
  private RetentionRule gate(Table table, String agency, String purpose) {
    return recordRule(table, agency)
        .flatMap(RecordRule::own)
        .filter(own -> own.max().isPresent())
        .orElseGet(() -> policy(agency).retention(purpose));
  }

  private Optional<RecordRule> recordRule(Table table, String agency) {
    return switch (table) {
      case READS, PASSES -> Optional.empty();
      case IMAGES -> Optional.of(policy(agency).recordClass("images"));
      case HITS -> Optional.of(policy(agency).recordClass("hits"));
      case QUARANTINE -> Optional.of(policy(agency).recordClass("quarantine"));
      default -> throw new IllegalArgumentException(table.folder() + " is not walled by purpose");
    };
  }

  private static Instant start(Table table, Instant capturedAt, Instant landedAt) {
    return table == Table.QUARANTINE ? landedAt : capturedAt;
  }

  private Policy policy(String agency) {
    PolicyInForce adopted = policies.get(agency);
    if (adopted == null) {
      throw new Refusal(
          "Rows of agency " + agency,
          "it has no policy in force, so nobody can say when they must go",
          "Adopt a policy with: platelake policy adopt --agency " + agency + " --policy FILE");
    }
    return adopted.policy();
  }
}
