package io.platelake.core.match.score;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of each camera model's confusions, and of all together. The others' matrix is the
 * prior of a model's, and published rates are theirs: a model with few pairs, or none, falls back
 * on the others, and no pair counts twice. Grows by learning; not for several threads.
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

  /**
   * The matrix of one model; its {@link ConfusionMatrix#ownSupport()} is the model's own.
   *
   * @param model null when unknown, which is as good as unheard of
   */
  public ConfusionMatrix matrix(String model) {
    ConfusionCounts own = model == null ? null : byModel.get(model);
    ConfusionCounts others = new ConfusionCounts();
    byModel.values().stream().filter(counts -> counts != own).forEach(others::add);
    return ConfusionMatrix.of(
        own == null ? new ConfusionCounts() : own,
        ConfusionMatrix.of(others, ConfusionMatrix.PRIOR));
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
