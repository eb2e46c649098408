package io.platelake.app.land;

import io.platelake.lake.table.CommitKey;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;

/**
 * Files that land together.
 *
 * @param id hash of feed, number and digests
 * @param seq number within the feed, from 1
 * @param files its files, in order of digest: whoever finishes the batch gives them the same places
 * @param plannedAt as_of of the run that planned it
 * @param resumed it was planned by an earlier run that did not finish
 */
record Batch(String id, long seq, List<RawFile> files, Timestamp plannedAt, boolean resumed) {
  Batch {
    files = files.stream().sorted(Comparator.comparing(RawFile::digest)).toList();
  }

  /** Every table takes the rows of the batch once for this. */
  CommitKey key() {
    return key(id);
  }

  static CommitKey key(String id) {
    return new CommitKey("land:" + id, 0);
  }
}
