package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.ReasonOption;
import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.alert.Suppressions.Ruling;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.plate.PlateInText;
import io.platelake.core.policy.matching.SuppressionRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake hits suppress}. */
@Command(
    name = "suppress",
    description =
        "Rule out a false match until a date: the same entry and plate read give no more alerts,"
            + " unless state or vehicle turn out to be others.")
@CommandContract(
    needs = Permission.SUPPRESS,
    result = HitsSuppressCommand.SuppressResult.class,
    example = "hits suppress --hit 4711 --reason \"misread by the camera\" --until 2026-12-31",
    refused = "the end is too far ahead, the reason names a plate, or the hit is ruled out already")
public final class HitsSuppressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--hit", required = true, paramLabel = "ID", description = "The false hit.")
  private long hitId;

  @Mixin private ReasonOption reason;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      description =
          "First UTC date on which alerts resume, within the limit of the policy. The ruling is"
              + " deleted then.")
  private String until;

  /** What a run gives. */
  record SuppressResult(
      long suppressions, String suppressionId, LocalDate until, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String reason = this.reason.text();
    LocalDate end = end(job);
    AgencyHits own = AgencyHits.holding(job, hitId);
    refuseTooLong(job, own.agency(), end);
    MatchedPair pair = MatchedPair.of(own, hitId);
    PlateInText.refuse(
        "--reason",
        reason,
        Stream.of(pair.read().plateKey(), pair.entry().plateKey()).filter(k -> k > 0).toList());
    PlateInText.refusePart("--reason", reason, pair.pattern().orElse(null));
    FreeText.refusePlates(job.lake(), "--reason", reason);
    String id = Sha256.of("suppress:" + hitId + ":" + job.asOf()).substring(0, 16);
    for (Ruling ruling : Suppressions.rulings(job.lake(), own.agency())) {
      if (ruling.hitId() == hitId && !ruling.id().equals(id) && ruling.standsAt(job.asOf())) {
        throw new Refusal(
            "Hit " + hitId,
            "it is ruled out already, until " + ruling.expires(),
            "To change that, first: platelake hits unsuppress " + ruling.id());
      }
    }
    Suppressions.record(job.lake(), own.agency(), ruling(job, id, pair, end), pair.described());
    return JobResult.of(
        new SuppressResult(
            1,
            id,
            end,
            List.of("Suppression " + id + ": hit " + hitId + " is ruled out until " + end + ".")));
  }

  private LocalDate end(JobContext job) {
    LocalDate end;
    try {
      end = LocalDate.parse(until);
    } catch (DateTimeParseException e) {
      throw new BadInput("--until", "not a date", "Write it as 2026-12-31.");
    }
    LocalDate today = LocalDate.ofInstant(job.asOf(), ZoneOffset.UTC);
    if (!end.isAfter(today)) {
      throw new BadInput("--until", "is not in the future", "Give a date after " + today + ".");
    }
    return end;
  }

  private static void refuseTooLong(JobContext job, String agency, LocalDate end) {
    job.standing().requireAgency(agency);
    SuppressionRule rule =
        PolicyLedger.inForce(job.lake(), agency, job.asOf()).policy().matchingRules().suppression();
    LocalDate last = rule.lastEnd(LocalDate.ofInstant(job.asOf(), ZoneOffset.UTC));
    if (end.isAfter(last)) {
      throw new Refusal(
          "--until",
          "is more than "
              + rule.max()
              + " ahead, and the ruling keeps a plate ("
              + rule.authority()
              + ")",
          "Give a date up to " + last + ", and look again then.");
    }
  }

  private Ruling ruling(JobContext job, String id, MatchedPair pair, LocalDate end) {
    return new Ruling(
        id,
        hitId,
        pair.entryId(),
        pair.list(),
        job.asOf(),
        end,
        reason.text(),
        job.principal(),
        Optional.empty());
  }
}
