package io.platelake.app.land.rows;

import io.platelake.core.land.Fate;
import java.io.Serializable;
import java.util.List;

/** What a task makes of raw files: blocks of rows and, last, the account of all it has read. */
public sealed interface LandedBlock extends Serializable {

  /**
   * Rows of one fate.
   *
   * @param images the rows are not the reads of the fate but their pictures
   * @param fields columns of the rows
   * @param bytes the rows as {@link RowBlock} writes them
   */
  record Rows(Fate fate, boolean images, int fields, byte[] bytes) implements LandedBlock {
    private static final long serialVersionUID = 1L;

    public boolean isRecords(Fate wanted) {
      return fate == wanted && !images;
    }

    /** A way through the rows. */
    public RowBlock.Cursor cursor() {
      return new RowBlock.Cursor(this);
    }

    @Override
    public String toString() {
      return "Rows[" + fate + "]";
    }
  }

  /** The accounts of the parts of files that the task has read. */
  record Accounts(List<PartAccount> parts) implements LandedBlock {
    private static final long serialVersionUID = 1L;
  }
}
