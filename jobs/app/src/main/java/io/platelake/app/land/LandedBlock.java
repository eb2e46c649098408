package io.platelake.app.land;

import io.platelake.core.land.Fate;
import java.io.Serializable;
import java.util.List;

/**
 * What a task makes of raw files: rows of one fate, pictures of kept reads, or, last, the account
 * of all it has read.
 *
 * @param fate of the rows; null for the account
 * @param images the rows are not the reads of the fate but their pictures
 * @param fields columns of the rows
 * @param rows how many
 * @param bytes a {@link RowBlock}
 * @param accounts of its parts of files; null for rows
 */
record LandedBlock(
    Fate fate, boolean images, int fields, int rows, byte[] bytes, List<PartAccount> accounts)
    implements Serializable {

  boolean has(Fate wanted) {
    return fate == wanted && !images;
  }

  /** A way through the rows. */
  RowBlock.Cursor cursor() {
    return new RowBlock.Cursor(this);
  }
}
