package io.platelake.app.search;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.option.TokenKeyOption;
import io.platelake.app.ledger.access.TokenKeys;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import io.platelake.core.search.SearchRequest;
import io.platelake.core.search.SearchRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake search}: no plate is ever an argument. */
@Command(
    name = "search",
    description =
        "Search stored reads, request by request: the access decision first, then its row in the"
            + " access log, then the look.")
@CommandContract(
    needs = Permission.LOOK,
    logged = true,
    result = SearchRunResult.class,
    example = "search --agency city-2 --requests requests.csv --to detectives",
    failed = "it failed, a row of the access log could not be written, so nothing was given",
    refused = "a request is denied, or more reads fit than it may see; the others are answered")
public final class SearchCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int MOST_REQUESTS = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private AgencyOption agency;
  @Mixin private TokenKeyOption tokenKey;

  @Option(
      names = "--requests",
      required = true,
      paramLabel = "FILE",
      description = "Requests as CSV, YAML or JSON; - reads standard input.")
  private Path requests;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PLACE",
      description = "Place of the register places to which the answers go.")
  private String place;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> read(), this::run);
  }

  private List<SearchRequest> read() throws IOException {
    Ids.check("--to", place);
    String name = requests.toString();
    String text =
        name.equals(STANDARD_INPUT)
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : InputFiles.text(requests);
    List<SearchRequest> read = SearchRequests.read(text, name);
    if (read.isEmpty() || read.size() > MOST_REQUESTS) {
      throw new BadInput(
          "--requests " + name,
          "it holds " + read.size() + " requests",
          "Give 1 to " + MOST_REQUESTS + " requests.");
    }
    return read;
  }

  private JobResult run(JobContext job, List<SearchRequest> read) {
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    Search search = new Search(job, policy, TokenKeys.of(job.lake(), tokenKey.text()));
    return JobResult.of(
            search.run(read, place, ExportPlace.find(job.lake(), agency.id(), place, job.asOf())))
        .under(agency.id(), policy.version());
  }
}
