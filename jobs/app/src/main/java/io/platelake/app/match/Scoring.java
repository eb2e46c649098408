package io.platelake.app.match;

import io.platelake.core.match.StateVerdict;
import io.platelake.core.match.VehicleVerdict;
import io.platelake.core.match.score.Agreement;
import io.platelake.core.match.score.CameraConfusions;
import io.platelake.core.match.score.HitScorer;
import io.platelake.core.match.score.Score;
import io.platelake.core.match.score.Traffic;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Scores hits by what is known of the model of each camera; of none, by what is known of all. */
final class Scoring implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, HitScorer> byModel = new HashMap<>();
  private final HashMap<String, String> models;
  private final HitScorer all;

  /**
   * @param models model of each camera, as far as the registry has it
   * @param confusions learned from adjudicated hits
   */
  Scoring(
      Map<String, String> models,
      CameraConfusions confusions,
      Agreement state,
      Agreement vehicleOfWanted,
      Agreement vehicleOfOthers) {
    this.models = new HashMap<>(models);
    all =
        new HitScorer(
            confusions.matrix(), Traffic.DEFAULT, state, vehicleOfWanted, vehicleOfOthers);
    models.values().stream()
        .distinct()
        .forEach(
            model ->
                byModel.put(
                    model,
                    new HitScorer(
                        confusions.matrix(model),
                        Traffic.DEFAULT,
                        state,
                        vehicleOfWanted,
                        vehicleOfOthers)));
  }

  /** By published rates and assumptions alone. */
  static Scoring unlearned() {
    return new Scoring(
        Map.of(),
        new CameraConfusions(),
        Agreement.STATE_OF_WANTED,
        Agreement.VEHICLE_OF_WANTED,
        Agreement.VEHICLE_OF_OTHERS);
  }

  Score score(
      String camera,
      long readKey,
      long entryKey,
      boolean letterOAsZero,
      StateVerdict state,
      VehicleVerdict vehicle) {
    String model = models.get(camera);
    HitScorer scorer = model == null ? all : byModel.get(model);
    return scorer.score(readKey, entryKey, letterOAsZero, state, vehicle);
  }
}
