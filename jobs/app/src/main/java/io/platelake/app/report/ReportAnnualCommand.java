package io.platelake.app.report;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.Sha256;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake report annual}. */
@Command(
    name = "annual",
    description = "Write the annual report of an agency as HTML, CSV and JSON.")
@CommandContract(
    example = "report annual --agency city-2 --year 2026 --out report",
    refused = "no policy in force, or one that asks for no annual report")
public final class ReportAnnualCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Agency id.")
  private String agency;

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

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    ReportYear period = new ReportYear(year, job.asOf());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    AnnualReport report = report(job, period, policy);

    byte[] json = PublishedJson.bytes(report);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("report.html", ReportPage.bytes(report, json));
    files.put("report.csv", ReportCsv.bytes(report));
    files.put("report.json", json);
    PublishedFolder.write("--out", out, files);
    return result(report, files).under(agency, policy.version());
  }

  private AnnualReport report(JobContext job, ReportYear period, PolicyInForce policy) {
    AnnualItems items = new AnnualItems(job.lake(), agency, period, policy.policy());
    return new AnnualReport(
        "annual",
        1,
        agency,
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
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("items", (long) report.items().size());
    for (FigureStatus status : FigureStatus.values()) {
      long some = report.items().stream().filter(i -> i.status() == status).count();
      counts.put("items_" + status.label(), some);
    }
    counts.put("days_with_facts", (long) report.coverage().daysWithFacts());
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("out", out.toString());
    List<String> lines = new ArrayList<>();
    lines.add(report.coverage().statement());
    for (ReportItem item : report.items()) {
      lines.add(String.format("%2d  %-8s %s", item.number(), item.status().label(), item.title()));
    }
    files.forEach(
        (name, bytes) -> {
          details.put(name, Sha256.of(bytes));
          lines.add(out.resolve(name).toString());
        });
    return JobResult.done(counts).with(details).saying(lines);
  }
}
