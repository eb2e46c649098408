package io.platelake.core.share;

import io.platelake.core.access.Terms;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.authority.BasisRule;
import io.platelake.core.policy.authority.NamedRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.governance.SharingRules;
import io.platelake.core.share.ShareRegisters.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides on requests for data: every reason against one, with its clause. */
public final class ShareDecider {
  private static final String AGENCY_NAME = "agency_name";
  private static final String AGENCY_VERIFIED = "agency_verified";
  private static final String APPROVED_RELEASE = "approved_release";
  private static final String RESEARCH = "research";

  private static final Authority SECOND =
      ours("What leaves cannot be called back, so two persons look at it.");

  private final Policy policy;
  private final SharingRules rules;
  private final ShareRegisters registers;
  private final Set<String> releases;

  /**
   * @param releases ids of research releases whose approval is in force
   */
  public ShareDecider(Policy policy, ShareRegisters registers, Set<String> releases) {
    this.policy = policy;
    this.rules = policy.sharingRules();
    this.registers = registers;
    this.releases = Set.copyOf(releases);
  }

  /** Every reason against a request; empty when data may be handed over. */
  public List<ShareDenial> denials(ShareRequest request) {
    List<ShareDenial> denials = new ArrayList<>();
    Optional<BasisRule> basis = Optional.ofNullable(rules.bases().get(request.basis()));
    if (basis.isEmpty()) {
      denials.add(denial(ShareReason.BASIS_UNKNOWN, "", anyBasis()));
    }
    if (!request.consideration().equals(ShareRequest.NOTHING)) {
      denials.add(
          denial(
              ShareReason.CONSIDERATION,
              "",
              Optional.ofNullable(rules.blockedRecipients().get("commercial"))
                  .map(NamedRule::authority)
                  .orElse(ours("Data that is paid for is sold, whatever else the policy says."))));
    }
    if (request.publicRecords()
        && request.data() == ShareRequest.Data.ALPR
        && !request.basis().equals(RESEARCH)) {
      denials.add(publicRecord());
    }
    Optional<Recipient> recipient = registers.find(request.recipient());
    if (recipient.isEmpty()) {
      denials.add(
          denial(
              ShareReason.RECIPIENT_UNKNOWN,
              request.recipient(),
              ours("A recipient is known by its id, never by a name that looks alike.")));
    }
    recipient.ifPresent(body -> body(request, body, denials));
    if (basis.isPresent() && recipient.isPresent()) {
      basis(request, basis.get(), recipient.get(), denials);
    }
    return denials;
  }

  /** Every reason against an approval by a person. */
  public List<ShareDenial> againstApproval(ShareRequest request, ShareSteps steps, String person) {
    List<ShareDenial> denials = denials(request);
    if (steps.verifiedBy().isEmpty()) {
      denials.add(denial(ShareReason.NOT_VERIFIED, "", SECOND));
    }
    if (person.equals(steps.recordedBy())) {
      denials.add(denial(ShareReason.OWN_APPROVAL, "", SECOND));
    }
    return denials;
  }

  /**
   * Every reason against handing data over. An approval is judged again: rows of a ledger can come
   * from elsewhere, and the registers may say more by now.
   *
   * @param readerData whether what would leave was made from reads or hits
   */
  public List<ShareDenial> againstHandingOver(
      ShareRequest request, ShareSteps steps, boolean readerData) {
    List<ShareDenial> denials =
        againstApproval(request, steps, steps.approvedBy().orElse("somebody else"));
    if (steps.approvedBy().isEmpty()) {
      denials.add(denial(ShareReason.NOT_APPROVED, "", SECOND));
    }
    if (readerData && request.publicRecords() && request.data() == ShareRequest.Data.AUDIT) {
      denials.add(publicRecord());
    }
    if (readerData && request.data() == ShareRequest.Data.AUDIT) {
      denials.add(
          denial(ShareReason.OTHER_DATA, "", ours("Nothing leaves that was not asked for.")));
    }
    return denials;
  }

