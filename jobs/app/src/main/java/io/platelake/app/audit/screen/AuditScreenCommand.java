package io.platelake.app.audit.screen;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.audit.AuditReading;
import io.platelake.app.ledger.audit.AuditedLog;
import io.platelake.app.ledger.audit.AuditedSearches;
import io.platelake.app.ledger.audit.FindingLedger;
import io.platelake.app.ledger.audit.ReviewLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.core.access.Permission;
import io.platelake.core.detect.Screen;
import io.platelake.core.detect.ScreenContext;
import io.platelake.core.detect.ScreenResult;
import io.platelake.core.detect.SharingScreen;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit screen}. */
@Command(
    name = "screen",
    description =
        "Look through logged searches with the detectors of the policy; ends with 4 when there are"
            + " findings. A finding is a candidate for a review.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditScreenCommand.ScreenRun.class,
    example =
        "audit screen --agency city-2 --window 2026-06-01T00:00:00Z/2026-07-01T00:00:00Z --out screen",
    refused = "no policy in force, or one without audits",
    finding = "a detector names a search")
public final class AuditScreenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AuditScope scope;

  @Mixin private ScreenOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for findings.csv and detectors.csv; it is created.")
  private Path out;

  /** What a run gives. */
  record ScreenRun(
      long searches,
      long alertDriven,
      long labelled,
      long findings,
      long findingsNew,
      @Detail(key = "first_matches") Map<String, Long> firstMatches,
      @Detail(key = "unseen") Map<String, Long> unseen,
      String log,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return findings > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          scope.agency();
          options.check();
          scope.log();
          return scope.window();
        },
        this::run);
  }

  private JobResult run(JobContext job, Window window) {
    PolicyInForce policy = scope.policy(job);
    AuditScope.rules(policy);
    AuditedLog log = scope.log();
    ScreenContext context = options.context(job, policy);
    AuditedSearches seen =
        log.isOwn()
            ? AuditedSearches.NONE
            : AuditReading.searches(job, policy, log, window, "audit screen");
    // The own log may be of any length; an imported one is held whole.
    ScreenResult result =
        log.isOwn()
            ? new Screen(context).screen(AuditReading.parts(job, policy, window, "audit screen"))
            : screened(context, seen);
    List<DetectorLine> lines =
        DetectorLine.of(result, new ReviewLedger(job.lake(), policy.agency()).standing(job.asOf()));
    long added =
        new FindingLedger(job.lake(), policy.agency())
            .add(result.findings(), log, policy.version(), job.asOf());
    if (out != null) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("findings.csv", FindingsCsv.findings(result));
      files.put("detectors.csv", FindingsCsv.detectors(lines));
      PublishedFolder.write("--out", out, files);
    }
    return JobResult.of(run(result, added, lines, log, seen))
        .under(policy.agency(), policy.version());
  }

  private static ScreenResult screened(ScreenContext context, AuditedSearches seen) {
    ScreenResult result = new Screen(context).screen(seen.searches());
    long changes = seen.changesSeen() + seen.changesUnseen();
    if (changes == 0) {
      return result;
    }
    SharingScreen sharing = new SharingScreen(context);
    long judged = sharing.canJudge() ? seen.changesSeen() : 0;
    return result.withSharing(sharing.screen(seen.changes()), judged, changes - judged);
  }

  private static ScreenRun run(
      ScreenResult result,
      long added,
      List<DetectorLine> detectors,
      AuditedLog log,
      AuditedSearches seen) {
    Map<String, Long> first = new TreeMap<>();
    Map<String, Long> unseen = new TreeMap<>();
    detectors.forEach(
        line -> {
          first.put(line.count().detector().label(), line.count().firstMatches());
          unseen.put(line.count().detector().label(), line.count().unseen());
        });
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d searches of people and %,d look-ups that alerts drove; %,d searches have a label;"
                + " %,d findings, %,d of them new.",
            result.searches(),
            result.alertDriven(),
            result.labelled(),
            result.findings().size(),
            added));
    detectors.forEach(line -> lines.add(line.line()));
    lines.addAll(seen.notes());
    return new ScreenRun(
        result.searches(),
        result.alertDriven(),
        result.labelled(),
        result.findings().size(),
        added,
        first,
        unseen,
        log.label(),
        lines);
  }
}
