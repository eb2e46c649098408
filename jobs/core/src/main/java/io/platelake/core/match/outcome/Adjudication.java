package io.platelake.core.match.outcome;

import io.platelake.core.match.outcome.VerificationOrder.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the outcomes of one hit say together.
 *
 * @param hitId the hit
 * @param faults what was wrong with the order of the steps
 * @param confirmed whether the alert was true; null as long as it is unknown
 * @param cause why it was false; null otherwise
 * @param verified whether every check was made and agreed
 * @param toVerify time from alert to the last check; null unless verified and both are known
 */
public record Adjudication(
    long hitId,
    Set<Fault> faults,
    Boolean confirmed,
    FalseCause cause,
    boolean verified,
    Duration toVerify) {

  /**
   * The last result decides; without one a check that failed, and otherwise a recovery.
   *
   * @param outcomes of one hit, at least one
   */
  public static Adjudication of(List<AlertOutcome> outcomes) {
    List<AlertOutcome> ordered =
        outcomes.stream()
            .sorted(Comparator.comparing(AlertOutcome::at).thenComparing(AlertOutcome::id))
            .toList();
    Optional<Instant> alertAt =
        ordered.stream()
            .map(AlertOutcome::alertAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo);
    List<StepTaken> steps = steps(ordered);
    Set<Fault> faults = VerificationOrder.faults(alertAt.orElse(Instant.MIN), steps);
    AlertOutcome judge = judge(ordered);
    List<StepTaken> checks =
        steps.stream().filter(s -> s.step().isCheck() && s.confirmed()).toList();
    boolean verified =
        checks.stream().map(StepTaken::step).distinct().count() == Step.STOP.ordinal()
            && steps.stream().noneMatch(s -> s.step().isCheck() && !s.confirmed());
    Duration toVerify =
        verified
            ? alertAt
                .map(from -> Duration.between(from, last(checks)))
                .filter(d -> !d.isNegative())
                .orElse(null)
            : null;
    return new Adjudication(
        ordered.get(0).hitId(),
        faults,
        judge == null ? null : judge.kind().isRecovery() || judge.confirmed(),
        judge == null ? null : judge.cause(),
        verified,
        toVerify);
  }

  /** Whether a person was stopped before every check agreed. */
  boolean stoppedUnverified() {
    return faults.contains(Fault.STOP_UNVERIFIED) || faults.contains(Fault.STOP_AFTER_FAILED_CHECK);
  }

  /**
   * An arrest takes somebody's freedom too: without a stop on record the first one counts as it.
   */
  private static List<StepTaken> steps(List<AlertOutcome> ordered) {
    boolean stopped = ordered.stream().anyMatch(o -> o.kind() == OutcomeKind.STOP);
    AlertOutcome arrest = stopped ? null : first(ordered, o -> o.kind() == OutcomeKind.ARREST);
    return ordered.stream()
        .filter(o -> o.kind().step().isPresent() || o == arrest)
        .map(
            o ->
                new StepTaken(
                    o.kind().step().orElse(Step.STOP), o.at(), Boolean.TRUE.equals(o.confirmed())))
        .toList();
  }

  private static AlertOutcome judge(List<AlertOutcome> ordered) {
    AlertOutcome result =
        ordered.stream()
            .filter(o -> o.kind().step().equals(Optional.of(Step.RESULT)))
            .reduce((a, b) -> b)
            .orElse(null);
    if (result != null) {
      return result;
    }
    AlertOutcome failed = first(ordered, o -> Boolean.FALSE.equals(o.confirmed()));
    return failed != null ? failed : first(ordered, o -> o.kind().isRecovery());
  }

  private static AlertOutcome first(List<AlertOutcome> ordered, Predicate<AlertOutcome> which) {
    return ordered.stream().filter(which).findFirst().orElse(null);
  }

  private static Instant last(List<StepTaken> checks) {
    return checks.stream().map(StepTaken::at).max(Instant::compareTo).orElseThrow();
  }
}
