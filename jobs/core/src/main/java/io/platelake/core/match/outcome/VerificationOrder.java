package io.platelake.core.match.outcome;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an alert was verified before the action on it (Kentucky model policy, IV.H and IV.I). The
 * order is: plate, state and vehicle checked, dispatch asked, then a stop, then its result.
 */
public final class VerificationOrder {
  private VerificationOrder() {}

  /** What was wrong with the steps of one alert; names are stored and reported. */
  public enum Fault {
    /** A step was taken before the alert was there. */
    BEFORE_ALERT,
    /** A step was taken twice. */
    REPEATED,
    /** A check was left out that a later step needs. */
    CHECK_MISSING,
    /** A step was taken earlier than one that comes before it. */
    OUT_OF_ORDER,
    /** A vehicle was stopped although a check had failed. */
    STOP_AFTER_FAILED_CHECK,
    /** A vehicle was stopped without every check having been made before. */
    STOP_UNVERIFIED,
    /** The alert was closed before anything was checked. */
    RESULT_WITHOUT_CHECK
  }

  /**
   * The faults of an alert; none when all was done in order so far. Steps still to come are no
   * fault, and a result may follow a failed check, or any check without a stop.
   *
   * @param taken in any order
   */
  public static Set<Fault> faults(Instant alertAt, List<StepTaken> taken) {
    Set<Fault> faults = new LinkedHashSet<>();
    Map<Step, StepTaken> byStep = new EnumMap<>(Step.class);
    for (StepTaken step : taken) {
      if (step.at().isBefore(alertAt)) {
        faults.add(Fault.BEFORE_ALERT);
      }
      if (byStep.putIfAbsent(step.step(), step) != null) {
        faults.add(Fault.REPEATED);
      }
    }
    for (StepTaken step : byStep.values()) {
      byStep.values().stream()
          .filter(s -> s.step().compareTo(step.step()) < 0 && s.at().isAfter(step.at()))
          .forEach(s -> faults.add(Fault.OUT_OF_ORDER));
      if (step.step().isCheck() && !allBefore(step, byStep)) {
        faults.add(Fault.CHECK_MISSING);
      }
    }
    StepTaken stop = byStep.get(Step.STOP);
    if (stop != null && !allBefore(stop, byStep)) {
      faults.add(Fault.STOP_UNVERIFIED);
    }
    if (stop != null && byStep.values().stream().anyMatch(VerificationOrder::failed)) {
      faults.add(Fault.STOP_AFTER_FAILED_CHECK);
    }
    if (byStep.containsKey(Step.RESULT) && byStep.keySet().stream().noneMatch(Step::isCheck)) {
      faults.add(Fault.RESULT_WITHOUT_CHECK);
    }
    return faults;
  }

  private static boolean failed(StepTaken step) {
    return step.step().isCheck() && !step.confirmed();
  }

  /** Whether every check that comes before a step was made, and not after it. */
  private static boolean allBefore(StepTaken step, Map<Step, StepTaken> byStep) {
    for (Step earlier : Step.values()) {
      if (earlier.compareTo(step.step()) >= 0 || !earlier.isCheck()) {
        return true;
      }
      StepTaken made = byStep.get(earlier);
      if (made == null || made.at().isAfter(step.at())) {
        return false;
      }
    }
    return true;
  }
}
