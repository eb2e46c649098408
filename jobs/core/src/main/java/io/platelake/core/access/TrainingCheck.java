package io.platelake.core.access;

import io.platelake.core.access.AccessRegisters.Trained;
import io.platelake.core.access.AccessRegisters.TrainingChange;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.governance.TrainingRules;
import io.platelake.core.policy.retention.Retention;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges the training of a person, topic by topic. */
final class TrainingCheck {
  private final TrainingRules rules;
  private final Optional<Authority> onReturn;

  TrainingCheck(Policy policy) {
    this.rules = policy.trainingRules();
    this.onReturn =
        policy
            .accessRules()
            .accounts()
            .filter(AccessRules.Accounts::retrainOnReturn)
            .map(AccessRules.Accounts::authority);
  }

  void check(
      AccessRegisters registers,
      String person,
      Optional<Instant> returned,
      Instant at,
      List<Denial> denials) {
    if (!rules.beforeAccess() && rules.every().isEmpty()) {
      return;
    }
    List<Trained> trainings = registers.trainings(person);
    for (String topic : rules.topics().keySet()) {
      Optional<Trained> last = last(trainings, topic, at);
      if (last.isEmpty()) {
        denials.add(denial(DenialReason.TRAINING_MISSING, topic));
        continue;
      }
      Instant completed = last.get().completed();
      boolean lapsed =
          rules.every().map(e -> !Retention.expiresAt(completed, e).isAfter(at)).orElse(false)
              || last.get().until().map(until -> !at.isBefore(until)).orElse(false);
      if (lapsed) {
        denials.add(denial(DenialReason.TRAINING_LAPSED, topic));
      }
      if (onReturn.isPresent() && returned.filter(completed::isBefore).isPresent()) {
        denials.add(new Denial(DenialReason.TRAINING_BEFORE_RETURN, topic, onReturn.get()));
      }
      if (rules.retrainOnChange() && isBeforeChange(registers.changes(), topic, completed, at)) {
        denials.add(denial(DenialReason.TRAINING_BEFORE_CHANGE, topic));
      }
    }
  }

  /** The training of a topic that counts longest: the latest that is completed. */
  private static Optional<Trained> last(List<Trained> trainings, String topic, Instant at) {
    Trained last = null;
    for (Trained training : trainings) {
      if (training.topics().contains(topic)
          && !training.completed().isAfter(at)
          && (last == null || training.completed().isAfter(last.completed()))) {
        last = training;
      }
    }
    return Optional.ofNullable(last);
  }

  private static boolean isBeforeChange(
      List<TrainingChange> changes, String topic, Instant completed, Instant at) {
    return changes.stream()
        .anyMatch(
            c ->
                c.topics().contains(topic)
                    && c.entry().holdsAt(at)
                    && !at.isBefore(c.due())
                    && completed.isBefore(c.changedAt()));
  }

  private Denial denial(DenialReason reason, String topic) {
    return new Denial(reason, topic, rules.authority());
  }
}
