package io.platelake.lake.proof;

import io.platelake.lake.proof.files.FileClass;
import java.util.List;
import java.util.Map;

/**
 * What an audit of one table found; equal bytes under the same rules give an equal report.
 *
 * @param version newest table version the log holds
 * @param files count and bytes of every class, classes without files included
 * @param findings sorted by kind, path and detail, without repeats
 * @param listingSha256 hex digest over path and size of every file in path order
 */
public record WorldReport(
    long version, Map<FileClass, Tally> files, List<Finding> findings, String listingSha256) {

  /** Files of one class and their bytes together. */
  public record Tally(long files, long bytes) {
    Tally plus(long moreBytes) {
      return new Tally(files + 1, bytes + moreBytes);
    }
  }

  public WorldReport {
    files = Map.copyOf(files);
    findings = List.copyOf(findings);
  }

  /** Whether nothing speaks against the proof. */
  public boolean clean() {
    return findings.isEmpty();
  }
}
