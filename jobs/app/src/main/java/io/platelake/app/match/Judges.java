package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.platelake.core.match.AlertRule;
import io.platelake.core.match.PlateTier;
import io.platelake.core.match.StateVerdict;
import io.platelake.core.match.VehicleTraits;
import io.platelake.core.match.VehicleVerdict;
import io.platelake.core.match.score.Score;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.api.java.UDF8;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rules of {@code core}, as columns over a candidate pair: a read {@code r} and an entry {@code
 * e}. Nothing is decided here; plates come as packed numbers, never as text.
 */
final class Judges {
  private static final StructType SCORE =
      StructType.fromDDL(
          "probability double, plate double, state double, vehicle double, support bigint");

  private Judges() {}

  /** {@link StateVerdict} of the pair by name. */
  static Column state() {
    UDF2<String, String, String> judge = (read, entry) -> StateVerdict.judge(read, entry).name();
    return udf(judge, DataTypes.StringType).apply(col("r.state"), col("e.state"));
  }

  /** {@link VehicleVerdict} of the pair by name. */
  static Column vehicle() {
    UDF8<String, String, String, String, String, String, String, String, String> judge =
        (make, model, color, body, wantedMake, wantedModel, wantedColor, wantedBody) ->
            VehicleVerdict.judge(
                    new VehicleTraits(make, model, color, body),
                    new VehicleTraits(wantedMake, wantedModel, wantedColor, wantedBody))
                .name();
    return udf(judge, DataTypes.StringType)
        .apply(
            col("r.make"),
            col("r.model"),
            col("r.color"),
            col("r.body"),
            col("e.make"),
            col("e.model"),
            col("e.color"),
            col("e.body"));
  }

  /** {@link io.platelake.core.match.AlertReason} of a judged pair by name. */
  static Column alertReason(AlertRule rule, String purpose) {
    UDF5<String, String, String, String, String, String> judge =
        (category, offenceClass, tier, state, vehicle) ->
            rule.decide(
                    category,
                    offenceClass,
                    PlateTier.valueOf(tier),
                    StateVerdict.valueOf(state),
                    VehicleVerdict.valueOf(vehicle),
                    purpose)
                .reasonCode();
    return udf(judge, DataTypes.StringType)
        .apply(
            col("e.category"),
            col("e.offence_class"),
            col("tier"),
            col("state_verdict"),
            col("vehicle_verdict"));
  }

  /** {@link Score} of a judged pair. */
  static Column score(Scoring scoring) {
    UDF6<String, Long, Long, Boolean, String, String, Row> judge =
        (camera, read, entry, letterOAsZero, state, vehicle) -> {
          Score score =
              scoring.score(
                  camera,
                  read,
                  entry,
                  letterOAsZero,
                  StateVerdict.valueOf(state),
                  VehicleVerdict.valueOf(vehicle));
          return RowFactory.create(
              score.probability(), score.plate(), score.state(), score.vehicle(), score.support());
        };
    return udf(judge, SCORE)
        .apply(
            col("r.camera_id"),
            col("r.plate_key"),
            col("e.plate_key"),
            col("e.letter_o_as_zero"),
            col("state_verdict"),
            col("vehicle_verdict"));
  }
}
