package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a screen found.
 *
 * @param searches searches of people
 * @param alertDriven look-ups that alerts drove, counted apart
 * @param findings by detector and time
 * @param counts of each detector of the policy, in their order
 * @param labels every label of each search that has one
 */
public record ScreenResult(
    long searches,
    long alertDriven,
    List<ScreenFinding> findings,
    List<DetectorCount> counts,
    Map<String, Set<Detector>> labels) {
  public ScreenResult {
    findings = List.copyOf(findings);
    counts = List.copyOf(counts);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** Searches with a label. */
  public long labelled() {
    return labels.size();
  }
}
