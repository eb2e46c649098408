package io.platelake.app.land.repeats;

import io.platelake.app.land.rows.FateRows;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.app.land.rows.RowBlock;
import io.platelake.core.land.Fate;
import java.util.Iterator;

/** The reads of a batch where the tasks that parsed them left them. */
final class BatchReads {
  /** The read id, in rows of every fate that has one. */
  static final int READ_ID = FateRows.EXCLUDED.fieldIndex("read_id");

  private BatchReads() {}

  @FunctionalInterface
  interface ForRead {
    void take(Fate fate, RowBlock.Cursor cursor);
  }

  /** Records that are reads: they have their id in the first column, in whatever fate's rows. */
  static void forEach(Iterator<LandedBlock> blocks, ForRead use) {
    while (blocks.hasNext()) {
      if (blocks.next() instanceof LandedBlock.Rows rows
          && (rows.isRecords(Fate.KEPT) || rows.isRecords(Fate.EXCLUDED))) {
        RowBlock.Cursor cursor = rows.cursor();
        while (cursor.next()) {
          if (!cursor.row().isNullAt(READ_ID)) {
            use.take(rows.fate(), cursor);
          }
        }
      }
    }
  }
}
