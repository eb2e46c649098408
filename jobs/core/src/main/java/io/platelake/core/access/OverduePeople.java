package io.platelake.core.access;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.retention.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is overdue about the people of an agency, as a list for an administrator.
 *
 * @param subject what it is about
 * @param says the facts; accounts and offices by name
 */
public record OverduePeople(String subject, String says) {

  /** Empty offices, grants without their review, and accounts without valid training. */
  public static List<OverduePeople> of(Policy policy, AccessRegisters registers, Instant at) {
    List<OverduePeople> overdue = new ArrayList<>();
    AccessRules rules = policy.accessRules();
    for (String office : offices(policy)) {
      if (!registers.isHeld(office, at)) {
        overdue.add(
            new OverduePeople(
                "office " + office, "nobody holds it; load the register responsible"));
      }
    }
    rules
        .approval()
        .flatMap(AccessRules.Approval::reviewEvery)
        .ifPresent(
            every -> {
              for (AccountSpan account : registers.at(at)) {
                for (AccessRegisters.Grant grant : registers.grants(account.account())) {
                  Instant due = Retention.expiresAt(grant.reviewed(), every);
                  if (grant.entry().holdsAt(at) && !due.isAfter(at)) {
                    overdue.add(
                        new OverduePeople(
                            "grant of " + account.account(), "its review was due by " + due));
                  }
                }
              }
            });
    TrainingCheck training = new TrainingCheck(policy);
    for (AccountSpan account : registers.at(at)) {
      boolean looks = account.isActive() && !account.roles().isEmpty();
      List<Denial> denials = new ArrayList<>();
      training.check(registers, account.person(), Optional.empty(), at, denials);
      if (looks && !denials.isEmpty()) {
        overdue.add(
            new OverduePeople(
                "training of " + account.account(),
                String.join(", ", denials.stream().map(Denial::subject).distinct().toList())));
      }
    }
    return overdue;
  }

  /** Offices without which something that the policy provides for cannot be approved. */
  private static TreeSet<String> offices(Policy policy) {
    TreeSet<String> offices = new TreeSet<>();
    policy.accessRules().approval().ifPresent(a -> offices.add(a.by()));
    policy.accessRules().directAccess().ifPresent(a -> offices.add(a.by()));
    policy.researchRules().ifPresent(r -> offices.add(r.approverRole()));
    policy.retention().values().forEach(r -> offices.addAll(r.approval()));
    return offices;
  }
}
