package io.platelake.lake.proof.log;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A data file the current version of a table refers to.
 *
 * @param path relative to the table root, decoded; a full URI when the file is elsewhere
 * @param partitionValues partition column to value as the log states it; null values are absent
 * @param size bytes as the log states them
 * @param numRecords rows as the log's statistics state them, if they do
 * @param deletionVector whether rows of it are deleted only on paper
 */
public record LoggedFile(
    String path,
    Map<String, String> partitionValues,
    long size,
    OptionalLong numRecords,
    boolean deletionVector) {

  public LoggedFile {
    partitionValues = Map.copyOf(partitionValues);
  }
}
