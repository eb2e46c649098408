package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.platelake.app.job.Standing;
import io.platelake.app.ledger.access.RegisterGate.Identity;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.Refusal;
import io.platelake.core.access.AccessDecider;
import io.platelake.core.access.AccessDecision;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.AccessRequest;
import io.platelake.core.access.AccountSpan;
import io.platelake.core.access.Denial;
import io.platelake.core.access.Permission;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.Asker;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a registered account may. */
final class RegisteredStanding implements Standing {
  /** Commands that show reader data or let it out: the access decision judges who runs them. */
  private static final Set<Permission> SHOWING =
      EnumSet.of(Permission.LOOK, Permission.SUPPRESS, Permission.RELEASE);

  private final Lake lake;
  private final Identity identity;
  private final Map<String, AccessRegisters> registered;
  private final Instant at;

  RegisteredStanding(
      Lake lake, Identity identity, Map<String, AccessRegisters> registered, Instant at) {
    this.lake = lake;
    this.identity = identity;
    this.registered = Map.copyOf(registered);
    this.at = at;
  }

  @Override
  public String account() {
    return identity.account().account();
  }

  @Override
  public Asker asker() {
    return new Asker(
        account(),
        identity.agency(),
        List.copyOf(identity.account().roles()),
        identity.attestedBy(),
        identity.place().device(),
        identity.place().secondFactor());
  }

  @Override
  public List<String> denials(String agency, String purpose, PurposeStatement statement) {
    List<String> denials = new ArrayList<>();
    try {
      requireAgency(agency);
      refuseUnlessPermitted(identity.account(), Set.of(Permission.LOOK));
    } catch (Refusal e) {
      denials.add(e.getMessage());
    }
    PolicyInForce policy = PolicyLedger.inForce(lake, agency, at);
    AccessRegisters registers =
        RegisterLedger.access(lake, identity.agency(), Instant.MAX, lastUse(lake, account()));
    AccessRequest request =
        new AccessRequest(account(), purpose, true, AccessRequest.OWN, statement, identity.place());
    new AccessDecider(policy.policy())
        .decide(registers, request, at)
        .denials()
        .forEach(denial -> denials.add(denial.line()));
    return denials;
  }

  @Override
  public String attestedBy() {
    return identity.attestedBy();
  }

  @Override
  public String person(String account) {
    String name = account.strip().toLowerCase(Locale.ROOT);
    return registered.values().stream()
        .filter(registers -> !registers.spans(name).isEmpty())
        .findFirst()
        .map(registers -> registers.person(name))
        .orElse(name);
  }

  @Override
  public void require(Set<Permission> needs) {
    refuseUnlessPermitted(identity.account(), needs);
    Set<Permission> showing = EnumSet.noneOf(Permission.class);
    showing.addAll(needs);
    showing.retainAll(SHOWING);
    if (!showing.isEmpty()) {
      refuseUnlessDecided();
    }
  }

  private static void refuseUnlessPermitted(AccountSpan account, Set<Permission> needs) {
    String who = "Account " + account.account();
    if (!account.isActive()) {
      throw new Refusal(who, "it is suspended", "Have the suspension lifted.");
    }
    for (Permission need : needs) {
      if (!account.permissions().contains(need.word())) {
        throw new Refusal(
            who,
            "it lacks the permission " + need.word(),
            "Ask somebody who has it, or have it registered.");
      }
      if (account.kind() == AccountSpan.Kind.SERVICE && !need.isForServices()) {
        throw new Refusal(
            who,
            "a service may not " + need.word(),
            "Let a person start it under his own account.");
      }
    }
    boolean showsAll = !needs.isEmpty() && SHOWING.containsAll(needs);
    if (account.kind() == AccountSpan.Kind.EXTERNAL && !showsAll) {
      throw new Refusal(
          who,
          "it belongs to somebody outside the agency without supervision",
          "Let a member of the agency start it.");
    }
  }

  /** The purpose with the fewest reasons against it; a person needs one purpose only. */
  private void refuseUnlessDecided() {
    PolicyInForce policy = PolicyLedger.inForce(lake, identity.agency(), at);
    AccessDecider decider = new AccessDecider(policy.policy());
    AccessRegisters registers =
        RegisterLedger.access(
            lake, identity.agency(), Instant.MAX, lastUse(lake, identity.account().account()));
    Optional<AccessDecision> best =
        policy.policy().purposes().keySet().stream()
            .map(
                purpose ->
                    decider.standing(
                        registers,
                        new AccessRequest(
                            identity.account().account(),
                            purpose,
                            false,
                            AccessRequest.OWN,
                            PurposeStatement.EMPTY,
                            identity.place()),
                        at))
            .min(Comparator.comparingInt(decision -> decision.denials().size()));
    if (best.isPresent() && !best.get().isAllowed()) {
      throw new Refusal(
          "Account " + identity.account().account(),
          "the policy does not let it look at reader data:\n"
              + best.get().denials().stream().map(Denial::line).collect(Collectors.joining("\n"))
              + "\n",
          "Settle each of these, then start again.");
    }
  }

  /** Runs of the account on this lake that were let in. */
  private static Map<String, Instant> lastUse(Lake lake, String account) {
    Optional<Instant> last =
        NamedRow.only(
                lake.ledger(Table.JOB_RUNS)
                    .where(
                        col("principal").equalTo(account).and(col("outcome").notEqual("refused")))
                    .agg(max("as_of").as("last")))
            .findInstant("last");
    return last.map(at -> Map.of(account, at)).orElse(Map.of());
  }

  @Override
  public void requireAgency(String agency) {
    if (!identity.agency().equals(agency) && !identity.account().serves().contains(agency)) {
      throw new Refusal(
          "Account " + account(),
          "it does not act for agency " + agency,
          "Let an account of that agency do it, or have it registered under serves.");
    }
  }

  @Override
  public void requireOffice(String agency, String office) {
    requireAgency(agency);
    AccessRegisters registers = RegisterLedger.access(lake, agency, Instant.MAX, Map.of());
    if (!registers.holds(identity.account().person(), office, at)) {
      throw new Refusal(
          "Account " + account(),
          "the register of responsible persons does not say that its person is " + office,
          registers.isHeld(office, at)
              ? "Let the person who holds the office do it."
              : "Nobody holds the office: load the register responsible.");
    }
  }
}
