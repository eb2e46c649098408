package io.platelake.app.land;

import static io.platelake.app.land.RecordRows.micros;
import static io.platelake.app.land.RecordRows.text;

import io.platelake.core.feed.Candidate;
import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;

/** A row of {@code reads}, made again and again for one read after the other. */
final class ReadRow {
  private final String agency;
  private final OcrClasses classes;
  private final Object[] cells;
  private final GenericInternalRow row;
  private final UnsafeProjection projection;
  private final int readId;
  private final int cameraId;
  private final int capturedAt;
  private final int plate;
  private final int plateKey;
  private final int foldKey;
  private final int state;
  private final int stateConfidence;
  private final int confidence;
  private final int candidates;
  private final int make;
  private final int model;
  private final int color;
  private final int body;
  private final int direction;
  private final int lat;
  private final int lon;
  private final int imageRef;
  private final int deleteAfter;
  private final int date;

  ReadRow(RecordRows.Recipe recipe) {
    this.agency = recipe.feed().agency();
    this.classes = recipe.classes();
    StructType schema = recipe.reads();
    this.cells = new Object[schema.size()];
    this.row = new GenericInternalRow(cells);
    this.projection = UnsafeProjection.create(schema);
    readId = schema.fieldIndex("read_id");
    cameraId = schema.fieldIndex("camera_id");
    capturedAt = schema.fieldIndex("captured_at");
    plate = schema.fieldIndex("plate");
    plateKey = schema.fieldIndex("plate_key");
    foldKey = schema.fieldIndex("fold_key");
    state = schema.fieldIndex("state");
    stateConfidence = schema.fieldIndex("state_confidence");
    confidence = schema.fieldIndex("confidence");
    candidates = schema.fieldIndex("candidates");
    make = schema.fieldIndex("make");
    model = schema.fieldIndex("model");
    color = schema.fieldIndex("color");
    body = schema.fieldIndex("body");
    direction = schema.fieldIndex("direction");
    lat = schema.fieldIndex("lat");
    lon = schema.fieldIndex("lon");
    imageRef = schema.fieldIndex("image_ref");
    deleteAfter = schema.fieldIndex("delete_after");
    date = schema.fieldIndex("date");
    cells[schema.fieldIndex("agency_id")] = text(agency);
    cells[schema.fieldIndex("landed_at")] = micros(recipe.landedAt());
    cells[schema.fieldIndex("source")] = text(recipe.feed().id());
    cells[schema.fieldIndex("batch_id")] = text(recipe.batchId());
    cells[schema.fieldIndex("purpose")] = text(recipe.feed().purpose());
  }

  /**
   * @param day UTC date of capture in days since 1970
   */
  UnsafeRow of(CanonicalRead read, Judgement judged, int day) {
    long key = PlateKey.pack(read.plate());
    cells[readId] = read.readId(agency);
    cells[cameraId] = text(read.cameraId());
    cells[capturedAt] = micros(read.capturedAt());
    cells[plate] = text(read.plate());
    cells[plateKey] = key;
    cells[foldKey] = classes.foldKey(key);
    cells[state] = text(read.state());
    cells[stateConfidence] = read.stateConfidence();
    cells[confidence] = read.confidence();
    cells[candidates] = candidates(read.candidates());
    cells[make] = text(read.make());
    cells[model] = text(read.model());
    cells[color] = text(read.color());
    cells[body] = text(read.body());
    cells[direction] = read.direction();
    cells[lat] = judged.lat();
    cells[lon] = judged.lon();
    cells[imageRef] = text(read.imageRef());
    cells[deleteAfter] = judged.deleteAfter() == null ? null : micros(judged.deleteAfter());
    cells[date] = day;
    return projection.apply(row);
  }

  private static GenericArrayData candidates(List<Candidate> candidates) {
    Object[] structs = new Object[candidates.size()];
    for (int i = 0; i < structs.length; i++) {
      Candidate candidate = candidates.get(i);
      structs[i] =
          new GenericInternalRow(new Object[] {text(candidate.plate()), candidate.confidence()});
    }
    return new GenericArrayData(structs);
  }
}
