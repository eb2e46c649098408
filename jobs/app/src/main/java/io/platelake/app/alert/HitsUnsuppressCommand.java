package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.DecisionText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.core.BadInput;
import io.platelake.core.plate.PlateInText;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hits unsuppress}. */
@Command(
    name = "unsuppress",
    description = "Withdraw a ruling: the match counts again from the next run on.")
@CommandContract(
    example = "hits unsuppress 4f1c22ab9de01234 --reason \"the camera was right\"",
    refused = "the reason names a plate")
public final class HitsUnsuppressCommand implements Callable<Integer> {
  /** Columns that describe the match: the plate read, and five of each side. */
  private static final int DESCRIBED = 11;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUPPRESSION", description = "Id of the ruling.")
  private String id;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it no longer holds; never a plate.")
  private String reason;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    if (reason.isBlank()) {
      throw new BadInput("--reason", "is empty", "Say why it no longer holds.");
    }
    List<Row> rows =
        job.lake()
            .read(Table.SUPPRESSIONS)
            .where(col("suppression_id").equalTo(id))
            .collectAsList();
    Row ruling =
        rows.stream()
            .filter(r -> r.<String>getAs("event").equals("suppress"))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInput(
                        "SUPPRESSION",
                        "there is none with this id, or it has been purged",
                        "See: platelake hits suppressed"));
    if (rows.size() > 1) {
      throw new BadInput("Suppression " + id, "it is withdrawn already", "Nothing is left to do.");
    }
    PlateInText.refuse("--reason", reason, List.of(ruling.<Long>getAs("plate_key")));
    DecisionText.refusePlates(
        job.lake(),
        "--reason",
        reason,
        ruling.getAs("list_id"),
        Set.of(ruling.<Long>getAs("entry_id")));
    job.lake()
        .append(
            Table.SUPPRESSIONS,
            List.of(row(job, ruling)),
            new CommitKey("suppress:" + id + ":withdraw", 0));
    return JobResult.done(Map.of("suppressions_withdrawn", 1L))
        .with(Map.of("suppression_id", id))
        .saying(List.of("Suppression " + id + " is withdrawn."));
  }

  /** In the partition of the ruling, so that both go together; nothing of the match. */
  private Row row(JobContext job, Row ruling) {
    List<Object> cells = new ArrayList<>();
    cells.addAll(List.of(id, "withdraw", Timestamp.from(job.asOf())));
    cells.add(ruling.getAs("agency_id"));
    cells.add(ruling.getAs("hit_id"));
    cells.add(null);
    cells.add(ruling.getAs("list_id"));
    cells.addAll(Collections.nCopies(DESCRIBED, null));
    cells.addAll(List.of(reason, job.principal()));
    cells.add(ruling.getAs("date"));
    return RowFactory.create(cells.toArray());
  }
}
