package io.platelake.app.alert;

import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.core.match.score.ConfusionCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the readers of one camera model err, of all adjudicated plates of a lake. Plates that
 * were misread beyond every entry's neighbourhood never became a hit, so the rate is a lower bound.
 *
 * @param model maker and model; empty for cameras without a known model
 * @param plates plates learned from
 * @param characters their true characters
 * @param errors characters read as another, lost, or read where there was none
 */
record ModelRates(String model, long plates, long characters, long errors) {

  /** By model; misread hits alone teach no characters and make no line. */
  static List<ModelRates> of(ConfusionHistory learned) {
    return new TreeMap<>(learned.confusions().counts())
        .entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static ModelRates of(String model, ConfusionCounts counts) {
    return new ModelRates(model, counts.pairs(), counts.characters(), counts.errors());
  }

  Map<String, Object> values() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("camera_model", model.isEmpty() ? null : model);
    value.put("plates", plates);
    value.put("characters", characters);
    value.put("errors", errors);
    return value;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s: of %,d characters on %,d adjudicated plates %.2f %% were misread, lost or added.",
        model.isEmpty() ? "cameras of unknown model" : "camera model " + model,
        characters,
        plates,
        100.0 * errors / characters);
  }
}
