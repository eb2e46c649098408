package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.WindowOption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.publish.PublishedCsv;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake hits list}: ids for outcomes, suppressions and notices. */
@Command(
    name = "list",
    description = "List the hits of an agency with their ids, the newest first; no plates.")
@CommandContract(
    needs = Permission.LOOK,
    result = HitsListCommand.HitsResult.class,
    example =
        "hits list --agency city-2 --window 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z --alerts",
    refused = "the agency has no policy in force")
public final class HitsListCommand implements Callable<Integer> {
  /** More would scroll away; a file takes all. */
  private static final int SHOWN = 100;

  @Spec private CommandSpec spec;
  @Mixin private AgencyOption agency;
  @Mixin private WindowOption captured;

  @Option(names = "--list", paramLabel = "ID", description = "Only hits of this hot list.")
  private String list;

  @Option(names = "--alerts", description = "Only hits that became an alert.")
  private boolean alertsOnly;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all of them to this file too, as CSV: FILE.csv.")
  private Path out;

  /** What a run gives. */
  record HitsResult(long hits, long alerts, Optional<Path> file, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Optional<Path> file = Optional.ofNullable(out).map(Path::toAbsolutePath);
    if (file.isPresent() && !file.get().toString().endsWith(".csv")) {
      throw new BadInput("--out", "it must end in .csv", "Name a file such as hits.csv.");
    }
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    HitLine.Wanted wanted = new HitLine.Wanted(captured.window(), list, alertsOnly);
    List<HitLine> hits = HitLine.of(AgencyHits.of(job.lake(), policy), wanted);
    file.ifPresent(
        to ->
            PublishedFolder.write(
                "--out",
                to.getParent(),
                Map.of(
                    to.getFileName().toString(),
                    PublishedCsv.bytes(
                        HitLine.COLUMNS, hits.stream().map(HitLine::cells).toList()))));
    return JobResult.of(
        new HitsResult(
            hits.size(), hits.stream().filter(HitLine::isAlert).count(), file, lines(hits, file)));
  }

  private List<String> lines(List<HitLine> hits, Optional<Path> file) {
    if (hits.isEmpty()) {
      return List.of("No hits of reads captured in this window. Match it with: platelake match");
    }
    List<String> lines = new ArrayList<>();
    lines.add(HitLine.HEADER);
    hits.stream().limit(SHOWN).map(HitLine::line).forEach(lines::add);
    if (hits.size() > SHOWN) {
      lines.add(
          String.format(
              "%,d more. See all with --out FILE.csv, or fewer with a shorter --window.",
              hits.size() - SHOWN));
    }
    file.ifPresent(to -> lines.add(String.format("All %,d are in %s.", hits.size(), to)));
    return lines;
  }
}
