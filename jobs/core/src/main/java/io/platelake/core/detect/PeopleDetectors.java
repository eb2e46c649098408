package io.platelake.core.detect;

import static io.platelake.core.detect.RowVerdict.UNSEEN;

import io.platelake.core.access.AccessDecider;
import io.platelake.core.access.AccessDecision;
import io.platelake.core.access.AccessRequest;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.access.DenialReason;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Detectors that hold a search against registers: people, bodies, plates, shares, limits. */
final class PeopleDetectors {
  private static final Set<DenialReason> ENDED =
      Set.of(DenialReason.NO_ACCOUNT, DenialReason.ACCOUNT_ENDED, DenialReason.ACCOUNT_SUSPENDED);
  private static final Set<DenialReason> UNTRAINED =
      Set.of(
          DenialReason.TRAINING_MISSING,
          DenialReason.TRAINING_LAPSED,
          DenialReason.TRAINING_BEFORE_RETURN,
          DenialReason.TRAINING_BEFORE_CHANGE);

  private final ScreenContext context;
  private final ScreenRegisters registers;
  private final AccessDecider decider;
  private final String anyPurpose;
  private final ThreadLocal<Standing> last = new ThreadLocal<>();

  private record Standing(ScreenedSearch search, AccessDecision decision) {}

  PeopleDetectors(ScreenContext context) {
    this.context = context;
    this.registers = context.registers();
    this.decider = new AccessDecider(context.policy());
    this.anyPurpose = context.policy().purposes().keySet().iterator().next();
  }

  Map<Detector, Function<DetectorRule, Function<ScreenedSearch, RowVerdict>>> all() {
    return Map.of(
        Detector.STAFF_PLATE, rule -> this::staffPlate,
        Detector.ENDED_ACCOUNT, rule -> of(registers.knowsUsers(), ENDED),
        Detector.UNTRAINED, rule -> of(registers.knowsTraining(), UNTRAINED),
        Detector.OUT_OF_SHIFT, this::outOfShift,
        Detector.BLOCKED_RECIPIENT, rule -> body(registers.bodies()::blocked),
        Detector.NO_AGREEMENT, rule -> body(registers.bodies()::withoutAgreement),
        Detector.WINDOW_BEYOND_RETENTION, this::beyondRetention,
        Detector.UNRECORDED_EXPORT, rule -> this::unrecordedExport);
  }

  private RowVerdict staffPlate(ScreenedSearch search) {
    if (context.staffPlates().isEmpty() || search.plate().isHidden()) {
      return UNSEEN;
    }
    return RowVerdict.of(
        search.plate().isValue() && context.staffPlates().contains(search.plate().text()));
  }

  /** What the access decision says about the account at that instant. */
  private Function<ScreenedSearch, RowVerdict> of(boolean known, Set<DenialReason> reasons) {
    return search -> {
      if (!known || !search.isOwn() || !search.account().isValue()) {
        return UNSEEN;
      }
      return RowVerdict.of(reasons.stream().anyMatch(standing(search)::names));
    };
  }

  /** Two detectors ask about the same search, one after the other. */
  private AccessDecision standing(ScreenedSearch search) {
    Standing known = last.get();
    if (known != null && known.search() == search) {
      return known.decision();
    }
    AccessDecision decision =
        decider.standing(registers.access(), request(search.account().text()), search.at());
    last.set(new Standing(search, decision));
    return decision;
  }

  private AccessRequest request(String account) {
    return new AccessRequest(
        account,
        anyPurpose,
        true,
        AccessRequest.OWN,
        PurposeStatement.EMPTY,
        AttestedPlace.UNKNOWN);
  }

  private Function<ScreenedSearch, RowVerdict> outOfShift(DetectorRule rule) {
    Duration tolerance = rule.within().orElseThrow().toDuration();
    return search ->
        search.isOwn() && search.account().isValue()
            ? registers
                .roster()
                .offDuty(registers.access().person(search.account().text()), search.at(), tolerance)
            : UNSEEN;
  }

  private Function<ScreenedSearch, RowVerdict> body(BiFunction<String, Instant, RowVerdict> judge) {
    return search ->
        search.organisation().equals(ScreenedSearch.HIDDEN_BODY)
            ? UNSEEN
            : search.isOwn() ? RowVerdict.CLEAR : judge.apply(search.organisation(), search.at());
  }

  /** Against the longest limit of any purpose, since a log seldom says which it was. */
  private Function<ScreenedSearch, RowVerdict> beyondRetention(DetectorRule rule) {
    Duration tolerance = rule.within().orElseThrow().toDuration();
    Policy policy = context.policy();
    boolean endless = policy.retention().values().stream().anyMatch(r -> r.max().isEmpty());
    return search -> {
      if (endless || search.from().isEmpty()) {
        return UNSEEN;
      }
      Instant from = search.from().get().plus(tolerance);
      return RowVerdict.of(
          policy.retention().values().stream()
              .map((RetentionRule r) -> r.expiresAt(from))
              .flatMap(Optional::stream)
              .noneMatch(search.at()::isBefore));
    };
  }

  private RowVerdict unrecordedExport(ScreenedSearch search) {
    if (search.kind() != ScreenedSearch.Kind.EXPORT) {
      return RowVerdict.CLEAR;
    }
    return RowVerdict.of(search.share().filter(context.shares()::contains).isEmpty());
  }
}
