package io.platelake.app.pass;

import io.platelake.app.ledger.site.CandidateStruct;
import io.platelake.core.pass.CameraDay;
import io.platelake.core.pass.ParkedRule;
import io.platelake.core.pass.ParkedSign;
import io.platelake.core.pass.PassRead;
import io.platelake.core.pass.PassRule;
import io.platelake.core.pass.Reading;
import io.platelake.core.pass.VehiclePass;
import io.platelake.core.plate.PlateKey;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of {@code reads}, in the columns of {@link #READ} and sorted by date and camera, to those of
 * {@code passes} that only the reads decide. One camera's date is in memory at a time.
 */
final class PassRows implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final List<String> READ =
      List.of(
          "date",
          "camera_id",
          "read_id",
          "captured_at",
          "plate_key",
          "confidence",
          "candidates",
          "state",
          "state_confidence",
          "delete_after");

  private static final int DATE = READ.indexOf("date");
  private static final int CAMERA = READ.indexOf("camera_id");
  private static final int READ_ID = READ.indexOf("read_id");
  private static final int CAPTURED_AT = READ.indexOf("captured_at");
  private static final int PLATE_KEY = READ.indexOf("plate_key");
  private static final int CONFIDENCE = READ.indexOf("confidence");
  private static final int CANDIDATES = READ.indexOf("candidates");
  private static final int STATE = READ.indexOf("state");
  private static final int STATE_CONFIDENCE = READ.indexOf("state_confidence");
  private static final int DELETE_AFTER = READ.indexOf("delete_after");

  static final StructType SCHEMA =
      StructType.fromDDL(
          "pass_id bigint, camera_id string, captured_at timestamp, last_at timestamp, plate string,"
              + " plate_key bigint, fold_key bigint, state string, reads bigint,"
              + " reads_of_plate bigint, read_ids array<bigint>, agreement double, standing string,"
              + " delete_after timestamp, date date");

  private final PassRule rule;
  private final ParkedRule standing;

  PassRows(PassRule rule, ParkedRule standing) {
    this.rule = rule;
    this.standing = standing;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> reads) {
    return new Iterator<>() {
      private Row next = reads.hasNext() ? reads.next() : null;
      private Iterator<Row> passes = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        // A camera's date has at least one read, so at least one pass.
        return passes.hasNext() || next != null;
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (!passes.hasNext()) {
          passes = cameraDay();
        }
        return passes.next();
      }

      private Iterator<Row> cameraDay() {
        Date date = next.getDate(DATE);
        String camera = next.getString(CAMERA);
        List<PassRead> day = new ArrayList<>();
        while (next != null
            && next.getDate(DATE).equals(date)
            && next.getString(CAMERA).equals(camera)) {
          day.add(sighting(next));
          next = reads.hasNext() ? reads.next() : null;
        }
        return CameraDay.passes(day, rule, standing).stream()
            .map(pass -> row(pass, camera, date))
            .iterator();
      }
    };
  }

  private static PassRead sighting(Row row) {
    return new PassRead(
        row.getLong(READ_ID),
        row.getTimestamp(CAPTURED_AT).toInstant(),
        new Reading(row.getLong(PLATE_KEY), number(row, CONFIDENCE)),
        candidates(row),
        row.getString(STATE),
        number(row, STATE_CONFIDENCE),
        row.isNullAt(DELETE_AFTER) ? null : row.getTimestamp(DELETE_AFTER).toInstant());
  }

  private static List<Reading> candidates(Row row) {
    if (row.isNullAt(CANDIDATES)) {
      return List.of();
    }
    List<Reading> readings = new ArrayList<>();
    for (Row candidate : row.<Row>getList(CANDIDATES)) {
      readings.add(
          new Reading(
              PlateKey.pack(candidate.getString(CandidateStruct.PLATE)),
              number(candidate, CandidateStruct.CONFIDENCE)));
    }
    return readings;
  }

  private static Double number(Row row, int column) {
    return row.isNullAt(column) ? null : row.getDouble(column);
  }

  private Row row(VehiclePass pass, String camera, Date date) {
    return RowFactory.create(
        pass.id(),
        camera,
        Timestamp.from(pass.firstAt()),
        Timestamp.from(pass.lastAt()),
        PlateKey.unpack(pass.plateKey()),
        pass.plateKey(),
        rule.classes().foldKey(pass.plateKey()),
        pass.state().orElse(null),
        (long) pass.reads().size(),
        pass.readsOfPlate(),
        pass.reads().stream().map(PassRead::readId).toArray(Long[]::new),
        pass.agreement(),
        pass.standing().map(ParkedSign::name).orElse(null),
        timestamp(pass.deleteAfter().orElse(null)),
        date);
  }

  private static Timestamp timestamp(Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
