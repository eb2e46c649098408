package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;
import java.util.ArrayList;
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

  /**
   * With the findings of an event log, which no search has. They carry no label of a search.
   *
   * @param judged changes of sharing that the event log shows whole
   * @param unseen changes of which it shows too little
   */
  public ScreenResult withSharing(List<ScreenFinding> found, long judged, long unseen) {
    List<ScreenFinding> all = new ArrayList<>(findings);
    all.addAll(found);
    List<DetectorCount> counted =
        counts.stream()
            .map(
                count ->
                    count.detector() == Detector.CHANGED_SHARING
                        ? new DetectorCount(
                            Detector.CHANGED_SHARING,
                            judged,
                            unseen,
                            found.size(),
                            found.size(),
                            0,
                            found.size())
                        : count)
            .toList();
    return new ScreenResult(searches, alertDriven, labelled, all, counted);
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
