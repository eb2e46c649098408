package io.platelake.app.audit.memo;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.audit.AuditedLog;
import io.platelake.app.ledger.audit.FindingLedger;
import io.platelake.app.ledger.audit.ImportedFileLedger;
import io.platelake.app.ledger.audit.ReviewLedger;
import io.platelake.app.ledger.audit.SampleLedger;
import io.platelake.app.ledger.audit.SampleLedger.Drawn;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.app.publish.PublishedJson;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.governance.AuditRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit memo}. */
@Command(
    name = "memo",
    description =
        "Write the memorandum of an audit with the source of every figure; ends with 4 while items"
            + " wait for a reviewer.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditMemoCommand.MemoRun.class,
    example = "audit memo --agency city-2 --audit 2026-06 --out memo-2026-06",
    refused = "the agency has no policy in force, or one without audits",
    finding = "an item of the sample has no outcome yet")
public final class AuditMemoCommand implements Callable<Integer> {
  private static final String UNNAMED = "Not named by the policy";

  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Option(names = "--audit", required = true, paramLabel = "ID", description = "Id of the audit.")
  private String audit;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for memo.html, memo.md and memo.json; it is created.")
  private Path out;

  /** What a run gives. */
  record MemoRun(
      long sampled,
      long open,
      @Detail(key = "audit_id") String auditId,
      @Detail(key = "memo.html") String html,
      @Detail(key = "memo.md") String markdown,
      @Detail(key = "memo.json") String json,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return open > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          agency.id();
          return Ids.check("--audit", audit);
        },
        this::run);
  }

  private JobResult run(JobContext job, String auditId) {
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    AuditRules rules = AuditScope.rules(policy);
    Drawn drawn =
        new SampleLedger(job.lake(), agency.id())
            .find(auditId)
            .orElseThrow(
                () ->
                    new BadInput(
                        "--audit " + auditId,
                        "no sample has this id",
                        "Draw it first: platelake audit sample --audit " + auditId));
    List<ReviewLedger.Review> reviews =
        new ReviewLedger(job.lake(), agency.id()).standing(auditId, job.asOf());
    Memo memo = memo(job, policy, rules, drawn, reviews);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("memo.html", MemoPage.bytes(memo));
    files.put("memo.md", MemoMarkdown.bytes(memo));
    files.put("memo.json", PublishedJson.bytes(memo));
    PublishedFolder.write("--out", out, files);
    long open = drawn.items().size() - reviews.size();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Memo of audit %s: %,d items of %,d searches, %,d without an outcome.",
            auditId,
            drawn.items().size(),
            drawn.population(),
            open));
    files.keySet().forEach(name -> lines.add(out.resolve(name).toString()));
    return JobResult.of(
            new MemoRun(
                drawn.items().size(),
                open,
                auditId,
                Sha256.of(files.get("memo.html")),
                Sha256.of(files.get("memo.md")),
                Sha256.of(files.get("memo.json")),
                lines))
        .under(agency.id(), policy.version());
  }

  private Memo memo(
      JobContext job,
      PolicyInForce policy,
      AuditRules rules,
      Drawn drawn,
      List<ReviewLedger.Review> reviews) {
    List<MemoSection> sections =
        new ArrayList<>(new SampleSections(drawn, reviews).sections(rules));
    AuditedLog.read("--audit " + drawn.auditId(), drawn.source())
        .vendor()
        .map(vendor -> new ImportedFileLedger(job.lake(), agency.id()).of(vendor))
        .ifPresent(files -> sections.add(ImportedSection.of(files, drawn.window(), job.asOf())));
    sections.add(
        DetectorSection.of(
            rules,
            new FindingLedger(job.lake(), agency.id())
                .all().stream()
                    .filter(f -> !f.foundAt().isAfter(job.asOf()))
                    .filter(f -> f.source().equals(drawn.source()))
                    .filter(f -> !f.from().isBefore(drawn.window().from()))
                    .filter(f -> f.from().isBefore(drawn.window().to()))
                    .toList(),
            new ReviewLedger(job.lake(), agency.id()).standing(ReviewLedger.FINDINGS, job.asOf())));
    PeopleSection people = new PeopleSection(job.lake(), policy, drawn.window(), job.asOf());
    sections.add(people.people());
    sections.add(people.retention());
    sections.add(new ListSection(job.lake(), policy, job.asOf()).section());
    return new Memo(
        drawn.auditId(),
        agency.id(),
        policy.policy().title(),
        policy.version(),
        rules.reviewer().orElse(UNNAMED),
        rules.auditor().orElse(UNNAMED),
        job.asOf(),
        drawn.window().from(),
        drawn.window().to(),
        rules.authority().toString(),
        sections);
  }
}
