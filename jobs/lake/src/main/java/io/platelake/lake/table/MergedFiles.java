package io.platelake.lake.table;

/**
 * What putting small files together did.
 *
 * @param before files of the table before
 * @param after files of the table after
 */
public record MergedFiles(long before, long after) {}
