package io.platelake.app.land.quarantine;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.QuarantineGroup;
import io.platelake.core.Ids;
import io.platelake.core.land.QuarantineCause;
import io.platelake.lake.contract.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake quarantine list}: counts and causes, no record. */
@Command(
    name = "list",
    description = "Count the waiting records of an agency by feed, reason and field.")
@CommandContract(
    result = QuarantineListCommand.ListResult.class,
    example = "quarantine list --agency city-2",
    refused = "the agency has no policy in force")
public final class QuarantineListCommand implements Callable<Integer> {
  private static final String LINE = "%-20s %10s %8s %10s %-21s %-21s %s";

  @Spec private CommandSpec spec;
  @Mixin private AgencyOption agency;

  @Option(names = "--feed", paramLabel = "ID", description = "Only records of this feed.")
  private String feed;

  /**
   * Waiting records of one cause, in the run record.
   *
   * @param oldest landing of the oldest, ISO-8601 UTC
   * @param until when the first of them must be gone, ISO-8601 UTC; empty without a limit
   */
  record Group(
      String feed,
      String purpose,
      String reason,
      String field,
      String place,
      String why,
      long records,
      long files,
      @JsonProperty("with_text") long withText,
      String oldest,
      String until) {
    static Group of(QuarantineGroup group) {
      QuarantineCause cause = group.cause();
      return new Group(
          group.feed(),
          group.purpose(),
          cause.reason(),
          cause.field(),
          cause.place(),
          cause.why(),
          group.records(),
          group.files(),
          group.withText(),
          group.oldest().toString(),
          group.firstGone().map(Instant::toString).orElse(""));
    }
  }

  /** What a run gives. */
  record ListResult(long records, long feeds, List<Group> groups, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    if (feed != null) {
      Ids.checkFeed("--feed", feed);
    }
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    List<QuarantineGroup> groups = new ArrayList<>();
    for (String purpose : policy.policy().purposes().keySet()) {
      groups.addAll(QuarantineGroup.of(rows(job, purpose)));
    }
    long records = groups.stream().mapToLong(QuarantineGroup::records).sum();
    return JobResult.of(
            new ListResult(
                records,
                groups.stream().map(QuarantineGroup::feed).distinct().count(),
                groups.stream().map(Group::of).toList(),
                lines(groups)))
        .under(agency.id(), policy.version());
  }

  /** Of one purpose, with a lake that serves no other. */
  private Dataset<Row> rows(JobContext job, String purpose) {
    Dataset<Row> rows =
        job.lake()
            .serving(purpose)
            .read(Table.QUARANTINE, purpose)
            .where(col("agency_id").equalTo(agency.id()));
    return feed == null ? rows : rows.where(col("feed_id").equalTo(feed));
  }

  private static List<String> lines(List<QuarantineGroup> groups) {
    if (groups.isEmpty()) {
      return List.of("No record waits in quarantine.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            LINE, "feed", "records", "files", "with text", "oldest", "must be gone", "cause"));
    for (Map.Entry<String, List<QuarantineGroup>> feed :
        QuarantineGroup.byFeed(groups).entrySet()) {
      for (QuarantineGroup group : feed.getValue()) {
        lines.add(
            String.format(
                LINE,
                feed.getKey(),
                String.format("%,d", group.records()),
                String.format("%,d", group.files()),
                String.format("%,d", group.withText()),
                group.oldest(),
                group.firstGone().map(Instant::toString).orElse("-"),
                group.cause().line()));
      }
    }
    lines.add(
        "Repair the feed file or the registry of cameras, then: platelake quarantine release");
    return lines;
  }
}
