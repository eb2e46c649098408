package io.platelake.lake.proof.covered;

import io.platelake.lake.proof.files.CaptureTimes;
import io.platelake.lake.proof.files.CaptureTimes.Oldest;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a data file says of one time column: the oldest time of each agency, or why it says nothing.
 *
 * @param oldest agency to the oldest time of its rows; the empty text is the key of all rows when
 *     agencies do not matter; empty when the file could not answer
 * @param fault why it could not, without a value of a row
 */
public record FileTimes(SortedMap<String, Oldest> oldest, Optional<String> fault) {

  public FileTimes {
    oldest = Collections.unmodifiableSortedMap(new TreeMap<>(oldest));
  }

  /** What is asked of a file: a column, and whether of each agency. */
  public record Question(String column, boolean byAgency) implements Serializable {}

  /** Reads the file. */
  public static FileTimes read(StoredFile file, Question question) throws IOException {
    Optional<Map<String, Oldest>> oldest;
    try {
      oldest = CaptureTimes.read(file, question.column(), question.byAgency());
    } catch (RuntimeException e) {
      // The text of a Parquet error may quote a value, so only its kind is reported.
      return fault("cannot be read as Parquet (" + e.getClass().getSimpleName() + ")");
    }
    return oldest
        .map(times -> new FileTimes(new TreeMap<>(times), Optional.empty()))
        .orElseGet(() -> fault("no readable " + question.column() + " column"));
  }

  private static FileTimes fault(String why) {
    return new FileTimes(new TreeMap<>(), Optional.of(why));
  }
}
