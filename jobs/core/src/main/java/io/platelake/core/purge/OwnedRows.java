package io.platelake.core.purge;

/**
 * Rows that a purge judges together, because they have one owner, purpose and date.
 *
 * @param kind what they are
 * @param of where they belong
 * @param rows how many, at least one
 * @param ages when their clocks started
 */
public record OwnedRows(RowKind kind, OwnedDate of, long rows, RowAges ages) {
  public OwnedRows {
    if (rows < 1) {
      throw new IllegalArgumentException("no rows: " + rows);
    }
  }

  public String agency() {
    return of.agency();
  }

  public String purpose() {
    return of.purpose();
  }
}
