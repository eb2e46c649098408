package io.platelake.app.audit.vendor;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.terminal.Progress;
import io.platelake.core.vendorlog.LogAccount;
import io.platelake.core.vendorlog.LogCell;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.core.vendorlog.VendorLogFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake audit check}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "check",
    description =
        "Show what access logs of a vendor hold: rows, what can be seen of each column, and"
            + " damage.")
@CommandContract(
    result = AuditCheckCommand.AuditCheckResult.class,
    example = "audit check --layout search-audit 2026-01.csv 2026-02.csv",
    finding = "a file is damaged, joined or possibly cut, or has lost a column")
public final class AuditCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--layout",
      required = true,
      paramLabel = "NAME|FILE",
      description =
          "Layout: search-audit, portal, printed-audit, events, sharing or users; or a file ending"
              + " in .yaml.")
  private String layout;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV files, in the order of their time.")
  private List<Path> files;

  /** What a check gives. */
  record AuditCheckResult(
      long files,
      long rows,
      long taken,
      long repeated,
      long keptOut,
      long faults,
      String layout,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return faults > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) throws IOException {
    LogLayout known = VendorFile.layout(layout, "--layout");
    List<String> lines = new ArrayList<>();
    Set<String> earlier = new TreeSet<>();
    long taken = 0;
    long repeated = 0;
    long keptOut = 0;
    long faults = 0;
    for (Path file : files) {
      progress.say("reading " + file.getFileName());
      LogAccount account = VendorFile.read(file, known, row -> {});
      List<VendorLogFault> found = FaultWords.of(account, earlier);
      earlier.clear();
      earlier.addAll(account.columns());
      taken += account.taken();
      repeated += account.repeated();
      keptOut += account.keptOut();
      faults += found.size();
      lines.addAll(lines(file, known, account, found));
    }
    return JobResult.of(
        new AuditCheckResult(
            files.size(),
            taken + repeated + keptOut,
            taken,
            repeated,
            keptOut,
            faults,
            known.layout(),
            lines));
  }

  private static List<String> lines(
      Path file, LogLayout layout, LogAccount account, List<VendorLogFault> faults) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%s: %,d rows: %,d taken, %,d repeated, %,d kept out%s.",
            file.getFileName(),
            account.rows(),
            account.taken(),
            account.repeated(),
            account.keptOut(),
            account.first().map(f -> "; " + f + " to " + account.last().get()).orElse("")));
    layout.columns().keySet().forEach(column -> lines.add("  " + column(column, account)));
    faults.forEach(
        fault -> lines.add("FINDING " + file.getFileName() + ", " + FaultWords.words(fault)));
    return lines;
  }

  private static String column(String column, LogAccount account) {
    Map<LogCell.State, Long> states = account.states().getOrDefault(column, Map.of());
    if (states.isEmpty()) {
      return column + ": " + LogCell.State.NOT_EXPORTED.label().replace('_', ' ');
    }
    List<String> parts = new ArrayList<>();
    states.forEach((state, count) -> parts.add(String.format("%s %,d", state.label(), count)));
    return column
        + ": "
        + String.join(", ", parts)
        + account
            .shareWithValue(column)
            .map(share -> String.format(" (%.1f %% of what can be seen)", 100 * share))
            .orElse(" (nothing can be seen)");
  }
}
