package io.platelake.core.purge;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When rows must go, and may go, by the policy of their owner. */
record OwnerRetention(Policy policy) {
  private static final Instant SOME_START = Instant.parse("2001-02-01T00:00:00Z");

  /** First instant at which one of the rows must be gone; empty when there is no maximum. */
  Optional<Instant> expiresAt(RowKind kind, String purpose, RowAges ages) {
    if (kind.isOfAccessLog()) {
      return gate(kind, purpose).expiresAt(ages.oldest());
    }
    RetentionRule reads = policy.retention(purpose);
    Instant start = kind == RowKind.QUARANTINE ? ages.landed() : ages.oldest();
    return recordRule(kind)
        .map(rule -> rule.expiresAt(reads, Optional.of(ages.oldest()), start))
        .orElseGet(() -> reads.expiresAt(ages.oldest()));
  }

  /** First instant at which the last of the rows may go; empty when all may at once. */
  Optional<Instant> keptUntil(RowKind kind, String purpose, RowAges ages) {
    return gate(kind, purpose).keptUntil(ages.newest());
  }

  /** Roles that have to approve before rows may go. */
  Set<String> approvers(RowKind kind, String purpose) {
    return gate(kind, purpose).approval();
  }

  /** Whether the rows may not stay when the reads they came with go. */
  boolean goesWithReads(RowKind kind) {
    return kind == RowKind.PASSES
        || kind == RowKind.IMAGES && policy.recordClass("images").followsReads();
  }

  /** What expires within this from now cannot wait for the next run. */
  Duration horizon() {
    return policy.purgeRules().horizon();
  }

  /** Times from capture after which a rule takes rows. */
  Stream<Duration> firstTakes() {
    return policy.purposes().keySet().stream()
        .flatMap(
            purpose -> Arrays.stream(RowKind.values()).flatMap(kind -> firstTakes(kind, purpose)));
  }

  private Stream<Duration> firstTakes(RowKind kind, String purpose) {
    RowAges ages = RowAges.of(SOME_START);
    Stream<Instant> byLimit =
        expiresAt(kind, purpose, ages).map(end -> end.minus(horizon())).stream();
    Stream<Instant> byApproval =
        approvers(kind, purpose).isEmpty()
            ? Stream.empty()
            : Stream.of(keptUntil(kind, purpose, ages).orElse(SOME_START));
    return Stream.concat(byLimit, byApproval).map(at -> Duration.between(SOME_START, at));
  }

  /**
   * The rule that holds rows back. A class with a maximum of its own does not wait for reads, and
   * the access log has nothing to do with them.
   */
  private RetentionRule gate(RowKind kind, String purpose) {
    return recordRule(kind)
        .flatMap(RecordRule::own)
        .filter(own -> own.max().isPresent() || kind.isOfAccessLog())
        .orElseGet(() -> policy.retention(purpose));
  }

  private Optional<RecordRule> recordRule(RowKind kind) {
    return kind.recordClass().map(policy::recordClass);
  }
}
