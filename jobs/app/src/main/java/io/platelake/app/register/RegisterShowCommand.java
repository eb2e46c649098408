package io.platelake.app.register;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.access.Permission;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake register show}. */
@Command(
    name = "show",
    description = "Show a register as it held at an instant, and as it was known at one.")
@CommandContract(
    needs = Permission.AUDIT,
    result = RegisterShowCommand.RegisterShowResult.class,
    example = "register show --register users --agency city-2 --at 2026-03-01T00:00:00Z")
public final class RegisterShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Mixin private RegisterOption register;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "When it held (default: the now of the run).")
  private String at;

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "What had been loaded by then (default: the now of the run).")
  private String known;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "One key, in all times; the values of the key fields with a blank between.")
  private String key;

  /** What a run gives. */
  record RegisterShowResult(
      long entries, String register, Instant at, Instant knownAt, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> register.contract(), this::run);
  }

  private JobResult run(JobContext job, RegisterContract contract) {
    job.standing().requireAgency(agency.id());
    Instant holds =
        Optional.ofNullable(at).map(v -> GlobalOptions.instant("--at", v)).orElse(job.asOf());
    Instant loaded =
        Optional.ofNullable(known)
            .map(v -> GlobalOptions.instant("--known-at", v))
            .orElse(job.asOf());
    RegisterHistory history =
        RegisterLedger.history(job.lake(), contract.register(), agency.id(), loaded);
    List<RegisterEntry> entries = key == null ? history.at(holds) : history.entries(key);
    List<String> lines = new ArrayList<>();
    entries.forEach(entry -> lines.add(line(contract, entry)));
    lines.add(
        String.format(
            "%,d entries of register %s%s, as known at %s.",
            entries.size(),
            contract.register(),
            key == null ? " at " + holds : " of one key",
            loaded));
    return JobResult.of(
            new RegisterShowResult(entries.size(), contract.register(), holds, loaded, lines))
        .under(agency.id(), null);
  }

  private static String line(RegisterContract contract, RegisterEntry entry) {
    Map<String, String> values = new TreeMap<>(entry.values());
    contract.key().forEach(values::remove);
    return String.format(
        "%-28s %s to %s  %s",
        entry.key(),
        entry.from(),
        entry.to().map(Instant::toString).orElse("open"),
        values.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" ")));
  }
}
