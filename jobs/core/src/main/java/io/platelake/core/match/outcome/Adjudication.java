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
 * @param verdict whether the alert was true; empty until an outcome says so
 * @param verified whether every check was made and agreed
 * @param toVerify time from alert to the last check; empty unless verified with both times known
 */
public record Adjudication(
    long hitId,
    Set<Fault> faults,
    Optional<Verdict> verdict,
    boolean verified,
    Optional<Duration> toVerify) {

  /** Whether an alert was true. */
  public sealed interface Verdict {
    /** The alert was true. */
    record Confirmed() implements Verdict {}

    /** The alert was false, for one cause. */
    record Wrong(FalseCause cause) implements Verdict {
      public Wrong {
        Objects.requireNonNull(cause, "cause");
      }
    }
  }

  public Adjudication {
    faults = Set.copyOf(faults);
    Objects.requireNonNull(verdict, "verdict");
    if (toVerify.isPresent() && !verified) {
      throw new IllegalArgumentException("a time to verify of hit " + hitId + ", not verified");
    }
  }

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
    List<StepTaken> checks =
        steps.stream().filter(s -> s.step().isCheck() && s.confirmed()).toList();
    boolean verified =
        checks.stream().map(StepTaken::step).distinct().count() == Step.STOP.ordinal()
            && steps.stream().noneMatch(s -> s.step().isCheck() && !s.confirmed());
    Optional<Duration> toVerify =
        alertAt
            .filter(from -> verified)
            .map(from -> Duration.between(from, last(checks)))
            .filter(d -> !d.isNegative());
    return new Adjudication(
        ordered.get(0).hitId(),
        faults,
        judge(ordered).map(Adjudication::verdict),
        verified,
        toVerify);
  }

  /** Whether the alert was found to be true. */
  public boolean isConfirmed() {
    return verdict.filter(Verdict.Confirmed.class::isInstance).isPresent();
  }

  /** Why the alert was false; empty for a true one and before a verdict. */
  public Optional<FalseCause> cause() {
    return verdict
        .filter(Verdict.Wrong.class::isInstance)
        .map(Verdict.Wrong.class::cast)
        .map(Verdict.Wrong::cause);
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
    Optional<AlertOutcome> arrest =
        first(ordered, o -> o.kind() == OutcomeKind.ARREST).filter(o -> !stopped);
    return ordered.stream()
        .filter(o -> o.kind().step().isPresent() || arrest.filter(a -> a == o).isPresent())
        .map(
            o ->
                new StepTaken(
                    o.kind().step().orElse(Step.STOP), o.at(), Boolean.TRUE.equals(o.confirmed())))
        .toList();
  }

  private static Optional<AlertOutcome> judge(List<AlertOutcome> ordered) {
    return ordered.stream()
        .filter(o -> o.kind().step().equals(Optional.of(Step.RESULT)))
        .reduce((a, b) -> b)
        .or(() -> first(ordered, o -> Boolean.FALSE.equals(o.confirmed())))
        .or(() -> first(ordered, o -> o.kind().isRecovery()));
  }

  private static Verdict verdict(AlertOutcome judge) {
    return judge.kind().isRecovery() || judge.confirmed()
        ? new Verdict.Confirmed()
        : new Verdict.Wrong(judge.cause());
  }

  private static Optional<AlertOutcome> first(
      List<AlertOutcome> ordered, Predicate<AlertOutcome> which) {
    return ordered.stream().filter(which).findFirst();
  }

  private static Instant last(List<StepTaken> checks) {
    return checks.stream().map(StepTaken::at).max(Instant::compareTo).orElseThrow();
  }
}