  private static ShareDenial publicRecord() {
    return denial(
        ShareReason.PUBLIC_RECORD, "", ours("Reader data is exempt from public records requests."));
  }

  private Authority anyBasis() {
    return rules.bases().values().iterator().next().authority();
  }

  /** Whom the data would reach: the body, all above it, and the task force it asks for. */
  private void body(ShareRequest request, Recipient recipient, List<ShareDenial> denials) {
    reached(recipient, denials);
    request
        .taskForce()
        .ifPresent(
            id -> {
              Optional<Recipient> force = registers.find(id);
              if (force.isEmpty() || !recipient.taskForces().contains(id)) {
                denials.add(
                    denial(
                        ShareReason.TASK_FORCE,
                        id,
                        ours("Whoever asks for others is registered with them.")));
              }
              force.ifPresent(body -> reached(body, denials));
            });
    request.direct().ifPresent(direct -> direct(request, direct, denials));
  }

  private void reached(Recipient recipient, List<ShareDenial> denials) {
    Line line = registers.upwards(recipient);
    for (Recipient body : line.bodies()) {
      if (body.blocked()) {
        denials.add(
            denial(
                ShareReason.RECIPIENT_BLOCKED, body.id(), ours("The register blocks this body.")));
      }
    }
    for (Recipient member : registers.members(recipient.id())) {
      for (Recipient body : registers.upwards(member).bodies()) {
        if (body.blocked()) {
          denials.add(
              denial(
                  ShareReason.RECIPIENT_BLOCKED,
                  body.id() + " in " + recipient.id(),
                  ours("A member of a task force sees what the task force gets.")));
        }
      }
    }
    rules
        .blockedRecipients()
        .forEach((word, rule) -> kind(word, rule.authority(), recipient, line, denials));
    if (!line.complete()) {
      denials.add(
          denial(
              ShareReason.KIND_UNCLEAR,
              "parent of " + line.bodies().get(line.bodies().size() - 1).id(),
              ours("Who is above a recipient has to be known.")));
    }
    names(recipient, denials);
  }

  private void kind(
      String word, Authority authority, Recipient recipient, Line line, List<ShareDenial> denials) {
    Optional<RecipientKind> kind = RecipientKind.find(word);
    if (kind.isEmpty()) {
      denials.add(denial(ShareReason.KIND_UNCLEAR, word, authority));
      return;
    }
    List<Recipient> reached = new ArrayList<>(kind.get().isInherited() ? line.bodies() : List.of());
    if (kind.get().isInherited()) {
      registers
          .members(recipient.id())
          .forEach(member -> reached.addAll(registers.upwards(member).bodies()));
    } else {
      reached.add(recipient);
    }
    reached.stream()
        .distinct()
        .forEach(
            body -> {
              String subject = word + (body.equals(recipient) ? "" : " through " + body.id());
              switch (kind.get().tells(body, policy, registers.at())) {
                case YES -> denials.add(denial(ShareReason.KIND_BLOCKED, subject, authority));
                case UNCLEAR -> denials.add(denial(ShareReason.KIND_UNCLEAR, subject, authority));
                case NO -> {
                  // This body is of another kind.
                }
              }
            });
  }

  /** A body that is blocked may be registered a second time, under an id that is not. */
  private void names(Recipient recipient, List<ShareDenial> denials) {
    for (Recipient other : registers.all()) {
      boolean same = other.names().stream().anyMatch(recipient.names()::contains);
      if (same && !other.id().equals(recipient.id()) && isBlocked(other)) {
        denials.add(
            denial(
                ShareReason.NAME_OF_BLOCKED,
                other.id(),
                ours("Two entries with one name may be one body.")));
      }
    }
  }

