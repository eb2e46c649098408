package io.platelake.app.land.rows;

import static io.platelake.app.land.rows.FateRows.text;

import io.platelake.app.ledger.site.CandidateStruct;
import io.platelake.core.feed.Candidate;
import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ReadIdentity;
import io.platelake.core.land.Judgement;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;

/** A row of {@code reads}, made again and again for one read after the other. */
final class ReadRowWriter {
  private final OcrClasses classes;
  private final PartitionedRowWriter row;
  private final int plate;
  private final int plateRaw;
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

  ReadRowWriter(FateRows.Recipe recipe) {
    this.classes = recipe.classes();
    this.row = new PartitionedRowWriter(recipe, recipe.reads());
    plate = row.index("plate");
    plateRaw = row.index("plate_raw");
    plateKey = row.index("plate_key");
    foldKey = row.index("fold_key");
    state = row.index("state");
    stateConfidence = row.index("state_confidence");
    confidence = row.index("confidence");
    candidates = row.index("candidates");
    make = row.index("make");
    model = row.index("model");
    color = row.index("color");
    body = row.index("body");
    direction = row.index("direction");
    lat = row.index("lat");
    lon = row.index("lon");
    imageRef = row.index("image_ref");
    row.set(row.index("source"), text(recipe.feed().id()));
  }

  /**
   * @param day UTC date of capture in days since 1970
   */
  UnsafeRow of(CanonicalRead read, ReadIdentity id, Judgement.Kept judged, int day) {
    long key = PlateKey.pack(read.plate());
    row.set(plate, text(read.plate()));
    boolean same = read.plateRaw().equals(read.plate());
    row.set(plateRaw, same ? null : text(read.plateRaw()));
    row.set(plateKey, key);
    row.set(foldKey, classes.foldKey(key));
    row.set(state, text(read.state()));
    row.set(stateConfidence, read.stateConfidence());
    row.set(confidence, read.confidence());
    row.set(candidates, candidates(read.candidates()));
    row.set(make, text(read.make()));
    row.set(model, text(read.model()));
    row.set(color, text(read.color()));
    row.set(body, text(read.body()));
    row.set(direction, read.direction());
    row.set(lat, judged.lat());
    row.set(lon, judged.lon());
    row.set(imageRef, text(read.imageRef()));
    return row.of(read, id, judged.deleteAfter(), day);
  }

  private static GenericArrayData candidates(List<Candidate> candidates) {
    Object[] structs = new Object[candidates.size()];
    for (int i = 0; i < structs.length; i++) {
      Candidate candidate = candidates.get(i);
      Object[] cells = new Object[CandidateStruct.SIZE];
      cells[CandidateStruct.PLATE] = text(candidate.plate());
      cells[CandidateStruct.CONFIDENCE] = candidate.confidence();
      structs[i] = new GenericInternalRow(cells);
    }
    return new GenericArrayData(structs);
  }
}
