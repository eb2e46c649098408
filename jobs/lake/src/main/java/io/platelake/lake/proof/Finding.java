package io.platelake.lake.proof;

import java.util.Comparator;

/**
 * One thing that breaks a proof, by the place where it is. The detail names columns, features,
 * counts and instants, never a value of a row.
 *
 * @param path relative to the table root; empty when the table as a whole is meant
 */
public record Finding(Kind kind, String path, String detail) implements Comparable<Finding> {

  /** What is wrong. */
  public enum Kind {
    /** A removed data file whose bytes are still there. */
    TOMBSTONED,
    /** A data file the log does not know. */
    ORPHAN,
    /** A file that has no business under a table root. */
    FOREIGN,
    /** A live file that is absent or has another size than the log states. */
    MISSING,
    /** A partition past its time of which a live file, a file or a folder is left. */
    EXPIRED_PARTITION,
    /** A file with a row captured before the cut-off. */
    OVERSTAYED,
    /** A file with rows whose capture time is absent or unreadable, so nothing is proved. */
    UNDATED,
    /** A file of another content than an earlier verification read under the same name. */
    CHANGED,
    /** A file with rows of a purpose or agency for which no cut-off was given. */
    UNRULED,
    /** A log file with statistics of a column that must have none. */
    LEAKED_STATS,
    /** A commit whose recorded condition names a column that it must not name. */
    PREDICATE,
    /** A table feature under which deleted rows stay in the bytes or files escape the listing. */
    FEATURE
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::path)
          .thenComparing(Finding::detail);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
