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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of {@code reads}, in the columns of {@link #READ} and sorted by agency, date and camera, to
 * those of {@code passes} that reads and policy decide. One camera's date is in memory at a time.
 */
final class PassRows implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final List<String> READ =
      List.of(
          "agency_id",
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

  private static final int AGENCY = READ.indexOf("agency_id");
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
              + " delete_after timestamp, agency_id string, policy_version string, date date");

  private final HashMap<String, PassPolicy> policies;
  private final ParkedRule standing;

  /**
   * @param policies by agency, of every agency that has reads
   */
  PassRows(Map<String, PassPolicy> policies, ParkedRule standing) {
    this.policies = new HashMap<>(policies);
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
        String agency = next.getString(AGENCY);
        Date date = next.getDate(DATE);
        String camera = next.getString(CAMERA);
        List<PassRead> day = new ArrayList<>();
        while (next != null
            && next.getString(CAMERA).equals(camera)
            && next.getDate(DATE).equals(date)
            && next.getString(AGENCY).equals(agency)) {
          day.add(sighting(next));
          next = reads.hasNext() ? reads.next() : null;
        }
        PassPolicy policy = policies.get(agency);
        return CameraDay.passes(day, PassRule.of(policy.classes()), standing).stream()
            .map(pass -> row(pass, camera, date, agency, policy))
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

  private static Row row(
      VehiclePass pass, String camera, Date date, String agency, PassPolicy policy) {
    return RowFactory.create(
        pass.id(),
        camera,
        Timestamp.from(pass.firstAt()),
        Timestamp.from(pass.lastAt()),
        PlateKey.unpack(pass.plateKey()),
        pass.plateKey(),
        policy.classes().foldKey(pass.plateKey()),
        pass.state().orElse(null),
        (long) pass.reads().size(),
        pass.readsOfPlate(),
        pass.reads().stream().map(PassRead::readId).toArray(Long[]::new),
        pass.agreement(),
        pass.standing().map(ParkedSign::name).orElse(null),
        timestamp(pass.deleteAfter().orElse(null)),
        agency,
        policy.version(),
        date);
  }

  private static Timestamp timestamp(Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
