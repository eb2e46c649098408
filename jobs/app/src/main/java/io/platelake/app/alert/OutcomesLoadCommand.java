package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.access.Permission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake outcomes load}. */
@Command(
    name = "load",
    description =
        "Load what was done about alerts and what came of them; ends with 4 when an alert was not"
            + " verified in order.")
@CommandContract(
    needs = Permission.OPERATE,
    result = OutcomesLoadCommand.OutcomesResult.class,
    example = "outcomes load --agency city-2 outcomes.csv",
    refused = "the agency has no policy in force, or a line contradicts one loaded before",
    finding = "an alert was not verified in order")
public final class OutcomesLoadCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Option(
      names = "--correct",
      description = "Let lines replace what their outcome_id said before; refused otherwise.")
  private boolean correct;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "CSV: outcome_id,hit_id,kind,occurred_at and where they fit confirmed,cause,alerted_at;"
              + " other columns are ignored.")
  private List<Path> files;

  /** What a run gives. */
  record OutcomesResult(
      long outcomesAdded,
      long outcomesKnown,
      long outcomesCorrected,
      long hits,
      long hitsUnknown,
      long hitsOutOfOrder,
      long hitsLearnedFrom,
      Map<String, Long> faults,
      @Detail(key = "hits_out_of_order") List<String> examples,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return hitsOutOfOrder > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::lines, this::run);
  }

  private List<OutcomeCsv.Placed> lines(Instant asOf) {
    agency.id();
    return OutcomeCsv.read(files, asOf);
  }

  private JobResult run(JobContext job, List<OutcomeCsv.Placed> lines) {
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    OutcomesLoad.Loaded loaded = new OutcomesLoad(job, policy, correct).run(lines);
    long taught = new Learning(job, policy).run();
    return JobResult.of(result(loaded, taught)).under(agency.id(), policy.version());
  }

  private static OutcomesResult result(OutcomesLoad.Loaded loaded, long taught) {
    Map<String, Long> faults = new TreeMap<>();
    loaded.faults().forEach((fault, n) -> faults.put(label(fault.name()), n));
    return new OutcomesResult(
        loaded.added(),
        loaded.known(),
        loaded.corrected(),
        loaded.hits(),
        loaded.unknownHits(),
        loaded.faulty().size(),
        taught,
        faults,
        // As text: a 64-bit number does not survive every JSON reader.
        loaded.faulty().stream().limit(MOST_SHOWN).map(Object::toString).toList(),
        said(loaded, taught));
  }

  private static List<String> said(OutcomesLoad.Loaded loaded, long taught) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d outcomes added, %,d known, %,d corrected; of %,d hits %,d are not kept; %,d hits"
                + " were learned from.",
            loaded.added(),
            loaded.known(),
            loaded.corrected(),
            loaded.hits(),
            loaded.unknownHits(),
            taught));
    loaded
        .faults()
        .forEach(
            (fault, n) ->
                lines.add(
                    String.format(Locale.ROOT, "FINDING %-24s %,d hits", label(fault.name()), n)));
    return lines;
  }

  private static String label(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
