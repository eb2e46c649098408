package io.platelake.lake.proof;

import io.platelake.lake.proof.covered.TableCoverage;
import io.platelake.lake.proof.files.FileClass;
import java.util.List;
import java.util.Map;

/**
 * What an audit of one table found; equal files, by bytes and time of change, under the same rules
 * give an equal report.
 *
 * @param version newest table version the log holds
 * @param files count and bytes of every class, classes without files included
 * @param findings sorted by kind, path and detail, without repeats
 * @param listingSha256 hex digest over path and size of every file in path order
 * @param readings what was read for it, and what was not
 */
public record WorldReport(
    long version,
    Map<FileClass, Tally> files,
    List<Finding> findings,
    String listingSha256,
    Readings readings) {

  /**
   * What was read: footers of data files, and log files.
   *
   * @param read files that were read now
   * @param carried files of which what an earlier verification read counts
   * @param again data files that an earlier verification had read, and that were read again
   * @param covered what the next verification need not read
   */
  public record Readings(long read, long carried, long again, TableCoverage covered) {}

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
