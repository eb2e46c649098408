package io.platelake.app.hold;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.purge.Hold;
import io.platelake.app.ledger.purge.HoldLedger;
import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hold close}. */
@Command(
    name = "close",
    description = "End a hold: its evidence goes with the purge that the policy's clock names.")
@CommandContract(example = "hold close order-1 --authority \"order of 2026-07-01\"")
public final class HoldCloseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "HOLD", description = "Id of the hold.")
  private String id;

  @Option(
      names = "--authority",
      required = true,
      paramLabel = "DOCUMENT",
      description = "Document that ends it, such as the disposition of the case.")
  private String authority;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("HOLD", id);
    Hold hold =
        HoldLedger.all(job.lake()).stream()
            .filter(h -> h.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new BadInput("Hold " + id, "there is none", "See: platelake hold list"));
    if (hold.closedAt().isPresent()) {
      throw new BadInput("Hold " + id, "it is closed already", "Nothing is left to do.");
    }
    job.lake()
        .append(
            Table.HOLDS,
            List.of(
                RowFactory.create(
                    id,
                    "close",
                    Timestamp.from(job.asOf()),
                    hold.agency(),
                    hold.kind(),
                    null,
                    authority,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    job.principal())),
            new CommitKey("hold:" + id + ":close", 0));
    return JobResult.done(Map.of("holds_closed", 1L))
        .with(Map.of("hold_id", id))
        .saying(List.of("Hold " + id + " is closed."));
  }
}
