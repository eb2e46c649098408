package io.platelake.app.land.files;

import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.PlannedFile;
import io.platelake.lake.table.CommitKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files that land together.
 *
 * @param id hash of feed, number and digests
 * @param seq number within the feed, from 1
 * @param files its files, in order of digest: whoever finishes the batch gives them the same places
 * @param plannedAt as_of of the run that planned it
 * @param resumed it was planned by an earlier run that did not finish
 * @param before accounts by digest of files that have landed before
 */
public record Batch(
    String id,
    long seq,
    List<RawFile> files,
    Instant plannedAt,
    boolean resumed,
    Map<String, LandedFile> before) {
  public Batch {
    files = files.stream().sorted(Comparator.comparing(RawFile::digest)).toList();
    before = Map.copyOf(before);
  }

  /** The account of a file from when it landed before. */
  public Optional<LandedFile> findBefore(RawFile file) {
    return Optional.ofNullable(before.get(file.digest()));
  }

  /** Numbers of files of which only what quarantine keeps of their records is left, by digest. */
  public Map<String, Integer> kept() {
    Map<String, Integer> kept = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).isKept()) {
        kept.put(files.get(i).digest(), i);
      }
    }
    return kept;
  }

  /** The row of one of its files in the plan. */
  public PlannedFile planned(RawFile file) {
    return new PlannedFile(id, seq, plannedAt, file.digest(), file.bytes());
  }

  /** Every table takes the rows of the batch once for this. */
  public CommitKey key() {
    return key(id);
  }

  public static CommitKey key(String id) {
    return new CommitKey("land:" + id, 0);
  }
}
