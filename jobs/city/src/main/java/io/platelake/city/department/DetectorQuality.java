package io.platelake.city.department;

import io.platelake.core.detect.ScreenFinding;
import io.platelake.core.detect.ScreenResult;
import io.platelake.core.policy.governance.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well one detector did over a year whose truth is known. Of a detector of single searches each
 * search counts; of one of groups each finding and each planted episode does.
 *
 * @param planted searches or episodes that are truly wrong
 * @param found of these, how many a finding names
 * @param findings findings, right or wrong
 * @param falseAlarms findings about nothing that is wrong in this way
 * @param searches searches of people in the log
 */
public record DetectorQuality(
    Detector detector, long planted, long found, long findings, long falseAlarms, long searches) {
  private static final double TEN_THOUSAND = 10_000;

  /** The quality of each detector that the policy switches on and the year holds misuse for. */
  public static List<DetectorQuality> of(GeneratedYear year, ScreenResult result) {
    List<DetectorQuality> all = new ArrayList<>();
    result
        .counts()
        .forEach(
            count -> {
              DetectorQuality quality = of(count.detector(), year, result);
              if (quality.planted > 0) {
                all.add(quality);
              }
            });
    return all;
  }

  private static DetectorQuality of(Detector detector, GeneratedYear year, ScreenResult result) {
    List<ScreenFinding> findings =
        result.findings().stream().filter(f -> f.detector() == detector).toList();
    long wrong =
        findings.stream()
            .filter(f -> f.searches().stream().noneMatch(id -> isTrue(year, id, detector)))
            .count();
    List<Set<String>> episodes = year.episodes().get(detector);
    if (episodes == null) {
      episodes =
          year.truth().entrySet().stream()
              .filter(e -> e.getValue().contains(detector))
              .map(e -> Set.of(e.getKey()))
              .toList();
    }
    Map<String, Set<Detector>> labels = result.labels();
    long found =
        episodes.stream()
            .filter(
                ids ->
                    ids.stream()
                        .anyMatch(id -> labels.getOrDefault(id, Set.of()).contains(detector)))
            .count();
    return new DetectorQuality(
        detector, episodes.size(), found, findings.size(), wrong, result.searches());
  }

  private static boolean isTrue(GeneratedYear year, String id, Detector detector) {
    return year.truth().getOrDefault(id, Set.of()).contains(detector);
  }

  /** Share of findings that are right; 1 without findings. */
  public double precision() {
    return findings == 0 ? 1 : (double) (findings - falseAlarms) / findings;
  }

  /** Share of what was planted that was found. */
  public double recall() {
    return planted == 0 ? 1 : (double) found / planted;
  }

  /** False alarms in 10,000 searches. */
  public double falseAlarmsPerTenThousand() {
    return TEN_THOUSAND * falseAlarms / searches;
  }
}
