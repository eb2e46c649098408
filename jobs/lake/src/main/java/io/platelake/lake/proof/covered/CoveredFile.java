package io.platelake.lake.proof.covered;

import io.platelake.lake.proof.files.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A data file as a verification read it.
 *
 * @param path relative to the root of the table
 * @param length bytes
 * @param modified milliseconds since 1970 UTC, as the store lists it
 * @param readAt now of the verification that read it
 * @param times time column to what the file says of it, each agency apart
 */
public record CoveredFile(
    String path, long length, long modified, Instant readAt, SortedMap<String, FileTimes> times) {
  private static final int DAYS = 7;

  public CoveredFile {
    times = Collections.unmodifiableSortedMap(new TreeMap<>(times));
  }

  /** Whether the store lists it as it was. */
  boolean isAsListed(StoredFile file) {
    return file.path().equals(path) && file.length() == length && file.modified() == modified;
  }

  /**
   * Whether its reading still counts. Each file is read again after one to seven days, so each
   * within a week: whoever can set a time of change could otherwise replace a file for good. With a
   * check a night this is about a third of them each time.
   */
  boolean isFresh(Instant now) {
    int days = 1 + Math.floorMod(path.hashCode(), DAYS);
    return !now.isBefore(readAt) && now.isBefore(readAt.plus(Duration.ofDays(days)));
  }

  /** Whether a later reading says the same of the columns that both have. */
  boolean agreesWith(Map<String, FileTimes> later) {
    return times.entrySet().stream()
        .allMatch(
            time ->
                !later.containsKey(time.getKey())
                    || later.get(time.getKey()).equals(time.getValue()));
  }
}