  private boolean isBlocked(Recipient body) {
    return registers.upwards(body).bodies().stream()
        .anyMatch(
            above ->
                above.blocked()
                    || rules.blockedRecipients().keySet().stream()
                        .flatMap(word -> RecipientKind.find(word).stream())
                        .filter(RecipientKind::isInherited)
                        .anyMatch(k -> k.tells(above, policy, registers.at()) == Told.YES));
  }

  private void direct(
      ShareRequest request, ShareRequest.DirectAccess direct, List<ShareDenial> denials) {
    Optional<AccessRules.Approval> rule = policy.accessRules().directAccess();
    boolean granted =
        rule.isPresent()
            && direct.grant().isPresent()
            && registers.isGrantedDirectly(direct.grant().get(), rule.get().by());
    if (!granted) {
      denials.add(
          denial(
              ShareReason.DIRECT_ACCESS,
              rule.map(AccessRules.Approval::by).orElse(""),
              rule.map(AccessRules.Approval::authority)
                  .or(
                      () ->
                          Optional.ofNullable(
                                  rules.blockedRecipients().get("unauthorized_direct_access"))
                              .map(NamedRule::authority))
                  .orElse(ours("The policy lets nobody outside look without supervision."))));
    }
    List<Recipient> line =
        registers.find(request.recipient()).map(b -> registers.upwards(b).bodies()).orElseThrow();
    if (!registers.isAgreed(line, request.agreement())) {
      denials.add(
          denial(
              ShareReason.AGREEMENT_NOT_IN_FORCE,
              "",
              ours("Who looks himself has to be bound by an agreement.")));
    }
  }

  private void basis(
      ShareRequest request, BasisRule basis, Recipient recipient, List<ShareDenial> denials) {
    boolean fits =
        basis.recipients().isEmpty()
            || basis.recipients().stream()
                .flatMap(word -> RecipientKind.find(word).stream())
                .anyMatch(k -> k.tells(recipient, policy, registers.at()) == Told.YES);
    if (!fits) {
      denials.add(
          denial(
              ShareReason.KIND_NOT_FOR_BASIS,
              String.join(", ", basis.recipients().stream().sorted().toList()),
              basis.authority()));
    }
    for (String item : basis.requires()) {
      Optional<String> given = Optional.ofNullable(request.items().get(item));
      boolean missing =
          item.equals(AGENCY_VERIFIED) ? !recipient.isVerified(registers.at()) : given.isEmpty();
      if (missing) {
        denials.add(denial(ShareReason.ITEM_MISSING, item, basis.authority()));
      } else if (item.equals(AGENCY_NAME)
          && !recipient.names().contains(Terms.spelled(given.orElse("")))) {
        denials.add(denial(ShareReason.OTHER_NAME, recipient.id(), basis.authority()));
      } else if (item.equals(APPROVED_RELEASE) && !releases.contains(given.orElse(""))) {
        denials.add(denial(ShareReason.RELEASE_NOT_APPROVED, "", basis.authority()));
      }
    }
    // Courts need no agreement. Where there is one, what is given freely rests on it.
    List<Recipient> line = registers.upwards(recipient).bodies();
    boolean rests =
        request.agreement().isPresent()
            || !basis.recipients().isEmpty() && registers.hasAgreed(line);
    if (request.direct().isEmpty() && rests && !registers.isAgreed(line, request.agreement())) {
      denials.add(
          denial(
              ShareReason.AGREEMENT_NOT_IN_FORCE,
              request.agreement().orElse(""),
              ours("An agreement that has ended binds nobody any more.")));
    }
  }

  /** The office that decides on a request; empty where any other person may. */
  public Optional<String> office(ShareRequest request) {
    return Optional.ofNullable(rules.bases().get(request.basis())).flatMap(BasisRule::approval);
  }

  private static ShareDenial denial(ShareReason reason, String subject, Authority authority) {
    return new ShareDenial(reason, subject, authority);
  }

  private static Authority ours(String reason) {
    return new Authority(Authority.PLATFORM_DEFAULT, Optional.empty(), Optional.of(reason));
  }
}
