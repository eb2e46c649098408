package io.platelake.app.audit.log;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.WindowOption;
import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.core.access.Permission;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.lake.table.Window;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit show}. */
@Command(
    name = "show",
    description = "Show rows of the access log by when they were recorded; no plates.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditShowCommand.AuditShowResult.class,
    example =
        "audit show --agency city-2 --window 2026-06-01T00:00:00Z/2026-07-01T00:00:00Z --user"
            + " c.okafor")
public final class AuditShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AgencyOption agency;
  @Mixin private WindowOption recorded;

  @Option(names = "--user", paramLabel = "ID", description = "Only rows of this account.")
  private String user;

  @Option(names = "--search", paramLabel = "ID", description = "Only rows of this search.")
  private String search;

  /** What a run gives. */
  record AuditShowResult(long rows, @Detail long logSeq, String logHash, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String owner = agency.id();
    Window window = recorded.window();
    LoggedReading reading =
        LoggedReading.begin(
            job,
            owner,
            "audit show",
            "rows recorded from " + window.from() + " to " + window.to() + narrowed());
    List<ChainedRow> rows =
        AccessLogRows.between(reading.lake(), owner, window.firstDate(), window.lastDate()).stream()
            .filter(row -> !row.recordedAt().isBefore(window.from()))
            .filter(row -> row.recordedAt().isBefore(window.to()))
            .filter(row -> user == null || user.equals(row.text("username")))
            .filter(row -> search == null || search.equals(row.searchId()))
            .toList();
    List<String> lines = rows.stream().map(AuditShowCommand::line).toList();
    return JobResult.of(
            new AuditShowResult(
                rows.size(),
                reading.row().seq(),
                reading.row().hash(),
                lines.isEmpty() ? List.of("No row was recorded then.") : lines))
        .under(owner, reading.policy().version());
  }

  /** The account is in the row of the reading as a condition; it is a name of the register. */
  private String narrowed() {
    return (user == null ? "" : ", of one account") + (search == null ? "" : ", of one search");
  }

  private static String line(ChainedRow row) {
    return String.format(
        Locale.ROOT,
        "%6d  %s  %-10s  %-16s  %s",
        row.seq(),
        row.recordedAt(),
        row.event().word(),
        row.text("username"),
        said(row));
  }

  private static String said(ChainedRow row) {
    return switch (row.event()) {
      case INTENT ->
          text(row, "decision")
              + " "
              + text(row, "served_purpose")
              + ", case "
              + text(row, "case_ref")
              + ", by "
              + text(row, "query_kinds")
              + ", "
              + text(row, "searched_from")
              + " to "
              + text(row, "searched_to")
              + row.find("denials").map(d -> ", " + d).orElse("");
      case OUTCOME ->
          text(row, "result")
              + ", "
              + text(row, "rows_given")
              + " of "
              + text(row, "rows_looked")
              + " rows, to "
              + text(row, "place");
      case OPENED, AUDIT_READ, DESTROYED -> text(row, "command") + ", " + text(row, "note");
    };
  }

  private static String text(ChainedRow row, String field) {
    return row.find(field).map(String::valueOf).orElse("-");
  }
}
