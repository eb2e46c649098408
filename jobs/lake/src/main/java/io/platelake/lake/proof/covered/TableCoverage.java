package io.platelake.lake.proof.covered;

import io.platelake.lake.proof.files.StoredFile;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What verifications read of one table and need not read again, by path.
 *
 * @param data data files and the times in them
 * @param logs log files in which nothing was found
 */
public record TableCoverage(
    SortedMap<String, CoveredFile> data, SortedMap<String, CoveredLog> logs) {

  public TableCoverage {
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
  }

  /** Nothing was read before. */
  public static TableCoverage none() {
    return new TableCoverage(new TreeMap<>(), new TreeMap<>());
  }

  /**
   * Whether nothing was found in the log file under the same rules, and the store lists it as it
   * was.
   */
  public boolean hasClean(StoredFile log, String rules) {
    CoveredLog known = logs.get(log.path());
    return known != null && known.isAsListed(log, rules);
  }

  /** The file as it was read, if the store lists it as it was and the reading is fresh. */
  Optional<CoveredFile> findFresh(StoredFile file, Instant now) {
    return Optional.ofNullable(data.get(file.path()))
        .filter(known -> known.isAsListed(file) && known.isFresh(now));
  }

  /** Whether a reading of the same file, so far as the store tells, gave other times. */
  boolean contradicts(StoredFile file, Map<String, FileTimes> times) {
    CoveredFile known = data.get(file.path());
    return known != null && known.isAsListed(file) && !known.agreesWith(times);
  }
}
