package io.platelake.app.audit.screen;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.option.TokenKeyOption;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.access.TokenKeys;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.BadInput;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.detect.Screen;
import io.platelake.core.detect.ScreenContext;
import io.platelake.core.detect.ScreenRegisters;
import io.platelake.core.plate.PlateText;
import io.platelake.core.text.CsvRows;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a screen is told besides the log: cases, plates of staff, and the time zone of days. */
public final class ScreenOptions {
  private static final String CASE = "case_number";
  private static final String PLATE = "plate";

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "CSV with a column case_number: every case that the dispatch system knows.")
  private Path cases;

  @Option(
      names = "--staff-plates",
      paramLabel = "FILE",
      description =
          "CSV with a column plate: vehicles of staff and their households. Only tokens are"
              + " compared, and none is kept.")
  private Path staffPlates;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Time zone in which days are counted; UTC by default.")
  private String zone;

  @Mixin private TokenKeyOption tokenKey;

  /** Reads the files and the zone, so that a mistake ends the command before Spark starts. */
  public void check() {
    zone();
    cases();
    column(staffPlates, "File of plates", PLATE);
  }

  /** The screen for an agency: registers as known now, and shares on record. */
  public Screen screening(JobContext job, PolicyInForce policy) {
    return new Screen(context(job, policy));
  }

  /** What a screen for an agency knows. */
  ScreenContext context(JobContext job, PolicyInForce policy) {
    return new ScreenContext(
        policy.policy(),
        new ScreenRegisters(
            policy.policy(), RegisterLedger.all(job.lake(), policy.agency(), job.asOf())),
        tokens(job),
        cases(),
        shares(job, policy.agency()),
        zone());
  }

  private Optional<Set<String>> cases() {
    return cases == null ? Optional.empty() : Optional.of(column(cases, "File of cases", CASE));
  }

  private Set<String> tokens(JobContext job) {
    Set<String> plates = column(staffPlates, "File of plates", PLATE);
    if (plates.isEmpty()) {
      return Set.of();
    }
    PlateToken token = TokenKeys.of(job.lake(), tokenKey.text());
    return plates.stream()
        .flatMap(plate -> PlateText.normalise(plate).stream())
        .map(token::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> column(Path file, String what, String column) {
    Set<String> values = new HashSet<>();
    if (file != null) {
      CsvRows.read(
          InputFiles.text(file),
          what + " " + file,
          List.of(column),
          (cells, place) -> {
            if (cells.get(column) != null) {
              values.add(cells.get(column));
            }
          });
    }
    return values;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new BadInput("--zone", "is no time zone", "Write it as America/Los_Angeles.");
    }
  }

  private static Set<String> shares(JobContext job, String agency) {
    return NamedRow.all(
            job.lake()
                .ledger(Table.SHARES)
                .where(col("agency_id").equalTo(agency))
                .select("share_id"))
        .stream()
        .map(row -> row.text("share_id"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
