package io.platelake.app.register;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.access.Permission;
import io.platelake.core.register.FieldType;
import io.platelake.core.register.RegisterChange;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterField;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake register load}. */
@Command(
    name = "load",
    description = "Load a register: every row, or what changes. Earlier states stay on record.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = RegisterLoadCommand.RegisterLoadResult.class,
    example = "register load --register users --agency city-2 users.csv",
    refused =
        "the file would end most of the register or its last administrator, a later load is on"
            + " record, or a text names a plate")
public final class RegisterLoadCommand implements Callable<Integer> {
  /** Fewer lines than this are read by a person. */
  private static final int LISTED = 50;

  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Mixin private RegisterInput input;

  @Option(
      names = "--accept-shrinkage",
      description = "Load a file that ends more than half of the register.")
  private boolean acceptShrinkage;

  /** What a run gives. */
  record RegisterLoadResult(
      long added,
      long changed,
      long ended,
      long unchanged,
      String register,
      String digest,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> input.read(), this::run);
  }

  private JobResult run(JobContext job, RegisterInput.Read read) {
    String owner = agency.id();
    job.standing().requireAgency(owner);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), owner, job.asOf());
    read.fitting(Optional.of(policy.policy()));
    String register = read.contract().register();
    RegisterHistory known = RegisterLedger.history(job.lake(), register, owner, Instant.MAX);
    RegisterDiff diff = read.diff(known, job.asOf());
    new LoadGuards(read.contract(), known, diff, job.asOf())
        .refuse(read.isChanges(), acceptShrinkage);
    FreeText.refusePlatesIn(job.lake(), "FILE", texts(read.contract(), diff));
    RegisterLedger.record(
        job.lake(),
        new RegisterLedger.Load(register, owner, job.asOf(), read.digest(), job.principal()),
        diff);
    List<String> lines = RegisterDiffCommand.lines(diff);
    return JobResult.of(
            new RegisterLoadResult(
                diff.count(RegisterChange.Kind.ADDED),
                diff.count(RegisterChange.Kind.CHANGED),
                diff.count(RegisterChange.Kind.ENDED),
                diff.unchanged(),
                register,
                read.digest(),
                lines.size() > LISTED ? lines.subList(lines.size() - 1, lines.size()) : lines))
        .under(owner, policy.version());
  }

  /** What people wrote freely. */
  private static List<String> texts(RegisterContract contract, RegisterDiff diff) {
    List<String> fields =
        contract.fields().values().stream()
            .filter(field -> field.type() == FieldType.TEXT)
            .map(RegisterField::name)
            .toList();
    return diff.events().stream()
        .flatMap(
            event ->
                fields.stream()
                    .map(field -> event.values().get(field))
                    .filter(text -> text != null))
        .distinct()
        .toList();
  }
}
