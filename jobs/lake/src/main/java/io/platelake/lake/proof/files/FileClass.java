package io.platelake.lake.proof.files;

/** What a file under a table root is; every file is exactly one of these. */
public enum FileClass {
  /** A data file the current version refers to. */
  LIVE,
  /** A data file the log calls removed that is still there. */
  TOMBSTONED,
  /** A data file no version in the log knows: a failed writer left it. */
  ORPHAN,
  /** Commit, checkpoint, checksum or pointer in {@code _delta_log}. */
  LOG,
  /** A control file that cannot hold a row: a local checksum of a known file, an empty marker. */
  CONTROL,
  /** Anything else. */
  FOREIGN
}
