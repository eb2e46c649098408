package io.platelake.lake.proof.covered;

import io.platelake.lake.proof.covered.FileTimes.Question;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * How one verification reads one table: what it carries over from earlier ones, and what it reads.
 * Times are carried, never verdicts: each is held against the cut-offs of the night.
 *
 * @param known what earlier verifications read
 * @param now of this verification
 * @param reader reads what is not known
 */
public record Reading(TableCoverage known, Instant now, TimesReader reader) {

  /** Reads everything, in this process. */
  public static Reading everything() {
    return new Reading(TableCoverage.none(), Instant.EPOCH, TimesReader.here());
  }

  /**
   * What the files say.
   *
   * @param times path to the times of the file by column
   * @param read files that were read now
   * @param carried files of which an earlier reading counts
   * @param again those of the read ones that were read before, and were read again now
   * @param changed paths of files whose times are other ones than a reading before gave
   * @param covered what the next verification need not read
   */
  public record Answers(
      Map<String, Map<String, FileTimes>> times,
      long read,
      long carried,
      long again,
      Set<String> changed,
      SortedMap<String, CoveredFile> covered) {}

  /**
   * @param root root of the table
   * @param asked files of the table to what is asked of each
   */
  public Answers answers(Path root, Map<StoredFile, List<Question>> asked) throws IOException {
    Map<String, Map<String, FileTimes>> times = new HashMap<>();
    SortedMap<String, CoveredFile> covered = new TreeMap<>();
    Map<StoredFile, List<Question>> open = new LinkedHashMap<>();
    asked.forEach(
        (file, questions) -> {
          Optional<CoveredFile> fresh =
              known.findFresh(file, now).filter(before -> isAnswered(before, questions));
          if (fresh.isPresent()) {
            times.put(file.path(), fresh.get().times());
            covered.put(file.path(), fresh.get());
          } else {
            open.put(file, questions);
          }
        });
    Map<String, Map<String, FileTimes>> read = open.isEmpty() ? Map.of() : reader.read(root, open);
    Set<String> changed = new HashSet<>();
    long again = 0;
    for (StoredFile file : open.keySet()) {
      Map<String, FileTimes> found = read.get(file.path());
      times.put(file.path(), found);
      again += known.data().containsKey(file.path()) ? 1 : 0;
      if (known.contradicts(file, found)) {
        changed.add(file.path());
      } else if (canBeCarried(open.get(file), found)) {
        covered.put(
            file.path(),
            new CoveredFile(
                file.path(), file.length(), file.modified(), now, new TreeMap<>(found)));
      }
    }
    return new Answers(times, open.size(), asked.size() - open.size(), again, changed, covered);
  }

  private static boolean isAnswered(CoveredFile before, List<Question> questions) {
    return questions.stream().allMatch(q -> q.byAgency() && before.times().containsKey(q.column()));
  }

  /** A file that gave no answer is read each time, and so is one whose agencies were not asked. */
  private static boolean canBeCarried(List<Question> questions, Map<String, FileTimes> found) {
    return questions.stream().allMatch(Question::byAgency)
        && found.values().stream().allMatch(times -> times.fault().isEmpty());
  }
}
