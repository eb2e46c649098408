package io.platelake.app.audit.sample;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.access.AuditLedger;
import io.platelake.app.ledger.audit.FindingLedger;
import io.platelake.app.ledger.audit.ReviewLedger;
import io.platelake.app.ledger.audit.ReviewLedger.Review;
import io.platelake.app.ledger.audit.SampleLedger;
import io.platelake.app.ledger.audit.SampleLedger.Drawn;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.Mistakes;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.audit.ReviewOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake audit review}. */
@Command(
    name = "review",
    description =
        "Take a filled worksheet of a sample, or of findings; ends with 4 when a search was not"
            + " proper. The audit is complete once every item has an outcome.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditReviewCommand.ReviewRun.class,
    example = "audit review --agency city-2 --audit 2026-06 audit-2026-06/worksheet.csv",
    refused = "the reviewer would judge his own search, or a note names a plate",
    finding = "a search was not proper")
public final class AuditReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Option(
      names = "--audit",
      paramLabel = "ID",
      description = "Audit that the worksheet is of; the findings of screens when absent.")
  private String audit;

  @Parameters(paramLabel = "FILE", description = "The filled worksheet, as CSV.")
  private Path file;

  /** What a run gives. */
  record ReviewRun(
      long reviewed,
      long unchanged,
      long open,
      Map<String, Long> outcomes,
      @Detail(key = "audit_id") String auditId,
      @Detail(key = "complete") boolean complete,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return outcomes.getOrDefault(ReviewOutcome.NOT_PROPER.label(), 0L) > 0
          ? RunOutcome.FINDING
          : RunOutcome.DONE;
    }
  }

  /** An item that can be reviewed. */
  private record Reviewable(String searcher, Optional<String> detector) {}

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          agency.id();
          if (audit != null) {
            Ids.check("--audit", audit);
          }
          return ReviewCsv.read(file);
        },
        this::run);
  }

  private JobResult run(JobContext job, List<ReviewCsv.Line> lines) {
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    AuditScope.rules(policy);
    Optional<Drawn> sample = Optional.ofNullable(audit).map(id -> sample(job, id));
    Map<String, Reviewable> known = sample.map(this::items).orElseGet(() -> findings(job));
    check(job, lines, known);
    FreeText.refusePlatesIn(
        job.lake(), "Worksheet " + file, lines.stream().flatMap(l -> l.note().stream()).toList());
    ReviewLedger ledger = new ReviewLedger(job.lake(), agency.id());
    String auditId = sample.map(Drawn::auditId).orElse(ReviewLedger.FINDINGS);
    List<Review> added = added(job, ledger.standing(auditId, job.asOf()), auditId, lines, known);
    ledger.add(added, auditId + ":" + job.asOf());
    List<Review> standing = ledger.standing(auditId, job.asOf());
    boolean complete = sample.isPresent() && standing.size() == sample.get().items().size();
    if (complete) {
      AuditLedger.complete(job.lake(), agency.id(), completed(job, sample.get(), standing));
    }
    return JobResult.of(result(lines, added, standing, known.size(), auditId, complete))
        .under(agency.id(), policy.version());
  }

  private Drawn sample(JobContext job, String id) {
    return new SampleLedger(job.lake(), agency.id())
        .find(id)
        .orElseThrow(
            () ->
                new BadInput(
                    "--audit " + id,
                    "no sample has this id",
                    "Draw it first: platelake audit sample --audit " + id));
  }

  private Map<String, Reviewable> items(Drawn sample) {
    return sample.items().stream()
        .collect(
            Collectors.toMap(
                SampleLedger.Item::id, i -> new Reviewable(i.searcher(), Optional.empty())));
  }

  private Map<String, Reviewable> findings(JobContext job) {
    Map<String, Reviewable> known = new HashMap<>();
    new FindingLedger(job.lake(), agency.id())
        .all()
        .forEach(
            f ->
                known.put(
                    f.id(),
                    new Reviewable(f.account().orElse(""), Optional.of(f.detector().label()))));
    return known;
  }

  /** Every line is about an item, its outcome fits, and nobody judges a search of his own. */
  private void check(JobContext job, List<ReviewCsv.Line> lines, Map<String, Reviewable> known) {
    Mistakes mistakes = new Mistakes();
    for (ReviewCsv.Line line : lines) {
      Reviewable item = known.get(line.item());
      if (item == null) {
        mistakes.add(
            new BadInput(line.place(), "item is not of this audit", "Use its own worksheet."));
      } else if (line.outcome() == ReviewOutcome.FALSE_ALARM && item.detector().isEmpty()) {
        mistakes.add(
            new BadInput(
                line.place(),
                "a sampled search is no alarm",
                "Use proper, not proper or cannot tell."));
      }
    }
    mistakes.refuse();
    for (ReviewCsv.Line line : lines) {
      String searcher = known.get(line.item()).searcher();
      if (!searcher.isEmpty() && job.standing().isSamePerson(job.principal(), searcher)) {
        throw new Refusal(
            line.place(),
            "the reviewer and the searcher are one person",
            "Let another person review it, and leave its outcome empty here.");
      }
    }
  }

  private static List<Review> added(
      JobContext job,
      List<Review> before,
      String auditId,
      List<ReviewCsv.Line> lines,
      Map<String, Reviewable> known) {
    Map<String, Review> standing =
        before.stream().collect(Collectors.toMap(Review::item, review -> review));
    List<Review> added = new ArrayList<>();
    for (ReviewCsv.Line line : lines) {
      Review old = standing.get(line.item());
      boolean same =
          old != null
              && old.outcome() == line.outcome()
              && old.error().equals(line.error())
              && old.note().equals(line.note());
      if (!same) {
        added.add(
            new Review(
                auditId,
                line.item(),
                known.get(line.item()).detector(),
                line.outcome(),
                line.note(),
                line.error(),
                job.principal(),
                job.asOf()));
      }
    }
    return added;
  }

  private static AuditLedger.Completed completed(
      JobContext job, Drawn sample, List<Review> standing) {
    long exceptions =
        standing.stream().filter(r -> r.outcome() == ReviewOutcome.NOT_PROPER).count();
    long unclear = standing.stream().filter(r -> r.outcome() == ReviewOutcome.CANNOT_TELL).count();
    long errors = standing.stream().filter(r -> r.error().isPresent()).count();
    return new AuditLedger.Completed(
        sample.auditId(),
        job.asOf(),
        "access and use, "
            + sample.source()
            + " log, "
            + sample.window().from()
            + " to "
            + sample.window().to(),
        standing.size(),
        exceptions,
        String.format(
            Locale.ROOT,
            "%d of %d searches drawn from %,d were not proper, %d unclear, %d with an error in data",
            exceptions,
            standing.size(),
            sample.population(),
            unclear,
            errors));
  }

  private static ReviewRun result(
      List<ReviewCsv.Line> lines,
      List<Review> added,
      List<Review> standing,
      long all,
      String auditId,
      boolean complete) {
    Map<String, Long> outcomes = new TreeMap<>();
    lines.forEach(line -> outcomes.merge(line.outcome().label(), 1L, Long::sum));
    long open = all - standing.size();
    List<String> said = new ArrayList<>();
    said.add(
        String.format(
            Locale.ROOT,
            "%,d reviews added, %,d as before; %,d items wait.",
            added.size(),
            lines.size() - added.size(),
            open));
    outcomes.forEach((outcome, n) -> said.add(String.format(Locale.ROOT, "%-12s %,d", outcome, n)));
    if (complete) {
      said.add("The audit is complete. Write its memo: platelake audit memo --audit " + auditId);
    }
    return new ReviewRun(
        added.size(), lines.size() - added.size(), open, outcomes, auditId, complete, said);
  }
}
