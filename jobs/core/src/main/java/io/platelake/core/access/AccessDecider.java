package io.platelake.core.access;

import io.platelake.core.access.AccessRegisters.Grant;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.register.AccountName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a person may look, from policy, registers, statement and time alone. It names
 * every reason against, and the clause of each. What a policy does not ask for is no reason.
 */
public final class AccessDecider {
  private final Policy policy;
  private final AccessRules rules;
  private final StatementCheck statements;
  private final TrainingCheck training;

  public AccessDecider(Policy policy) {
    this.policy = policy;
    this.rules = policy.accessRules();
    this.statements = new StatementCheck(policy);
    this.training = new TrainingCheck(policy);
  }

  /** The whole decision. */
  public AccessDecision decide(AccessRegisters registers, AccessRequest request, Instant at) {
    return standing(registers, request, at)
        .and(new AccessDecision(at, statements.denials(request)));
  }

  /** The part that asks nothing of the statement: account, role, grant, training and place. */
  public AccessDecision standing(AccessRegisters registers, AccessRequest request, Instant at) {
    List<Denial> denials = new ArrayList<>(0);
    PurposeRule purpose = policy.purposes().get(request.purpose());
    if (purpose == null) {
      denials.add(
          new Denial(DenialReason.PURPOSE_UNKNOWN, "", policy.statementRules().authority()));
    }
    Optional<AccountSpan> found = registers.find(request.account(), at);
    if (found.isEmpty()) {
      boolean ended =
          registers.spans(request.account()).stream().anyMatch(s -> !s.from().isAfter(at));
      denials.add(access(ended ? DenialReason.ACCOUNT_ENDED : DenialReason.NO_ACCOUNT));
      return new AccessDecision(at, denials);
    }
    AccountSpan account = found.get();
    account(account, denials);
    roles(account, purpose, request.isSearch(), denials);
    Optional<Grant> grant = grant(registers, account, request, purpose, at, denials);
    Optional<Instant> returned = returned(registers, account, at);
    inactivity(registers, account, grant, returned, at, denials);
    training.check(registers, account.person(), returned, at, denials);
    place(registers, account, request.place(), at, denials);
    return new AccessDecision(at, denials);
  }

  private void account(AccountSpan account, List<Denial> denials) {
    if (account.kind() == AccountSpan.Kind.SERVICE) {
      denials.add(access(DenialReason.SERVICE_ACCOUNT));
    }
    if (!account.isActive()) {
      denials.add(access(DenialReason.ACCOUNT_SUSPENDED));
    }
    rules
        .accounts()
        .filter(AccessRules.Accounts::individual)
        .filter(a -> AccountName.findFault(account.account(), a.refusedIds()).isPresent())
        .ifPresent(a -> denials.add(new Denial(DenialReason.SHARED_ACCOUNT, "", a.authority())));
    if (rules.documentedNeed() && !account.hasNeed()) {
      denials.add(access(DenialReason.NO_NEED));
    }
  }

  private void roles(
      AccountSpan account, PurposeRule purpose, boolean isSearch, List<Denial> denials) {
    List<String> own = account.roles().stream().filter(rules.roles()::containsKey).toList();
    if (own.isEmpty()) {
      denials.add(access(DenialReason.ROLE_NOT_ALLOWED));
      return;
    }
    if (purpose != null
        && !purpose.users().isEmpty()
        && Collections.disjoint(own, purpose.users())) {
      denials.add(new Denial(DenialReason.ROLE_NOT_FOR_PURPOSE, "", purpose.authority()));
    }
    rules
        .search()
        .filter(s -> isSearch && Collections.disjoint(own, s.roles()))
        .ifPresent(
            s -> denials.add(new Denial(DenialReason.ROLE_MAY_NOT_SEARCH, "", s.authority())));
  }

