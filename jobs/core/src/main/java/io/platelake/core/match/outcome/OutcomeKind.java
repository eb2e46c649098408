package io.platelake.core.match.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an outcome tells; names in lower case are stored and reported. */
public enum OutcomeKind {
  PLATE_CHECK(Step.PLATE_CHECK),
  STATE_CHECK(Step.STATE_CHECK),
  VEHICLE_CHECK(Step.VEHICLE_CHECK),
  DISPATCH_CONFIRMATION(Step.DISPATCH_CONFIRMATION),
  STOP(Step.STOP),
  /** What came of the alert: true or false. */
  RESULT(Step.RESULT),
  /** A result that says no. */
  WRONG(Step.RESULT),
  ARREST(null),
  PROSECUTION(null),
  VEHICLE_RECOVERED(null),
  PLATE_RECOVERED(null);

  private final Step step;

  OutcomeKind(Step step) {
    this.step = step;
  }

  public static Optional<OutcomeKind> of(String label) {
    return Arrays.stream(values())
        .filter(k -> k.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(OutcomeKind::label).toList();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step of verification that it is; empty for what follows from a result. */
  public Optional<Step> step() {
    return Optional.ofNullable(step);
  }

  /** Whether it says that the alert was true or false, or that a check agreed or not. */
  public boolean judges() {
    return step != null && step != Step.STOP;
  }

  /** Whether it shows by itself that the alert was true. */
  boolean isRecovery() {
    return this == VEHICLE_RECOVERED || this == PLATE_RECOVERED;
  }
}
