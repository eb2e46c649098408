package io.platelake.app.report;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.app.publish.PublishedJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake report annual}. */
@Command(
    name = "annual",
    description = "Write the annual report of an agency as HTML, CSV and JSON.")
@CommandContract(
    result = ReportAnnualCommand.AnnualResult.class,
    example = "report annual --agency city-2 --year 2026 --out report",
    refused = "no policy in force, or one that asks for no annual report")
public final class ReportAnnualCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YYYY",
      description = "Calendar year, UTC.")
  private int year;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for report.html, report.csv and report.json; it is created.")
  private Path out;

  /** What a run gives. */
  record AnnualResult(
      long items,
      long itemsOk,
      long itemsNoData,
      long itemsMissing,
      long daysWithFacts,
      Path out,
      @Detail(key = "report.html") String html,
      @Detail(key = "report.csv") String csv,
      @Detail(key = "report.json") String json,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    ReportYear period = new ReportYear(year, job.asOf());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    AnnualReport report = report(job, period, policy);

    byte[] json = PublishedJson.bytes(report);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "report.html",
        ReportPage.bytes(report, json, PublicContact.of(job.lake(), agency.id(), job.asOf())));
    files.put("report.csv", ReportCsv.bytes(report));
    files.put("report.json", json);
    PublishedFolder.write("--out", out, files);
    return result(report, files).under(agency.id(), policy.version());
  }

  private AnnualReport report(JobContext job, ReportYear period, PolicyInForce policy) {
    AnnualItems items =
        new AnnualItems(
            job.lake().serving(AccessLog.PURPOSE), agency.id(), period, policy.policy());
    return new AnnualReport(
        "annual",
        1,
        agency.id(),
        year,
        period.from(),
        period.to(),
        job.asOf(),
        new AnnualReport.PolicyName(
            policy.policy().id(),
            policy.policy().title(),
            policy.version(),
            policy.policy().annualReport().due().toString()),
        items.coverage(),
        items.all());
  }

  private JobResult result(AnnualReport report, Map<String, byte[]> files) {
    List<String> lines = new ArrayList<>();
    lines.add(report.coverage().statement());
    for (ReportItem item : report.items()) {
      lines.add(String.format("%2d  %-8s %s", item.number(), item.status().label(), item.title()));
    }
    files.keySet().forEach(name -> lines.add(out.resolve(name).toString()));
    return JobResult.of(
        new AnnualResult(
            report.items().size(),
            count(report, FigureStatus.OK),
            count(report, FigureStatus.NO_DATA),
            count(report, FigureStatus.MISSING),
            report.coverage().daysWithFacts(),
            out,
            Sha256.of(files.get("report.html")),
            Sha256.of(files.get("report.csv")),
            Sha256.of(files.get("report.json")),
            lines));
  }

  private static long count(AnnualReport report, FigureStatus status) {
    return report.items().stream().filter(i -> i.status() == status).count();
  }
}
