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
    boolean byAgency = cutOffs.stream().filter(here).anyMatch(rule -> rule.agencyId().isPresent());
    Optional<Map<String, Oldest>> oldest;
    try {
      oldest = CaptureTimes.read(file, byAgency);
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
          new Finding(
              Finding.Kind.UNDATED, file.path(), "no readable " + CaptureTimes.TIME + " column"));
    }
    List<Finding> findings = new ArrayList<>();
    oldest.get().forEach((agency, rows) -> judge(file, purpose, agency, rows, findings));
    return findings;
  }

  private void judge(
      StoredFile file, String purpose, String agency, Oldest rows, List<Finding> findings) {
    if (rows.undated() > 0) {
      findings.add(
          new Finding(
              Finding.Kind.UNDATED,
              file.path(),
              rows.undated() + " rows without " + CaptureTimes.TIME));
    }
    Optional<Instant> notBefore = notBefore(purpose, agency);
    if (notBefore.isEmpty()) {
      findings.add(
          new Finding(Finding.Kind.UNRULED, file.path(), "no cut-off for an agency in it"));
    } else if (rows.at().isPresent() && rows.at().get().isBefore(notBefore.get())) {
      findings.add(
          new Finding(
              Finding.Kind.OVERSTAYED,
              file.path(),
              "oldest row " + rows.at().get() + " is before the cut-off " + notBefore.get()));
    }
  }

  /** An agency's own cut-off counts before the one of the purpose; of several the latest. */
  private Optional<Instant> notBefore(String purpose, String agency) {
    Optional<Instant> own = latest(purpose, Optional.of(agency));
    return own.isPresent() ? own : latest(purpose, Optional.empty());
  }

  private Optional<Instant> latest(String purpose, Optional<String> agency) {
    return cutOffs.stream()
        .filter(rule -> rule.purpose().equals(purpose) && rule.agencyId().equals(agency))
        .map(CutOff::notBefore)
        .max(Instant::compareTo);
  }
}
