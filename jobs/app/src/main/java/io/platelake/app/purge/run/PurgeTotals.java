package io.platelake.app.purge.run;

import java.util.List;

/**
 * What a run did.
 *
 * @param partitions partitions that it erased, wholly or in part
 * @param rows rows that it erased
 * @param files files of these partitions
 * @param bytes size of these files
 * @param evidence reads that it copied to evidence
 * @param references references to pictures that it wrote for outside stores
 * @param lateHolds ids of holds that were opened when the files were gone
 */
record PurgeTotals(
    long partitions,
    long rows,
    long files,
    long bytes,
    long evidence,
    long references,
    List<String> lateHolds) {}
