package io.platelake.app.share;

import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseLedger;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareEvent;
import io.platelake.app.ledger.share.ShareLedger;
import io.platelake.core.BadInput;
import io.platelake.core.share.ShareDecider;
import io.platelake.core.share.ShareDenial;
import io.platelake.core.share.ShareRegisters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the steps of a share have in common: policy, registers and the ledger, at one instant. */
final class ShareDesk {
  private final JobContext job;
  private final PolicyInForce policy;
  private final ShareRegisters registers;
  private final ShareDecider decider;

  ShareDesk(JobContext job, String agency) {
    this.job = job;
    job.standing().requireAgency(agency);
    this.policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    this.registers =
        new ShareRegisters(RegisterLedger.all(job.lake(), agency, Instant.MAX), job.asOf());
    this.decider =
        new ShareDecider(policy.policy(), registers, approvedReleases(job, agency, job.asOf()));
  }

  /** A share that somebody still has to do something about. */
  static Share open(JobContext job, String id) {
    Share share = ShareLedger.get(job.lake(), id, job.asOf());
    if (!share.isOpen()) {
      throw new BadInput(
          "Share " + id, "it is " + share.state().label() + " already", "Record a new request.");
    }
    boolean later = share.events().stream().anyMatch(e -> !e.at().isBefore(job.asOf()));
    if (later) {
      throw new BadInput(
          "Share " + id,
          "an event of this instant is on record",
          "Do the next step with a later --as-of.");
    }
    return share;
  }

  private static Set<String> approvedReleases(JobContext job, String agency, Instant asOf) {
    return ReleaseLedger.all(job.lake(), asOf).stream()
        .filter(release -> release.parameters().agency().equals(agency))
        .filter(release -> release.approval().filter(a -> !a.isExpired(asOf)).isPresent())
        .map(Release::id)
        .collect(Collectors.toSet());
  }

  ShareDecider decider() {
    return decider;
  }

  ShareRegisters registers() {
    return registers;
  }

  PolicyInForce policy() {
    return policy;
  }

  void refusePlates(Collection<String> texts) {
    FreeText.refusePlatesIn(job.lake(), "Share", texts);
  }

  void record(Share share, ShareEvent.Kind kind, ShareEvent.Detail detail) {
    ShareLedger.record(job.lake(), share, event(kind, detail));
  }

  ShareEvent event(ShareEvent.Kind kind, ShareEvent.Detail detail) {
    return new ShareEvent(kind, job.asOf(), job.principal(), policy.version(), detail);
  }

  /** Puts a step that is not let happen on record; every reason is said. */
  JobResult deny(Share share, List<ShareDenial> denials) {
    record(share, ShareEvent.Kind.DENY, ShareEvent.Detail.refusal(reasons(denials), noDocument()));
    return result(
        share,
        "Share " + share.request().id() + " stays as it is: " + denials.size() + " reasons.",
        denials,
        RunOutcome.REFUSED);
  }

  /** The result of a step; the reasons are those that are left. */
  JobResult result(Share share, String said, List<ShareDenial> left, RunOutcome outcome) {
    List<String> lines = new ArrayList<>(List.of(said));
    left.forEach(denial -> lines.add("  " + denial.line()));
    return JobResult.of(
            new ShareStepResult(outcome, left.size(), share.request().id(), reasons(left), lines))
        .under(policy.agency(), policy.version());
  }

  static List<String> reasons(List<ShareDenial> denials) {
    return denials.stream().map(d -> d.reason().label()).distinct().toList();
  }

  private static Optional<String> noDocument() {
    return Optional.empty();
  }
}
