package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a screen found.
 *
 * @param searches searches of people
 * @param alertDriven look-ups that alerts drove, counted apart
 * @param labelled searches with a label
 * @param findings by detector and time
 * @param counts of each detector of the policy, in their order
 */
public record ScreenResult(
    long searches,
    long alertDriven,
    long labelled,
    List<ScreenFinding> findings,
    List<DetectorCount> counts) {
  public ScreenResult {
    findings = List.copyOf(findings);
    counts = List.copyOf(counts);
  }

  /** Every label of each search that has one. */
  public Map<String, Set<Detector>> labels() {
    Map<String, Set<Detector>> labels = new TreeMap<>();
    findings.forEach(
        finding ->
            finding
                .searches()
                .forEach(
                    id ->
                        labels
                            .computeIfAbsent(id, k -> EnumSet.noneOf(Detector.class))
                            .add(finding.detector())));
    return labels;
  }
}
