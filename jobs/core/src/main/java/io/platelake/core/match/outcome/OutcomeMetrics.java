package io.platelake.core.match.outcome;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What adjudicated alerts add up to, by the metric names of {@code daily_facts}. */
public final class OutcomeMetrics {
  /** What the name of a metric of false alerts begins with; the cause follows. */
  public static final String FALSE = "false_";

  private OutcomeMetrics() {}

  /** Counts of one date and list; what is zero is left out, as everywhere in the facts. */
  public static Map<String, Long> of(List<Adjudication> alerts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Adjudication a : alerts) {
      if (a.verdict().isPresent()) {
        counts.merge("adjudicated", 1L, Long::sum);
        String metric =
            a.cause().map(c -> FALSE + c.name().toLowerCase(Locale.ROOT)).orElse("confirmed");
        counts.merge(metric, 1L, Long::sum);
      }
      if (a.verified()) {
        counts.merge("verified", 1L, Long::sum);
      }
      if (a.stoppedUnverified()) {
        counts.merge("stops_unverified", 1L, Long::sum);
      }
    }
    AlertRates.median(
            alerts.stream().map(Adjudication::toVerify).flatMap(Optional::stream).toList())
        .map(Duration::toSeconds)
        .ifPresent(seconds -> counts.put("seconds_to_verify_median", seconds));
    return counts;
  }
}
