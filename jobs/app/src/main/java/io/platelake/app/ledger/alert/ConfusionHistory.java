package io.platelake.app.ledger.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.match.score.Agreement;
import io.platelake.core.match.score.CameraConfusions;
import io.platelake.core.match.score.HitScorer;
import io.platelake.core.match.score.PassingTraffic;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * What adjudicated hits taught so far, over all agencies of a lake: readers are the same
 * everywhere.
 *
 * @param confusions what readers make of characters, by camera model
 * @param state of wanted vehicles
 * @param vehicleOfWanted vehicle, when it was the wanted one
 * @param vehicleOfOthers vehicle, when the plate was misread
 */
public record ConfusionHistory(
    CameraConfusions confusions,
    Agreement state,
    Agreement vehicleOfWanted,
    Agreement vehicleOfOthers) {

  /**
   * From {@code confusions}; what nothing was learned about rests on assumptions.
   *
   * @param asOf what was learned later does not count
   */
  public static ConfusionHistory of(Lake lake, Instant asOf) {
    CameraConfusions confusions = new CameraConfusions();
    Agreement state = Agreement.STATE_OF_WANTED;
    Agreement wanted = Agreement.VEHICLE_OF_WANTED;
    Agreement others = Agreement.VEHICLE_OF_OTHERS;
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.CONFUSIONS).where(col("learned_at").leq(Timestamp.from(asOf))))) {
      long plates = row.number("plates");
      if (plates > 0) {
        confusions.add(
            row.findText("camera_model").orElse(null),
            Characters.counts(plates, row.structs("characters")));
      }
      state = state.plus(row.number("state_agreed"), row.number("state_differed"));
      wanted = wanted.plus(row.number("vehicle_agreed"), row.number("vehicle_differed"));
      others = others.plus(row.number("others_agreed"), row.number("others_differed"));
    }
    return new ConfusionHistory(confusions, state, wanted, others);
  }

  /**
   * @param cameraModel model of the camera; null when unknown
   */
  public HitScorer scorer(String cameraModel, PassingTraffic traffic) {
    return new HitScorer(
        confusions.matrix(cameraModel), traffic, state, vehicleOfWanted, vehicleOfOthers);
  }
}
