package io.platelake.lake.erase;

/**
 * What one step of an erasure did.
 *
 * @param version table version afterwards
 * @param files files concerned
 * @param bytes bytes concerned
 */
public record ErasedFiles(long version, long files, long bytes) {}
