package io.platelake.lake.compact;

import io.platelake.lake.erase.Partition;

/**
 * What a rewriting of a partition did.
 *
 * @param partition the partition
 * @param rows its rows, before and after
 * @param filesBefore files before
 * @param files files after
 * @param bytesBefore their size before
 * @param bytes their size after
 */
public record RewrittenFiles(
    Partition partition, long rows, int filesBefore, int files, long bytesBefore, long bytes) {}
