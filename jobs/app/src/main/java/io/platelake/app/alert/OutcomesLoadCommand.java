package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.InputFiles;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
    example = "outcomes load --agency city-2 outcomes.csv",
    refused = "the agency has no policy in force, or a line contradicts one loaded before",
    finding = "an alert was not verified in order")
public final class OutcomesLoadCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Whose alerts.")
  private String agency;

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

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    OutcomesLoad.Loaded loaded = new OutcomesLoad(job, policy, correct).run(lines(job));
    long taught = new Learning(job, policy).run();
    JobResult result =
        JobResult.done(counts(loaded, taught))
            .under(agency, policy.version())
            .with(details(loaded))
            .saying(said(loaded, taught));
    return loaded.faulty().isEmpty() ? result : result.finding();
  }

  /** Every file is looked through before anything is said: all can be corrected in one go. */
  private List<OutcomeCsv.Placed> lines(JobContext job) {
    List<OutcomeCsv.Placed> lines = new ArrayList<>();
    List<BadInput> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        lines.addAll(OutcomeCsv.read(InputFiles.text(file), file.toString(), job.asOf()));
      } catch (BadInput e) {
        problems.add(e);
      }
    }
    if (!problems.isEmpty()) {
      throw BadInput.all(problems);
    }
    return lines;
  }

  private static Map<String, Long> counts(OutcomesLoad.Loaded loaded, long taught) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("outcomes_added", loaded.added());
    counts.put("outcomes_known", loaded.known());
    counts.put("outcomes_corrected", loaded.corrected());
    counts.put("hits", loaded.hits());
    counts.put("hits_unknown", loaded.unknownHits());
    counts.put("hits_out_of_order", (long) loaded.faulty().size());
    counts.put("hits_learned_from", taught);
    return counts;
  }

  private static Map<String, Object> details(OutcomesLoad.Loaded loaded) {
    Map<String, Long> faults = new TreeMap<>();
    loaded.faults().forEach((fault, n) -> faults.put(label(fault.name()), n));
    // As text: a 64-bit number does not survive every JSON reader.
    return Map.of(
        "faults",
        faults,
        "hits_out_of_order",
        loaded.faulty().stream().limit(MOST_SHOWN).map(Object::toString).toList());
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