  /** The grant that counts: the one with the fewest reasons against it. */
  private Optional<Grant> grant(
      AccessRegisters registers,
      AccountSpan account,
      AccessRequest request,
      PurposeRule purpose,
      Instant at,
      List<Denial> denials) {
    boolean outside = account.kind() == AccountSpan.Kind.EXTERNAL;
    List<Grant> all =
        registers.grants(account.account()).stream()
            .filter(g -> g.directAccess() == outside)
            .filter(g -> !g.entry().from().isAfter(at))
            .toList();
    Optional<AccessRules.Approval> rule = outside ? rules.directAccess() : rules.approval();
    if (outside && (rule.isEmpty() || all.stream().noneMatch(g -> g.entry().holdsAt(at)))) {
      denials.add(
          new Denial(
              DenialReason.DIRECT_ACCESS,
              "",
              rule.map(AccessRules.Approval::authority).orElse(rules.authority())));
      return Optional.empty();
    }
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    AccessRules.Approval approval = rule.get();
    List<Grant> now = all.stream().filter(g -> g.entry().holdsAt(at)).toList();
    if (now.isEmpty()) {
      denials.add(
          new Denial(
              all.isEmpty() ? DenialReason.NO_GRANT : DenialReason.GRANT_ENDED,
              "",
              approval.authority()));
      return Optional.empty();
    }
    Grant best = null;
    List<Denial> least = List.of();
    for (Grant grant :
        now.stream().sorted(Comparator.comparing((Grant g) -> g.entry().key())).toList()) {
      List<Denial> against =
          new GrantCheck(approval, grant).denials(registers, account, request, purpose, at);
      if (best == null || against.size() < least.size()) {
        best = grant;
        least = against;
      }
    }
    denials.addAll(least);
    return Optional.of(best);
  }

  /** When the person came back last: after a gap, a suspension or with other roles. */
  private static Optional<Instant> returned(
      AccessRegisters registers, AccountSpan account, Instant at) {
    Instant returned = null;
    AccountSpan before = null;
    for (AccountSpan span : registers.spans(account.account())) {
      if (span.from().isAfter(at)) {
        break;
      }
      if (before != null) {
        boolean gap = before.to().map(t -> t.isBefore(span.from())).orElse(false);
        boolean back = !before.isActive() && span.isActive();
        boolean moved =
            !before.roles().equals(span.roles()) || !before.person().equals(span.person());
        returned = gap || back || moved ? span.from() : returned;
      }
      before = span;
    }
    return Optional.ofNullable(returned);
  }

  private void inactivity(
      AccessRegisters registers,
      AccountSpan account,
      Optional<Grant> grant,
      Optional<Instant> returned,
      Instant at,
      List<Denial> denials) {
    if (rules.inactivity().isEmpty()) {
      return;
    }
    AccessRules.Inactivity rule = rules.inactivity().get();
    Instant base = registers.spans(account.account()).get(0).from();
    base = later(base, registers.lastUse(account));
    base = later(base, grant.map(g -> g.entry().from()));
    base = later(base, returned);
    if (!Retention.expiresAt(base, rule.suspendAfter()).isAfter(at)) {
      denials.add(new Denial(DenialReason.INACTIVE, "", rule.authority()));
    }
  }

  private static Instant later(Instant one, Optional<Instant> other) {
    return other.filter(o -> o.isAfter(one)).orElse(one);
  }

  private void place(
      AccessRegisters registers,
      AccountSpan account,
      AttestedPlace place,
      Instant at,
      List<Denial> denials) {
    if (rules.devices().isEmpty()) {
      return;
    }
    AccessRules.Devices rule = rules.devices().get();
    boolean issued =
        place.device().filter(d -> registers.isIssued(d, account.person(), at)).isPresent();
    if (rule.issuedOnly() && !issued) {
      denials.add(new Denial(DenialReason.DEVICE_NOT_ISSUED, "", rule.authority()));
    }
    if (rule.secondFactor() && !place.secondFactor()) {
      denials.add(new Denial(DenialReason.NO_SECOND_FACTOR, "", rule.authority()));
    }
  }

  private Denial access(DenialReason reason) {
    return new Denial(reason, "", rules.authority());
  }
}
