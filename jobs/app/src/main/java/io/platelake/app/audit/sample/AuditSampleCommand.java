package io.platelake.app.audit.sample;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.audit.screen.ScreenOptions;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.GivenText;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.audit.AuditReading;
import io.platelake.app.ledger.audit.AuditedLog;
import io.platelake.app.ledger.audit.AuditedSearches;
import io.platelake.app.ledger.audit.SampleLedger;
import io.platelake.app.ledger.audit.SampleLedger.Drawn;
import io.platelake.app.ledger.audit.SampleLedger.Item;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.app.publish.PublishedJson;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.audit.AuditSample;
import io.platelake.core.audit.SampleSize;
import io.platelake.core.detect.ScreenResult;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake audit sample}. */
@Command(
    name = "sample",
    description =
        "Draw searches at random for an audit and write a worksheet; the same seed draws the same.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditSampleCommand.SampleRun.class,
    example =
        "audit sample --agency city-2 --window 2026-06-01T00:00:00Z/2026-07-01T00:00:00Z"
            + " --audit 2026-06 --seed \"dice 4 1 6\" --size 25 --out audit-2026-06",
    refused =
        "the policy asks for more items, the window is not over, or the audit has another sample")
public final class AuditSampleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AuditScope scope;

  @Mixin private ScreenOptions options;

  @Option(names = "--audit", required = true, paramLabel = "ID", description = "Id of the audit.")
  private String audit;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "TEXT",
      description = "What the draw depends on, such as thrown dice; it is published.")
  private String seed;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Items to draw; what the policy asks for when absent.")
  private Integer size;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "Give each unit, account or organisation its share.")
  private String by;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for worksheet.csv and sample.json; it is created.")
  private Path out;

  private record Given(Window window, String audit, String seed, Optional<Strata> by) {}

  /** What a run gives. */
  record SampleRun(
      long population,
      long drawn,
      @Detail(key = "audit_id") String auditId,
      String seed,
      @Detail(key = "population_sha256") String populationSha256,
      @Detail(key = "sample.json") String manifest,
      @Detail(key = "worksheet.csv") String worksheet,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec,
        asOf -> {
          scope.agency();
          options.check();
          scope.log();
          Window window = scope.window();
          if (window.to().isAfter(asOf)) {
            throw new BadInput(
                "--window", "it is not over", "A sample needs all searches: end it by " + asOf);
          }
          return new Given(
              window,
              Ids.check("--audit", audit),
              GivenText.check("--seed", seed, "Give the seed."),
              Strata.read(by));
        },
        this::run);
  }

  private JobResult run(JobContext job, Given given) {
    PolicyInForce policy = scope.policy(job);
    FreeText.refusePlates(job.lake(), "--seed", given.seed());
    AuditRules rules = AuditScope.rules(policy);
    int asked = SampleSize.of(rules, Optional.ofNullable(size));
    AuditedLog log = scope.log();
    AuditedSearches seen = AuditReading.searches(job, policy, log, given.window(), "audit sample");
    List<ScreenedSearch> searches = seen.searches();
    Map<String, ScreenedSearch> byId =
        searches.stream()
            .collect(
                Collectors.toMap(
                    ScreenedSearch::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    RegisterHistory users =
        RegisterLedger.history(job.lake(), RegisterLedger.USERS, policy.agency(), job.asOf());
    AuditSample sample =
        AuditSample.draw(
            given.by().orElse(Strata.ORGANISATION).of(List.copyOf(byId.values()), users),
            given.seed(),
            asked,
            given.by().isPresent());
    ScreenResult labels = options.screening(job, policy).screen(searches);
    Drawn drawn = recorded(job, policy, drawn(job, policy, given, asked, sample, byId, labels));
    return publish(policy, rules, drawn, sample, byId, seen.notes());
  }

  private Drawn drawn(
      JobContext job,
      PolicyInForce policy,
      Given given,
      int asked,
      AuditSample sample,
      Map<String, ScreenedSearch> searches,
      ScreenResult labels) {
    List<Item> items =
        sample.items().stream()
            .map(
                item ->
                    new Item(
                        item.id(),
                        item.stratum(),
                        searches.get(item.id()).account().text(),
                        labels.labels().getOrDefault(item.id(), Set.of()).stream()
                            .map(Detector::label)
                            .toList()))
            .toList();
    return new Drawn(
        given.audit(),
        job.asOf(),
        given.window(),
        scope.log().label(),
        sample.population(),
        sample.digest(),
        given.seed(),
        given.by().map(Strata::label),
        asked,
        items,
        policy.version(),
        job.principal());
  }

  /** The sample on record; an audit has one sample, drawn once. */
  private static Drawn recorded(JobContext job, PolicyInForce policy, Drawn drawn) {
    SampleLedger ledger = new SampleLedger(job.lake(), policy.agency());
    Optional<Drawn> before = ledger.find(drawn.auditId());
    if (before.isEmpty()) {
      ledger.add(drawn);
      return drawn;
    }
    boolean same =
        before.get().items().stream()
                .map(Item::id)
                .toList()
                .equals(drawn.items().stream().map(Item::id).toList())
            && before.get().digest().equals(drawn.digest())
            && before.get().seed().equals(drawn.seed())
            && before.get().source().equals(drawn.source())
            && before.get().window().equals(drawn.window());
    if (!same) {
      throw new Refusal(
          "--audit " + drawn.auditId(),
          "it has another sample already, drawn at " + before.get().at(),
          "Give another id; a sample is not drawn until it pleases.");
    }
    return before.get();
  }

  private JobResult publish(
      PolicyInForce policy,
      AuditRules rules,
      Drawn drawn,
      AuditSample sample,
      Map<String, ScreenedSearch> searches,
      List<String> notes) {
    byte[] worksheet = Worksheet.bytes(drawn, searches);
    byte[] manifest =
        PublishedJson.bytes(
            SampleManifest.of(
                policy.agency(), drawn, sample, rules.sampleSize(), Sha256.of(worksheet)));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("worksheet.csv", worksheet);
    files.put("sample.json", manifest);
    PublishedFolder.write("--out", out, files);
    return JobResult.of(
            new SampleRun(
                drawn.population(),
                drawn.items().size(),
                drawn.auditId(),
                drawn.seed(),
                drawn.digest(),
                Sha256.of(manifest),
                Sha256.of(worksheet),
                lines(
                    notes,
                    String.format(
                        Locale.ROOT,
                        "%,d of %,d searches were drawn with the seed \"%s\".",
                        drawn.items().size(),
                        drawn.population(),
                        drawn.seed()),
                    "Fill in the worksheet, then: platelake audit review --agency "
                        + policy.agency()
                        + " --audit "
                        + drawn.auditId()
                        + " "
                        + out.resolve("worksheet.csv"))))
        .under(policy.agency(), policy.version());
  }

  private static List<String> lines(List<String> notes, String... own) {
    List<String> lines = new ArrayList<>(List.of(own));
    lines.addAll(notes);
    return lines;
  }
}
