package io.platelake.core.detect;

import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Screens changes of sharing: access that was given without an agreement in force, or to a body
 * that gets nothing. To take access away needs no agreement.
 */
public final class SharingScreen {
  private final OutsideBodies bodies;
  private final Optional<DetectorRule> rule;

  public SharingScreen(ScreenContext context) {
    this.bodies = context.registers().bodies();
    Map<Detector, DetectorRule> rules = context.rules().map(AuditRules::detectors).orElse(Map.of());
    this.rule = Optional.ofNullable(rules.get(Detector.CHANGED_SHARING));
  }

  /** Whether the policy asks, and a body is registered. */
  public boolean canJudge() {
    return rule.isPresent() && !bodies.isEmpty();
  }

  /** Findings by time; none where the policy does not ask, or no body is registered. */
  public List<ScreenFinding> screen(Collection<SharingChange> changes) {
    if (rule.isEmpty() || bodies.isEmpty()) {
      return List.of();
    }
    return changes.stream()
        .filter(SharingChange::isGrant)
        .filter(this::isWithoutBasis)
        .sorted(Comparator.comparing(SharingChange::at).thenComparing(SharingChange::id))
        .map(
            change ->
                ScreenFinding.of(
                    Detector.CHANGED_SHARING,
                    change.id(),
                    change.at(),
                    change.account(),
                    rule.get().authority()))
        .toList();
  }

  private boolean isWithoutBasis(SharingChange change) {
    return bodies.withoutAgreement(change.organisation(), change.at()) == RowVerdict.CANDIDATE
        || bodies.blocked(change.organisation(), change.at()) == RowVerdict.CANDIDATE;
  }
}
