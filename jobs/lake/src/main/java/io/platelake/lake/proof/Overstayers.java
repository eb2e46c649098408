package io.platelake.lake.proof;

import io.platelake.lake.proof.files.CaptureTimes;
import io.platelake.lake.proof.files.CaptureTimes.Oldest;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Holds the oldest row of a data file against the cut-off of its purpose and agency. */
final class Overstayers {
  private final List<CutOff> cutOffs;

  Overstayers(List<CutOff> cutOffs) {
    this.cutOffs = cutOffs;
  }

  /**
   * @param values partition values of the file, of which {@code purpose} counts
   */
  List<Finding> check(StoredFile file, Map<String, String> values) throws IOException {
    if (cutOffs.isEmpty()) {
      return List.of();
    }
    String purpose = values.getOrDefault("purpose", "");
    Predicate<CutOff> here = cutOff -> cutOff.purpose().equals(purpose);
    if (cutOffs.stream().noneMatch(here)) {
      return List.of(new Finding(Finding.Kind.UNRULED, file.path(), "no cut-off for its purpose"));
    }
    List<Finding> findings = new ArrayList<>();
    for (String time : cutOffs.stream().filter(here).map(CutOff::column).distinct().toList()) {
      findings.addAll(check(file, purpose, time));
    }
    return findings;
  }

  private List<Finding> check(StoredFile file, String purpose, String time) throws IOException {
    boolean byAgency =
        cutOffs.stream()
            .filter(rule -> rule.purpose().equals(purpose) && rule.column().equals(time))
            .anyMatch(rule -> rule.agencyId().isPresent());
    Optional<Map<String, Oldest>> oldest;
    try {
      oldest = CaptureTimes.read(file, time, byAgency);
    } catch (RuntimeException e) {
      // The text of a Parquet error may quote a value, so only its kind is reported.
      return List.of(
          new Finding(
              Finding.Kind.UNDATED,
              file.path(),
              "cannot be read as Parquet (" + e.getClass().getSimpleName() + ")"));
    }
    if (oldest.isEmpty()) {
      return List.of(
          new Finding(Finding.Kind.UNDATED, file.path(), "no readable " + time + " column"));
    }
    List<Finding> findings = new ArrayList<>();
    oldest.get().forEach((agency, rows) -> judge(file, purpose, time, agency, rows, findings));
    return findings;
  }

  private void judge(
      StoredFile file,
      String purpose,
      String time,
      String agency,
      Oldest rows,
      List<Finding> findings) {
    if (rows.undated() > 0) {
      findings.add(
          new Finding(Finding.Kind.UNDATED, file.path(), rows.undated() + " rows without " + time));
    }
    Optional<Instant> notBefore = notBefore(purpose, time, agency);
    if (notBefore.isEmpty()) {
      findings.add(
          new Finding(Finding.Kind.UNRULED, file.path(), "no cut-off for an agency in it"));
    } else if (rows.at().isPresent() && rows.at().get().isBefore(notBefore.get())) {
      findings.add(
          new Finding(
              Finding.Kind.OVERSTAYED,
              file.path(),
              "oldest "
                  + time
                  + " "
                  + rows.at().get()
                  + " is before the cut-off "
                  + notBefore.get()));
    }
  }

  /** An agency's own cut-off counts before the one of the purpose; of several the latest. */
  private Optional<Instant> notBefore(String purpose, String time, String agency) {
    Optional<Instant> own = latest(purpose, time, Optional.of(agency));
    return own.isPresent() ? own : latest(purpose, time, Optional.empty());
  }

  private Optional<Instant> latest(String purpose, String time, Optional<String> agency) {
    return cutOffs.stream()
        .filter(rule -> rule.purpose().equals(purpose) && rule.column().equals(time))
        .filter(rule -> rule.agencyId().equals(agency))
        .map(CutOff::notBefore)
        .max(Instant::compareTo);
  }
}
