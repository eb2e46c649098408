package io.platelake.app.access;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.BadInput;
import io.platelake.core.access.AccessDecider;
import io.platelake.core.access.AccessDecision;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.AccessRequest;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.access.Denial;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterFile;
import io.platelake.core.register.RegisterHistory;
import io.platelake.core.register.RegisterRow;
import io.platelake.core.register.ScimUsers;
import io.platelake.core.register.ShippedRegisters;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake access explain}: needs no lake and no Spark. */
@Command(
    name = "explain",
    description = "Whether a person may look, with every reason against it and its clause.")
@CommandContract(
    result = AccessExplainCommand.AccessExplainResult.class,
    example =
        "access explain --policy wa-city.yaml --register users=users.csv --register"
            + " training=training.csv --account c.okafor --purpose criminal --offence burglary"
            + " --case 26-000123")
public final class AccessExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "Policy file.")
  private Path policy;

  @Option(
      names = "--register",
      paramLabel = "NAME=FILE",
      description = "File of a register; repeat it. Rows without a begin always held.")
  private Map<String, Path> registers = new HashMap<>();

  @Option(names = "--account", required = true, paramLabel = "ID", description = "Who asks.")
  private String account;

  @Option(names = "--purpose", required = true, paramLabel = "P", description = "Purpose.")
  private String purpose;

  @Option(names = "--alerts", description = "Alerts and figures are asked for, and no search.")
  private boolean alerts;

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "S",
      description = "Whose data: department, state, federal (default: department).")
  private Set<String> sources = AccessRequest.OWN;

  @Option(names = "--device", paramLabel = "ID", description = "Device that a token attests.")
  private String device;

  @Option(names = "--second-factor", description = "A token attests a second factor.")
  private boolean secondFactor;

  @Mixin private StatementOptions statement;

  /** What a run gives. */
  record AccessExplainResult(
      long denials, boolean allowed, List<String> reasons, List<String> lines)
      implements RunResult {}

  /** What the files say. */
  private record Read(PolicyFile policy, AccessRegisters registers, Instant asOf) {}

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::read, this::result);
  }

  private Read read(Instant asOf) {
    Map<String, RegisterHistory> histories = new HashMap<>();
    registers.forEach((name, file) -> histories.put(name, history(name, file)));
    return new Read(ShippedPolicies.read(policy), new AccessRegisters(histories, Map.of()), asOf);
  }

  private static RegisterHistory history(String name, Path file) {
    RegisterContract contract =
        ShippedRegisters.find(name)
            .orElseThrow(
                () ->
                    new BadInput(
                        "--register " + name,
                        "there is no such register",
                        "Use " + String.join(", ", ShippedRegisters.names()) + "."));
    String text = InputFiles.text(file);
    List<RegisterRow> rows =
        file.toString().endsWith(".json")
            ? ScimUsers.read(contract, text, file.toString())
            : RegisterFile.csv(contract, text, file.toString());
    return RegisterHistory.of(
        RegisterDiff.ofSnapshot(RegisterHistory.EMPTY, rows, Instant.EPOCH).events());
  }

  private JobResult result(Read read) {
    AccessRequest request =
        new AccessRequest(
            account.strip().toLowerCase(Locale.ROOT),
            purpose,
            !alerts,
            sources,
            statement.statement(),
            new AttestedPlace(Optional.ofNullable(device), secondFactor));
    AccessDecision decision =
        new AccessDecider(read.policy().rules()).decide(read.registers(), request, read.asOf());
    List<String> lines = new ArrayList<>();
    lines.add(
        (decision.isAllowed() ? "ALLOWED" : "DENIED")
            + " at "
            + read.asOf()
            + " under policy "
            + read.policy().rules().id()
            + ".");
    decision.denials().stream().map(Denial::line).forEach(lines::add);
    if (!read.policy().blanks().isEmpty()) {
      lines.add("The policy leaves values open; its examples were used.");
    }
    return JobResult.of(
        new AccessExplainResult(
            decision.denials().size(),
            decision.isAllowed(),
            decision.denials().stream().map(d -> d.reason().label()).distinct().toList(),
            lines));
  }
}
