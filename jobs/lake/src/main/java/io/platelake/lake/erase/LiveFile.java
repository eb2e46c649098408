package io.platelake.lake.erase;

/**
 * A data file that the current version of a table refers to.
 *
 * @param path relative to the table
 * @param bytes size
 * @param rows rows, from the log
 */
public record LiveFile(String path, long bytes, long rows) {}
