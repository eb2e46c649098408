package io.platelake.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One line of what {@code WORK=quality} writes.
 *
 * @param work {@code quality}
 * @param entries entries of the list
 * @param reads reads with a plate
 * @param tier how plates agree
 * @param evidence {@code plate}: all pairs whose plates agree, scored by the plate alone; {@code
 *     all}: alerts under the policy, after state, vehicle and what else speaks for a near plate
 * @param leastScore score that counts at least
 * @param alertsPerMillion of these, per million reads
 * @param falseAlertsPerMillion of these, about another vehicle
 * @param recall share of the planted reads of the tier that is among them; NaN without one
 */
@JsonPropertyOrder({
  "work",
  "entries",
  "reads",
  "tier",
  "evidence",
  "least_score",
  "alerts_per_million",
  "false_alerts_per_million",
  "recall"
})
record QualityFigure(
    String work,
    long entries,
    long reads,
    String tier,
    String evidence,
    @JsonProperty("least_score") double leastScore,
    @JsonProperty("alerts_per_million") double alertsPerMillion,
    @JsonProperty("false_alerts_per_million") double falseAlertsPerMillion,
    double recall) {

  static QualityFigure of(
      long entries,
      long reads,
      String tier,
      String evidence,
      Thresholds counts,
      int least,
      long planted) {
    return new QualityFigure(
        "quality",
        entries,
        reads,
        tier,
        evidence,
        Thresholds.LEAST[least],
        1e6 * (counts.right(least) + counts.wrong(least)) / reads,
        1e6 * counts.wrong(least) / reads,
        (double) counts.right(least) / planted);
  }
}
