package io.platelake.app.audit.screen;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.text.CsvRows;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a screen may be told besides the log. */
public final class ScreenOptions {
  private static final String CASE = "case_number";

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "CSV with a column case_number: every case that the dispatch system knows.")
  private Path cases;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Time zone in which days are counted; UTC by default.")
  private String zone;

  /** The case numbers; empty without a file. */
  public Optional<Set<String>> cases() {
    if (cases == null) {
      return Optional.empty();
    }
    Set<String> numbers = new HashSet<>();
    CsvRows.read(
        InputFiles.text(cases),
        "File of cases " + cases,
        List.of(CASE),
        (cells, place) -> {
          if (cells.get(CASE) != null) {
            numbers.add(cells.get(CASE));
          }
        });
    return Optional.of(numbers);
  }

  /** The time zone; {@code BadInput} if there is none of this name. */
  public ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new BadInput("--zone", "is no time zone", "Write it as America/Los_Angeles.");
    }
  }
}
