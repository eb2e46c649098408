package io.platelake.app.report;

import io.platelake.app.report.ReportItem.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Item on reads, searches, hits and alerts. */
final class VolumeItem {
  /** Metric of the daily facts and label, in the order of the report. */
  static final Map<String, String> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("reads_kept", "Reads kept");
    METRICS.put("excluded", "Reads not collected, at protected places");
    METRICS.put("hits", "Hits");
    METRICS.put("alerts", "Alerts");
  }

  private VolumeItem() {}

  /**
   * @param facts sums of daily facts, by metric and month
   * @param daysWithFacts days with facts, by month
   * @param accesses accesses, by kind
   */
  static Content of(
      ReportYear year, LedgerCounts facts, LedgerCounts daysWithFacts, LedgerCounts accesses) {
    List<Figure> figures = new ArrayList<>();
    METRICS.forEach((metric, label) -> figures.add(facts.figure(metric, label, metric)));
    figures.add(2, accesses.figure("searches", "Searches", "search"));
    for (String month : year.months()) {
      boolean covered = daysWithFacts.sum(month) > 0;
      METRICS.forEach(
          (metric, label) -> {
            Map<String, String> dimension = Map.of("month", month);
            figures.add(
                covered
                    ? facts.figureAt(metric, label, dimension, metric, month)
                    : new Figure(
                        metric, label, dimension, null, FigureStatus.NO_DATA, facts.source()));
          });
    }
    return new Content(
        "A hit is a read that agrees with an entry of a hot list; an alert is a hit that the policy"
            + " lets officers see. Reads at protected places are counted and never stored.",
        figures,
        List.of());
  }
}
