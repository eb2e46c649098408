package io.platelake.lake.erase;

import java.util.Optional;

/**
 * A data file that the current version of a table refers to.
 *
 * @param path relative to the table
 * @param bytes size
 * @param rows rows, from the log
 * @param agency {@code agency_id} of all its rows, from the log; empty where they are of several,
 *     or where the log of an earlier release does not say
 * @param sortedBy column by which a rewriting sorted its rows; empty for files of other commits
 */
public record LiveFile(
    String path, long bytes, long rows, Optional<String> agency, Optional<String> sortedBy) {}
