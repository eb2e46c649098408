package io.platelake.lake.proof;

import io.platelake.lake.proof.covered.FileTimes;
import io.platelake.lake.proof.covered.FileTimes.Question;
import io.platelake.lake.proof.files.CaptureTimes.Oldest;
import io.platelake.lake.proof.files.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the oldest row of a data file against the cut-off of its purpose and agency. */
final class Overstayers {
  private final List<CutOff> cutOffs;

  Overstayers(List<CutOff> cutOffs) {
    this.cutOffs = cutOffs;
  }

  /**
   * What a file must answer.
   *
   * @param values partition values of the file, of which {@code purpose} counts
   */
  List<Question> questions(Map<String, String> values) {
    String purpose = values.getOrDefault("purpose", "");
    return cutOffs.stream()
        .filter(rule -> rule.purpose().equals(purpose))
        .map(CutOff::column)
        .distinct()
        .map(column -> new Question(column, isByAgency(purpose, column)))
        .toList();
  }

  private boolean isByAgency(String purpose, String column) {
    return cutOffs.stream()
        .filter(rule -> rule.purpose().equals(purpose) && rule.column().equals(column))
        .anyMatch(rule -> rule.agencyId().isPresent());
  }

  /**
   * @param values partition values of the file, of which {@code purpose} counts
   * @param answers what the file says, by column
   */
  List<Finding> check(StoredFile file, Map<String, String> values, Map<String, FileTimes> answers) {
    if (cutOffs.isEmpty()) {
      return List.of();
    }
    String purpose = values.getOrDefault("purpose", "");
    List<Question> questions = questions(values);
    if (questions.isEmpty()) {
      return List.of(new Finding(Finding.Kind.UNRULED, file.path(), "no cut-off for its purpose"));
    }
    List<Finding> findings = new ArrayList<>();
    for (Question question : questions) {
      FileTimes times = answers.get(question.column());
      times
          .fault()
          .ifPresent(why -> findings.add(new Finding(Finding.Kind.UNDATED, file.path(), why)));
      times
          .oldest()
          .forEach(
              (agency, rows) -> judge(file, purpose, question.column(), agency, rows, findings));
    }
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
