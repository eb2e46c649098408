package io.platelake.app.audit.vendor;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.terminal.Progress;
import io.platelake.core.BadInput;
import io.platelake.core.vendorlog.ComparedLog;
import io.platelake.core.vendorlog.LogAccount;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.core.vendorlog.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit reconcile}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "reconcile",
    description = "Hold two access logs of the same searches against each other.")
@CommandContract(
    result = AuditReconcileCommand.AuditReconcileResult.class,
    example = "audit reconcile --first own.csv --second network.csv",
    finding = "searches differ in a field that both logs show, or damaged rows are kept out")
public final class AuditReconcileCommand implements Callable<Integer> {
  private static final long LONGEST_TOLERANCE = 86_400;

  @Spec private CommandSpec spec;

  @Option(
      names = "--first",
      required = true,
      paramLabel = "FILE",
      description = "Log of the agency itself, as CSV; may be given several times.")
  private List<Path> first;

  @Option(
      names = "--second",
      required = true,
      paramLabel = "FILE",
      description = "The other log, as CSV; may be given several times.")
  private List<Path> second;

  @Option(
      names = "--first-layout",
      paramLabel = "NAME|FILE",
      defaultValue = "search-audit",
      description = "Layout of the first log (default: ${DEFAULT-VALUE}).")
  private String firstLayout;

  @Option(
      names = "--second-layout",
      paramLabel = "NAME|FILE",
      defaultValue = "search-audit",
      description = "Layout of the second log (default: ${DEFAULT-VALUE}).")
  private String secondLayout;

  @Option(
      names = "--tolerance",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Seconds by which the time that both logs cover is widened (default: ${DEFAULT-VALUE}).")
  private long tolerance;

  /** What a comparison gives. */
  record AuditReconcileResult(
      long matched,
      long onlyFirst,
      long onlySecond,
      long ambiguous,
      long outside,
      long repeated,
      long keptOut,
      long differing,
      long toleranceSeconds,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return differing > 0 || keptOut > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) throws IOException {
    if (tolerance < 0 || tolerance > LONGEST_TOLERANCE) {
      throw new BadInput(
          "--tolerance", "it is no number of seconds within a day", "Give 0 to 86400.");
    }
    LogLayout one = VendorFile.layout(firstLayout, "--first-layout");
    LogLayout other = VendorFile.layout(secondLayout, "--second-layout");
    progress.say("reading both logs");
    List<String> damage = new ArrayList<>();
    long[] kept = new long[2]; // rows that repeat another, rows kept out
    ComparedLog ours = rows(first, one, kept, damage);
    ComparedLog theirs = rows(second, other, kept, damage);
    Reconciliation found = Reconciliation.of(ours, theirs, Duration.ofSeconds(tolerance));
    long differing = found.differing().values().stream().mapToLong(Long::longValue).sum();
    List<String> lines = lines(found, one.rowStandsForGroup() || other.rowStandsForGroup());
    lines.add(String.format("%,d rows repeat another and count once.", kept[0] + found.repeated()));
    lines.addAll(damage);
    return JobResult.of(
        new AuditReconcileResult(
            found.matched(),
            found.onlyFirst(),
            found.onlySecond(),
            found.ambiguous(),
            found.outside(),
            kept[0] + found.repeated(),
            kept[1],
            differing,
            tolerance,
            lines));
  }

  private static ComparedLog rows(
      List<Path> files, LogLayout layout, long[] kept, List<String> damage) throws IOException {
    ComparedLog rows = new ComparedLog();
    for (Path file : files) {
      LogAccount account = VendorFile.read(file, layout, rows::add);
      kept[0] += account.repeated();
      kept[1] += account.keptOut();
      // What was kept out looks as if one log lacked it.
      if (account.keptOut() > 0) {
        damage.add(
            String.format(
                "FINDING %s: %,d damaged rows are kept out and missing here; see audit check.",
                file.getFileName(), account.keptOut()));
      }
    }
    return rows;
  }

  private List<String> lines(Reconciliation found, boolean groups) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d searches are in both logs; %,d only in the first, %,d only in the second.",
            found.matched(), found.onlyFirst(), found.onlySecond()));
    lines.add(
        String.format(
            "%,d rows have several candidates and stay undecided; %,d are outside the time that"
                + " both cover (widened by %d s).",
            found.ambiguous(), found.outside(), tolerance));
    found
        .missedByMonth()
        .forEach(
            (month, share) ->
                lines.add(
                    String.format(
                        "%s: the second log lacks %.1f %% of the first.", month, 100 * share)));
    if (found.onlyFirst() > 0) {
      lines.add(
          "A search that spared one's own cameras is rightly absent from their log. Watch the trend"
              + " of months, and not single misses.");
    }
    if (groups) {
      lines.add("A row of a portal stands for a group: one that is absent proves nothing.");
    }
    found
        .differing()
        .forEach(
            (column, rows) ->
                lines.add(String.format("FINDING %s differs in %,d searches", column, rows)));
    return lines;
  }
}
