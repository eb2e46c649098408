package io.platelake.app.land.rows;

import static io.platelake.app.land.rows.FateRows.micros;
import static io.platelake.app.land.rows.FateRows.text;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ReadIdentity;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the columns that {@code reads} and {@code images} share: owner, place and time of the
 * capture, source and limit. One object is used for one read after the other; the other cells are
 * set before each.
 */
final class PartitionedRowWriter {
  private final StructType schema;
  private final Object[] cells;
  private final GenericInternalRow row;
  private final UnsafeProjection projection;
  private final int readId;
  private final int cameraId;
  private final int capturedAt;
  private final int deleteAfter;
  private final int date;

  PartitionedRowWriter(FateRows.Recipe recipe, StructType schema) {
    this.schema = schema;
    this.cells = new Object[schema.size()];
    this.row = new GenericInternalRow(cells);
    this.projection = UnsafeProjection.create(schema);
    readId = index("read_id");
    cameraId = index("camera_id");
    capturedAt = index("captured_at");
    deleteAfter = index("delete_after");
    date = index("date");
    set(index("agency_id"), text(recipe.feed().agency()));
    set(index("landed_at"), micros(recipe.landedAt()));
    set(index("batch_id"), text(recipe.batchId()));
    set(index("purpose"), text(recipe.feed().purpose()));
  }

  int index(String column) {
    return schema.fieldIndex(column);
  }

  /** Sets a cell, in Spark's own form, until it is set again. */
  void set(int column, Object value) {
    cells[column] = value;
  }

  /**
   * @param expires when the row must be gone; empty without a maximum
   * @param day UTC date of capture in days since 1970
   */
  UnsafeRow of(CanonicalRead read, ReadIdentity id, Optional<Instant> expires, int day) {
    cells[readId] = id.readId();
    cells[cameraId] = text(read.cameraId());
    cells[capturedAt] = micros(read.capturedAt());
    cells[deleteAfter] = expires.isPresent() ? micros(expires.get()) : null;
    cells[date] = day;
    return projection.apply(row);
  }
}
