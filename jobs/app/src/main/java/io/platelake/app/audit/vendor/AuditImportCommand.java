package io.platelake.app.audit.vendor;

import io.platelake.app.audit.scope.AuditScope;
import io.platelake.app.audit.vendor.VendorImport.ReadFile;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.GivenText;
import io.platelake.app.job.option.TokenKeyOption;
import io.platelake.app.ledger.access.TokenKeys;
import io.platelake.app.ledger.audit.AuditReading;
import io.platelake.app.ledger.audit.ImportedFile;
import io.platelake.app.ledger.audit.ImportedFileLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake audit import}. */
@Command(
    name = "import",
    description =
        "Take access logs of a vendor into the lake, with keyed tokens for plates; ends with 4"
            + " when a file is damaged, or searches lack what the policy wants on record.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditImportCommand.AuditImportResult.class,
    example =
        "audit import --agency city-2 --vendor acme --layout search-audit --own-name"
            + " \"Exampleville ST PD\" 2026-01.csv",
    refused = "no policy in force, or a name names a plate",
    finding = "a file is damaged or has lost a column, or searches have gaps")
public final class AuditImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Mixin private TokenKeyOption tokenKey;

  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "NAME",
      description = "Id for the vendor, of your choice; screens name the log vendor:NAME.")
  private String vendor;

  @Option(
      names = "--layout",
      required = true,
      paramLabel = "NAME|FILE",
      description =
          "Layout: search-audit, portal, printed-audit, events, sharing or users; or a file ending"
              + " in .yaml.")
  private String layout;

  @Option(
      names = "--own-name",
      paramLabel = "TEXT",
      description =
          "Name of the agency itself in this log; may be given several times, and is remembered.")
  private List<String> ownNames = List.of();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV files, in the order of their time.")
  private List<Path> files;

  private record Given(LogLayout layout, List<ReadFile> files) {}

  /** What an import gives. */
  record AuditImportResult(
      long files,
      long filesKnown,
      long rows,
      long taken,
      long repeated,
      long known,
      long pastLimit,
      long keptOut,
      long faults,
      long gapRows,
      Map<String, Long> gaps,
      String vendor,
      String layout,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return faults > 0 || gapRows > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> read(), this::run);
  }

  private Given read() throws IOException {
    agency.id();
    Ids.check("--vendor", vendor);
    for (String name : ownNames) {
      GivenText.check("--own-name", name, "Give the name as the log writes it.");
    }
    LogLayout known = VendorFile.layout(layout, "--layout");
    List<ReadFile> read = new ArrayList<>();
    for (Path file : files) {
      read.add(ReadFile.read(file, known));
    }
    return new Given(known, read);
  }

  private JobResult run(JobContext job, Given given) throws IOException {
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    AuditScope.rules(policy);
    FreeText.refusePlatesIn(
        job.lake(), "File names", given.files().stream().map(ReadFile::name).toList());
    FreeText.refusePlatesIn(job.lake(), "--own-name", ownNames);
    Lake lake =
        AuditReading.announce(
            job,
            policy,
            "audit import",
            given.files().size() + " files of " + vendor + ", " + given.layout().layout());
    PlateToken token = TokenKeys.of(job.lake(), tokenKey.text());
    VendorImport imports =
        new VendorImport(job, lake, policy, token, vendor, given.layout(), ownNames);
    List<String> lines = new ArrayList<>();
    List<ImportedFile> imported = new ArrayList<>();
    for (ReadFile file : given.files()) {
      Optional<ImportedFile> before =
          new ImportedFileLedger(job.lake(), agency.id()).find(file.digest());
      if (before.isPresent()) {
        lines.add(
            String.format(
                "%s: imported already at %s, as %s of %s.",
                file.name(),
                before.get().importedAt(),
                before.get().name(),
                before.get().vendor()));
      } else {
        job.progress().say("importing " + file.name());
        ImportedFile done = imports.add(file);
        imported.add(done);
        lines.addAll(lines(done));
      }
    }
    return JobResult.of(result(given, imported, lines)).under(policy.agency(), policy.version());
  }

  private AuditImportResult result(Given given, List<ImportedFile> done, List<String> lines) {
    Map<String, Long> gaps = new TreeMap<>();
    done.forEach(file -> file.gaps().forEach((gap, rows) -> gaps.merge(gap, rows, Long::sum)));
    return new AuditImportResult(
        done.size(),
        (long) given.files().size() - done.size(),
        done.stream().mapToLong(ImportedFile::rows).sum(),
        done.stream().mapToLong(ImportedFile::taken).sum(),
        done.stream().mapToLong(ImportedFile::repeated).sum(),
        done.stream().mapToLong(ImportedFile::known).sum(),
        done.stream().mapToLong(ImportedFile::pastLimit).sum(),
        done.stream().mapToLong(ImportedFile::keptOut).sum(),
        done.stream().mapToLong(file -> file.faults().size()).sum(),
        gaps.values().stream().mapToLong(Long::longValue).sum(),
        gaps,
        vendor,
        given.layout().layout(),
        lines);
  }

  private static List<String> lines(ImportedFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d rows: %,d taken, %,d repeated, %,d known from another file, %,d past the"
                + " limit of the policy, %,d kept out.",
            file.name(),
            file.rows(),
            file.taken(),
            file.repeated(),
            file.known(),
            file.pastLimit(),
            file.keptOut()));
    file.faults().forEach(fault -> lines.add("FINDING " + file.name() + ", " + fault));
    new TreeMap<>(file.gaps())
        .forEach(
            (gap, rows) ->
                lines.add(
                    String.format(
                        Locale.ROOT, "FINDING %s: %,d searches lack %s", file.name(), rows, gap)));
    return lines;
  }
}
