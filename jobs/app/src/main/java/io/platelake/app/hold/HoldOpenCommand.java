package io.platelake.app.hold;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.InputFiles;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.HoldLedger;
import io.platelake.core.Refusal;
import io.platelake.core.policy.retention.HoldRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scala.jdk.javaapi.CollectionConverters;

/** {@code platelake hold open}. */
@Command(name = "open", description = "Keep the reads a court order, request or case selects.")
@CommandContract(
    example = "hold open order-1.yaml",
    refused = "the agency has no policy in force, or its policy allows no such hold")
public final class HoldOpenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Hold as YAML; plates stand in the file only.")
  private Path file;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    HoldFile hold = HoldFile.read(InputFiles.text(file), file.toString());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), hold.agency(), job.asOf());
    check(hold, policy);
    HoldLedger.refuseIfKnown(job.lake(), hold.id());
    job.lake()
        .append(
            Table.HOLDS,
            List.of(
                RowFactory.create(
                    hold.id(),
                    "open",
                    Timestamp.from(job.asOf()),
                    hold.agency(),
                    hold.kind(),
                    hold.caseRef(),
                    hold.authority(),
                    hold.category(),
                    seq(hold.purposes()),
                    seq(hold.plates()),
                    seq(hold.cameras()),
                    at(hold.capturedFrom()),
                    at(hold.capturedTo()),
                    at(hold.reviewDue()),
                    job.principal())),
            new CommitKey("hold:" + hold.id() + ":open", 0));
    return JobResult.done(Map.of("holds_opened", 1L))
        .under(hold.agency(), policy.version())
        .with(Map.of("hold_id", hold.id()))
        .saying(
            List.of(
                "Hold "
                    + hold.id()
                    + " is open. What it selects is copied to evidence when its"
                    + " partition is purged."));
  }

  private static void check(HoldFile hold, PolicyInForce policy) {
    HoldRule rule = policy.policy().holdRule(hold.kind());
    String what = "Hold " + hold.id();
    for (String purpose : hold.purposes()) {
      if (!rule.purposes().contains(purpose)) {
        throw new Refusal(
            what,
            "a hold of kind "
                + hold.kind()
                + " may not reach purpose "
                + purpose
                + " under policy "
                + policy.policy().id(),
            "Name only " + new TreeSet<>(rule.purposes()) + ".");
      }
    }
    if (!rule.categories().isEmpty() && !rule.categories().contains(hold.category())) {
      throw new Refusal(
          what,
          "a hold of kind " + hold.kind() + " needs an offence category the policy allows",
          "Set category to one of " + new TreeSet<>(rule.categories()) + ".");
    }
  }

  private static Timestamp at(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Object seq(List<String> values) {
    return values == null ? null : CollectionConverters.asScala(values).toSeq();
  }
}
