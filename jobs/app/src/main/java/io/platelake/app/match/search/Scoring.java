package io.platelake.app.match.search;

import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.match.score.HitScorer;
import io.platelake.core.match.score.PassingTraffic;
import io.platelake.core.match.score.Score;
import io.platelake.core.plate.PlatePattern;
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
   */
  Scoring(Map<String, String> models, ConfusionHistory learned) {
    this.models = new HashMap<>(models);
    all = learned.scorer(null, PassingTraffic.DEFAULT);
    models.values().stream()
        .distinct()
        .forEach(model -> byModel.put(model, learned.scorer(model, PassingTraffic.DEFAULT)));
  }

  Score score(
      String camera,
      long readKey,
      long entryKey,
      boolean letterOAsZero,
      StateVerdict state,
      VehicleVerdict vehicle,
      boolean offered) {
    return scorer(camera).score(readKey, entryKey, letterOAsZero, state, vehicle, offered);
  }

  Score partial(
      String camera,
      long readKey,
      PlatePattern pattern,
      StateVerdict state,
      VehicleVerdict vehicle) {
    return scorer(camera).partial(readKey, pattern, state, vehicle);
  }

  private HitScorer scorer(String camera) {
    String model = models.get(camera);
    return model == null ? all : byModel.get(model);
  }
}
