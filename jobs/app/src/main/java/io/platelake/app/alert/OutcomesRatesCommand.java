package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.WindowOption;
import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.core.match.outcome.FalseCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake outcomes rates}: computed from the facts, so it outlives the reads. */
@Command(
    name = "rates",
    description =
        "How often alerts were true, by list, as of the last run of facts for the dates of a"
            + " window; and how often readers err, by camera model, of all that was learned.")
@CommandContract(
    result = OutcomesRatesCommand.RatesResult.class,
    example = "outcomes rates --window 2026-06-01T00:00:00Z/2026-07-01T00:00:00Z")
public final class OutcomesRatesCommand implements Callable<Integer> {
  private static final String LINE = "%-12s %-10s %-20s %9s %8s %9s %8s %8s %8s %9s  %s";

  @Spec private CommandSpec spec;

  @Mixin private WindowOption captured;

  @Option(names = "--agency", paramLabel = "ID", description = "Only this agency; default: all.")
  private String agency;

  /** What a run gives. */
  record RatesResult(
      long lists,
      long alerts,
      long adjudicated,
      long stopsUnverified,
      List<Map<String, Object>> rates,
      List<Map<String, Object>> cameraModels,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    List<ListRates> rates = ListRates.of(job.lake(), captured.window(), agency);
    List<ModelRates> models = ModelRates.of(ConfusionHistory.of(job.lake(), job.asOf()));
    return JobResult.of(
        new RatesResult(
            rates.size(),
            rates.stream().mapToLong(r -> r.rates().alerts()).sum(),
            rates.stream().mapToLong(r -> r.rates().adjudicated()).sum(),
            rates.stream().mapToLong(ListRates::stopsUnverified).sum(),
            rates.stream().map(OutcomesRatesCommand::values).toList(),
            models.stream().map(ModelRates::values).toList(),
            Stream.concat(lines(rates).stream(), models.stream().map(ModelRates::line)).toList()));
  }

  private static List<String> lines(List<ListRates> all) {
    if (all.isEmpty()) {
      return List.of("The facts of these dates hold no hits. See: platelake facts --window");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "agency",
            "purpose",
            "list",
            "hit rate",
            "alerts",
            "judged",
            "false",
            "verified",
            "stops",
            "median",
            "false by cause"));
    for (ListRates r : all) {
      lines.add(
          line(
              r.agency(),
              r.purpose(),
              r.list(),
              share(r.rates().hitRate(), 4),
              r.rates().alerts(),
              share(r.rates().coverage(), 1),
              share(r.rates().falseDiscoveryRate(), 1),
              r.verified(),
              r.stopsUnverified(),
              r.toVerify().map(OutcomesRatesCommand::words).orElse("-"),
              causes(r)));
    }
    lines.add(
        "judged: alerts found true or false; false: of these; stops: without every check before;"
            + " median: time to verify.");
    return lines;
  }

  /** Each cause that there is, with its share of the alerts that were judged. */
  private static String causes(ListRates r) {
    List<String> some = new ArrayList<>();
    for (FalseCause cause : FalseCause.values()) {
      if (r.rates().wrong().get(cause) > 0) {
        some.add(name(cause) + " " + share(r.rates().falseDiscoveryRate(cause), 1));
      }
    }
    return some.isEmpty() ? "-" : String.join(", ", some);
  }

  private static Map<String, Object> values(ListRates r) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("agency", r.agency());
    value.put("purpose", r.purpose());
    value.put("list", r.list());
    value.put("reads", r.rates().reads());
    value.put("hits", r.rates().hits());
    value.put("alerts", r.rates().alerts());
    value.put("adjudicated", r.rates().adjudicated());
    value.put("confirmed", r.rates().confirmed());
    r.rates().wrong().forEach((cause, n) -> value.put("false_" + name(cause), n));
    r.rates().hitRate().ifPresent(x -> value.put("hit_rate", x));
    r.rates().coverage().ifPresent(x -> value.put("coverage", x));
    r.rates().falseDiscoveryRate().ifPresent(x -> value.put("false_discovery_rate", x));
    value.put("verified", r.verified());
    value.put("stops_unverified", r.stopsUnverified());
    r.toVerify().ifPresent(d -> value.put("seconds_to_verify_median", d.toSeconds()));
    return value;
  }

  private static String share(OptionalDouble share, int digits) {
    return share.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%." + digits + "f %%", 100 * share.getAsDouble());
  }

  private static String words(Duration d) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", d.toHours(), d.toMinutesPart(), d.toSecondsPart());
  }

  private static String name(FalseCause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, LINE, cells).stripTrailing();
  }
}
