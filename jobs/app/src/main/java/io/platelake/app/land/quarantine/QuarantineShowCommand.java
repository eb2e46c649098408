package io.platelake.app.land.quarantine;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.QuarantineGroup;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.feed.FeedAdapter;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.kept.PayloadShape;
import io.platelake.core.land.LandingReason;
import io.platelake.core.land.QuarantineCause;
import io.platelake.core.record.Disposition;
import io.platelake.core.record.Reason;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code platelake quarantine show}. It shows no value of a record, because a payload may hold a
 * plate. A command that shows one first needs a decision about access and a row in its log.
 */
@Command(
    name = "show",
    description =
        "Show where some waiting records of a feed are, of every cause, and their shape; letters and"
            + " digits are hidden.")
@CommandContract(
    needs = Permission.LOOK,
    result = QuarantineShowCommand.ShowResult.class,
    example = "quarantine show --feed north.yaml --reason NO_TIME --field captured_at",
    refused = "no policy in force, or a purpose it does not name")
public final class QuarantineShowCommand implements Callable<Integer> {
  private static final int MOST = 100;
  private static final int LONGEST_SHAPE = 600;

  @Spec private CommandSpec spec;

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "FILE",
      description = "Feed definition, as for land.")
  private Path feedFile;

  @Option(names = "--reason", paramLabel = "CODE", description = "Only records with this reason.")
  private String reason;

  @Option(
      names = "--field",
      paramLabel = "KEY",
      description = "Only records with this field of the mapping at fault.")
  private String field;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many, 100 at most (default: 5).")
  private int records;

  private Optional<String> wanted = Optional.empty();

  /** What a run gives. */
  record ShowResult(long records, long shown, String feed, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> feed(), this::run);
  }

  private FeedDefinition feed() {
    if (records < 1 || records > MOST) {
      throw new BadInput("--records", "not a number from 1 to 100", "Write --records 5.");
    }
    wanted = Optional.ofNullable(reason).map(QuarantineShowCommand::code);
    return QuarantinedFeed.read(feedFile);
  }

  private JobResult run(JobContext job, FeedDefinition defined) {
    job.standing().requireAgency(defined.agency());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), defined.agency(), job.asOf());
    policy.policy().purpose(defined.purpose());
    Dataset<Row> rows =
        job.lake()
            .serving(defined.purpose())
            .read(Table.QUARANTINE, defined.purpose())
            .where(col("feed_id").equalTo(defined.id()).and(QuarantineGroup.waits()));
    Dataset<Row> group =
        wanted.isPresent() ? rows.where(col("reason").equalTo(wanted.get())) : rows;
    if (field != null) {
      group = group.where(coalesce(col("field"), lit("")).equalTo(field));
    }
    List<NamedRow> shown = NamedRow.all(firstOfEachCause(group).limit(records));
    return JobResult.of(
            new ShowResult(group.count(), shown.size(), defined.id(), lines(defined, shown)))
        .under(defined.agency(), policy.version());
  }

  /** The first records of all causes, then their second ones, so that a rare cause shows too. */
  private static Dataset<Row> firstOfEachCause(Dataset<Row> rows) {
    return rows.withColumn(
            "of_cause",
            row_number()
                .over(
                    Window.partitionBy("reason", "field", "why")
                        .orderBy("landed_at", "file_digest", "position", "item")))
        .orderBy("of_cause", "landed_at", "file_digest", "position", "item");
  }

  private static String code(String given) {
    return Stream.concat(
            Arrays.stream(Reason.values())
                .filter(r -> r.disposition() == Disposition.QUARANTINED)
                .map(Enum::name),
            Arrays.stream(LandingReason.values())
                .filter(r -> !r.fault().says().isEmpty())
                .map(Enum::name))
        .filter(given::equals)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "--reason",
                    "not a reason of quarantine",
                    "See the reasons with: platelake quarantine list --agency ID"));
  }

  private static List<String> lines(FeedDefinition feed, List<NamedRow> rows) {
    if (rows.isEmpty()) {
      return List.of("No such record waits in quarantine.");
    }
    Set<String> names = FeedAdapter.fieldNames(feed);
    List<String> lines = new ArrayList<>();
    for (NamedRow row : rows) {
      QuarantineCause cause =
          new QuarantineCause(
              row.text("reason"),
              row.findText("field").orElse(""),
              row.findText("place").orElse(""),
              row.findText("why").orElse(""));
      lines.add(cause.line());
      lines.add(
          String.format(
              "  line or record %,d%s of file %s..., landed %s%s",
              row.number("position"),
              row.findNumber("byte_offset").map(at -> String.format(", byte %,d", at)).orElse(""),
              row.text("file_digest").substring(0, 12),
              row.instant("landed_at"),
              row.findInstant("delete_after")
                  .map(Instant::toString)
                  .map(at -> ", until " + at)
                  .orElse("")));
      lines.add("  " + PayloadShape.of(row.findText("payload").orElse(""), names, LONGEST_SHAPE));
    }
    return lines;
  }
}
