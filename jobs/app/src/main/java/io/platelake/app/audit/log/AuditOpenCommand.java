package io.platelake.app.audit.log;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.option.TokenKeyOption;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.app.ledger.access.TokenKeys;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.accesslog.LoggedQuery;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.search.SearchRequest;
import io.platelake.core.search.SearchRequests;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit open}: which looks were for a plate that an auditor has. */
@Command(
    name = "open",
    description =
        "Say which rows of the access log asked for a plate that the auditor names in a file.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditOpenCommand.AuditOpenResult.class,
    example = "audit open --agency city-2 --request complaint.yaml",
    refused = "the key of the tokens is gone, or the account does not act for the agency")
public final class AuditOpenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AgencyOption agency;
  @Mixin private TokenKeyOption tokenKey;

  @Option(
      names = "--request",
      required = true,
      paramLabel = "FILE",
      description =
          "One request as CSV, YAML or JSON: purpose auditing, plate or part, from and to of the"
              + " time of recording, and the reason.")
  private Path request;

  /** What a run gives. */
  record AuditOpenResult(
      long rows,
      long otherKeys,
      @Detail long logSeq,
      String logHash,
      List<String> searches,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> read(), this::run);
  }

  private SearchRequest read() {
    List<SearchRequest> all = SearchRequests.read(InputFiles.text(request), request.toString());
    String what = "--request " + request;
    if (all.size() != 1) {
      throw new BadInput(what, "it holds " + all.size() + " requests", "Give one.");
    }
    SearchRequest one = all.get(0);
    boolean hasPlate = one.plateKey().isPresent() || one.part().isPresent();
    if (!one.purpose().equals(AccessLog.PURPOSE) || !hasPlate || one.kinds().size() > 1) {
      throw new BadInput(
          what,
          "it is no test of a plate",
          "Give purpose " + AccessLog.PURPOSE + ", and a plate or a part as it was asked for.");
    }
    if (one.statement().items().isEmpty()) {
      throw new BadInput(what, "it gives no reason", "Give reason, case or incident.");
    }
    return one;
  }

  private JobResult run(JobContext job, SearchRequest one) {
    String owner = agency.id();
    PlateToken token = TokenKeys.of(job.lake(), tokenKey.text());
    LoggedQuery query = one.logged(token, List.of(owner));
    LoggedReading reading =
        LoggedReading.begin(
            job,
            owner,
            "audit open",
            AccessEvent.OPENED,
            one.statement(),
            Optional.of(query),
            Optional.of(token.id()),
            "rows that asked for one plate");
    Window window = new Window(one.from(), one.to());
    String wanted = query.plateTokens().get(0);
    List<ChainedRow> asked =
        AccessLogRows.between(reading.lake(), owner, window.firstDate(), window.lastDate()).stream()
            .filter(row -> row.event() == AccessEvent.INTENT)
            .filter(row -> !row.recordedAt().isBefore(window.from()))
            .filter(row -> row.recordedAt().isBefore(window.to()))
            .toList();
    List<ChainedRow> rows =
        asked.stream()
            .filter(
                row ->
                    row.find("plate_tokens")
                        .filter(tokens -> ((List<?>) tokens).contains(wanted))
                        .isPresent())
            .toList();
    long other =
        asked.stream()
            .filter(row -> row.find("key_id").filter(id -> !id.equals(token.id())).isPresent())
            .count();
    List<String> lines =
        new ArrayList<>(
            rows.stream()
                .map(
                    row ->
                        "row "
                            + row.seq()
                            + ", "
                            + row.recordedAt()
                            + ", "
                            + row.text("username")
                            + ", search "
                            + row.searchId())
                .toList());
    lines.add(rows.size() + " of " + asked.size() + " requests asked for it.");
    if (other > 0) {
      lines.add(other + " requests have tokens of another key, which were not tested.");
    }
    return JobResult.of(
            new AuditOpenResult(
                rows.size(),
                other,
                reading.row().seq(),
                reading.row().hash(),
                rows.stream().map(ChainedRow::searchId).toList(),
                lines))
        .under(owner, reading.policy().version());
  }
}
