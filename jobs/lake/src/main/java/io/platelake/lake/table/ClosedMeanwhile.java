package io.platelake.lake.table;

/**
 * A purge closed dates after a job had looked which are closed, and before the job's commit.
 * Nothing of the commit is in the table, and the files that were written for it are gone. The job
 * can start again: it then sees the closed dates.
 */
public final class ClosedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClosedMeanwhile(String table) {
    super("Table " + table + ": a purge closed dates while this job was at work. Run it again.");
  }
}
