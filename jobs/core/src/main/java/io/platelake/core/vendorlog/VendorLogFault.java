package io.platelake.core.vendorlog;

/**
 * Something that makes a vendor's log worth less than it looks.
 *
 * @param kind what it is
 * @param rows rows that it touches
 * @param firstRow the first of them, from 1; 0 where it is about the file
 * @param column our name of the column, or the label of an unknown one; empty without one
 */
public record VendorLogFault(Kind kind, long rows, long firstRow, String column)
    implements Comparable<VendorLogFault> {

  /** What is wrong. */
  public enum Kind {
    /** Rows whose cells do not fit their columns: kept out, never guessed at. */
    SHIFTED("rows whose cells do not fit their columns are kept out"),
    /** Rows that are no CSV, as with a quote that never closes. */
    DAMAGED("rows that are no CSV are kept out"),
    /** Rows that repeat another to the letter. */
    REPEATED("rows repeat another to the letter and count once"),
    /** The same header comes again on every page of a print. */
    PAGE_HEADER("headers of pages come again among the rows and count as no rows"),
    /** A header stands among the rows: exports were joined. */
    STACKED("a header stands among the rows, so exports were joined"),
    /** The number of rows is one at which exports are cut. */
    POSSIBLY_CUT("the number of rows is one at which exports are cut"),
    /** Days without a row between days with rows. */
    DAY_GAP("days have no row, between days that have"),
    /** Every row that has a value has the same, and few have none. */
    ONE_VALUE("rows all have the same value, which tells nothing of a row"),
    /** Words that the layout does not list, as of a new type of search; their rows are taken. */
    UNLISTED_WORD("rows have a word that the layout does not list"),
    /** A column that the layout does not know. */
    UNKNOWN_COLUMN("the layout does not know the column"),
    /** A column that an earlier file had. */
    LOST_COLUMN("an earlier file had the column"),
    /** The text is no UTF-8. */
    OLD_ENCODING("the text is no UTF-8 and was read as Windows-1252");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  @Override
  public int compareTo(VendorLogFault other) {
    int kinds = kind.compareTo(other.kind);
    return kinds != 0
        ? kinds
        : firstRow != other.firstRow
            ? Long.compare(firstRow, other.firstRow)
            : column.compareTo(other.column);
  }
}
