package io.platelake.core.match.score;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of each camera model's confusions, and of all together. A model with few pairs, or
 * none, falls back on all: their matrix is its prior. Grows by learning; not for several threads.
 */
public final class CameraConfusions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, ConfusionCounts> byModel = new TreeMap<>();

  /** As {@link ConfusionCounts#learn}; a null model counts for all together only. */
  public boolean learn(String model, long readKey, long trueKey) {
    return counts(model).learn(readKey, trueKey);
  }

  /** Takes over counts, for example those stored by an earlier run. */
  public void add(String model, ConfusionCounts counts) {
    counts(model).add(counts);
  }

  /** Takes over what others learned. */
  public void add(CameraConfusions other) {
    other.byModel.forEach(this::add);
  }

  /** The counts by model, blank for reads of unknown models. */
  public Map<String, ConfusionCounts> counts() {
    return Map.copyOf(byModel);
  }

  /** The matrix of one model; its {@link ConfusionMatrix#support()} is the model's own. */
  public ConfusionMatrix matrix(String model) {
    ConfusionMatrix all = matrix();
    ConfusionCounts own = model == null ? null : byModel.get(model);
    return own == null ? all : ConfusionMatrix.of(own, all);
  }

  /** The matrix of all models together. */
  public ConfusionMatrix matrix() {
    ConfusionCounts all = new ConfusionCounts();
    byModel.values().forEach(all::add);
    return ConfusionMatrix.of(all, ConfusionMatrix.PRIOR);
  }

  private ConfusionCounts counts(String model) {
    return byModel.computeIfAbsent(model == null ? "" : model, m -> new ConfusionCounts());
  }
}
