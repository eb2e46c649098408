package io.platelake.lake.proof.needle;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scan found and what it covered.
 *
 * @param hits sorted by path, place and needle, without repeats
 * @param unread files whose content could not be decoded, so that their bytes prove nothing
 * @param files files walked
 * @param bytes their size on the store
 * @param truncated whether the scan stopped listing hits because there were too many
 */
public record ScanReport(
    List<NeedleHit> hits, List<Unread> unread, long files, long bytes, boolean truncated) {

  /** A file that could not be decoded, and the kind of reason. */
  public record Unread(String path, String reason) implements Comparable<Unread> {
    @Override
    public int compareTo(Unread other) {
      int byPath = path.compareTo(other.path);
      return byPath != 0 ? byPath : reason.compareTo(other.reason);
    }
  }

  public ScanReport {
    hits = List.copyOf(hits);
    unread = List.copyOf(unread);
  }

  /** Both together: of two folders of which neither is in the other. */
  public ScanReport and(ScanReport other) {
    List<NeedleHit> allHits = new ArrayList<>(hits);
    allHits.addAll(other.hits);
    List<Unread> allUnread = new ArrayList<>(unread);
    allUnread.addAll(other.unread);
    return new ScanReport(
        allHits, allUnread, files + other.files, bytes + other.bytes, truncated || other.truncated);
  }

  /** Whether every file was read to the last byte and no needle was in any. */
  public boolean clean() {
    return hits.isEmpty() && unread.isEmpty();
  }
}
