package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.app.purge.plan.PurgeForecast;
import io.platelake.app.purge.plan.PurgeForecast.Effect;
import io.platelake.app.purge.plan.PurgeForecast.Whose;
import io.platelake.core.BadInput;
import io.platelake.core.policy.PolicyFile;
import io.platelake.lake.wall.Duty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake policy impact}: changes nothing. */
@Command(
    name = "impact",
    description = "What the next purge would take or leave if a policy were in force.")
@CommandContract(
    result = PolicyImpactCommand.ImpactResult.class,
    example = "policy impact --to wa-city.yaml --agency city-2",
    refused = "the policy cannot be adopted, or leaves rows without a rule")
public final class PolicyImpactCommand implements Callable<Integer> {
  private static final double GIGABYTE = 1e9;

  @Spec private CommandSpec spec;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "Policy to try.")
  private Path to;

  @Option(
      names = "--agency",
      paramLabel = "ID",
      description = "Agency that would adopt it (default: every agency of the lake).")
  private String agency;

  /** What a run gives. */
  record ImpactResult(
      OptionalLong wouldGo,
      OptionalLong wouldGoBytes,
      OptionalLong goAnyway,
      OptionalLong wouldStay,
      OptionalLong wouldStayBytes,
      List<Map<String, Object>> effects,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    PolicyFile file = ShippedPolicies.read(to);
    AdoptionGate.refuseUnlessAdoptable(file);
    Map<String, PolicyInForce> now = PolicyLedger.all(job.lake(), job.asOf());
    if (agency != null && !now.containsKey(agency)) {
      throw new BadInput(
          "--agency", "no policy is in force for it", "Use one of " + now.keySet() + ".");
    }
    Map<String, PolicyInForce> then = new TreeMap<>(now);
    then.replaceAll(
        (id, adopted) ->
            agency == null || id.equals(agency)
                ? new PolicyInForce(
                    id, PolicyLedger.version(file.text()), file.rules(), file.text())
                : adopted);
    Map<Whose, Effect> effects =
        PurgeForecast.of(job.lake().forDuty(Duty.RETENTION), now, then, job.asOf());
    return JobResult.of(
        new ImpactResult(
            sum(effects, Effect::goes),
            sum(effects, Effect::goesBytes),
            sum(effects, Effect::goesAnyway),
            sum(effects, Effect::stays),
            sum(effects, Effect::staysBytes),
            effects.entrySet().stream().map(e -> detail(e)).toList(),
            lines(effects, job)));
  }

  private static OptionalLong sum(Map<Whose, Effect> effects, ToLongFunction<Effect> of) {
    return effects.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(effects.values().stream().mapToLong(of).sum());
  }

  private static Map<String, Object> detail(Map.Entry<Whose, Effect> entry) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("agency", entry.getKey().agency());
    detail.put("purpose", entry.getKey().purpose());
    detail.put("table", entry.getKey().table().folder());
    detail.put("would_go", entry.getValue().goes());
    detail.put("would_go_bytes", entry.getValue().goesBytes());
    detail.put("go_anyway", entry.getValue().goesAnyway());
    detail.put("would_stay", entry.getValue().stays());
    detail.put("would_stay_bytes", entry.getValue().staysBytes());
    return detail;
  }

  private static List<String> lines(Map<Whose, Effect> effects, JobContext job) {
    List<String> lines = new ArrayList<>();
    lines.add("The purge of " + job.asOf() + ", if the policy were in force:");
    lines.add(
        String.format(
            "%-20s %-12s %-11s %14s %9s %14s %14s %9s",
            "agency", "purpose", "table", "would go", "GB", "go anyway", "would stay", "GB"));
    effects.forEach(
        (whose, e) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-20s %-12s %-11s %,14d %9.3f %,14d %,14d %9.3f",
                    whose.agency(),
                    whose.purpose(),
                    whose.table().folder(),
                    e.goes(),
                    e.goesBytes() / GIGABYTE,
                    e.goesAnyway(),
                    e.stays(),
                    e.staysBytes() / GIGABYTE)));
    if (effects.isEmpty()) {
      lines.add("Nothing is old enough to go under either.");
    }
    return lines;
  }
}
