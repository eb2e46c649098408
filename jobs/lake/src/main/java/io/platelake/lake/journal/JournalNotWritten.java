package io.platelake.lake.journal;

/** A row of a journal did not get to the disk, so what it should announce must not happen. */
public final class JournalNotWritten extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param table folder of the table
   * @param cause what the store said
   */
  JournalNotWritten(String table, Throwable cause) {
    super(
        "Table "
            + table
            + ": its rows could not be read or written ("
            + root(cause).getClass().getSimpleName()
            + "), and without a row nothing is done. Check that its folder is there, may be"
            + " written and has space left; then start again.",
        cause);
  }

  private static Throwable root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
