package io.platelake.app.land;

import static io.platelake.app.land.RecordRows.micros;
import static io.platelake.app.land.RecordRows.text;

import io.platelake.app.cli.Sha256;
import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.Picture;
import io.platelake.core.feed.PictureKind;
import java.time.Instant;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;

/** A row of {@code images}, made again and again for one picture after the other. */
final class ImageRow {
  private final String agency;
  private final Object[] cells;
  private final GenericInternalRow row;
  private final UnsafeProjection projection;
  private final int readId;
  private final int cameraId;
  private final int capturedAt;
  private final int kind;
  private final int mediaType;
  private final int bytes;
  private final int sha256;
  private final int deleteAfter;
  private final int date;

  ImageRow(RecordRows.Recipe recipe) {
    this.agency = recipe.feed().agency();
    StructType schema = recipe.images();
    this.cells = new Object[schema.size()];
    this.row = new GenericInternalRow(cells);
    this.projection = UnsafeProjection.create(schema);
    readId = schema.fieldIndex("read_id");
    cameraId = schema.fieldIndex("camera_id");
    capturedAt = schema.fieldIndex("captured_at");
    kind = schema.fieldIndex("kind");
    mediaType = schema.fieldIndex("media_type");
    bytes = schema.fieldIndex("bytes");
    sha256 = schema.fieldIndex("sha256");
    deleteAfter = schema.fieldIndex("delete_after");
    date = schema.fieldIndex("date");
    cells[schema.fieldIndex("agency_id")] = text(agency);
    cells[schema.fieldIndex("landed_at")] = micros(recipe.landedAt());
    cells[schema.fieldIndex("batch_id")] = text(recipe.batchId());
    cells[schema.fieldIndex("purpose")] = text(recipe.feed().purpose());
  }

  /**
   * @param expires when the picture must be gone; null without a maximum
   */
  UnsafeRow of(CanonicalRead read, PictureKind of, Picture.Decoded.Image image, Instant expires) {
    cells[readId] = read.readId(agency);
    cells[cameraId] = text(read.cameraId());
    cells[capturedAt] = micros(read.capturedAt());
    cells[kind] = text(of.word());
    cells[mediaType] = text(image.mediaType());
    cells[bytes] = image.bytes();
    cells[sha256] = text(Sha256.of(image.bytes()));
    cells[deleteAfter] = expires == null ? null : micros(expires);
    cells[date] = RecordRows.date(read.capturedAt());
    return projection.apply(row);
  }
}
