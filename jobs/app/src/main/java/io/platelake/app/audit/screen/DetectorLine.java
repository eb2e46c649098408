package io.platelake.app.audit.screen;

import io.platelake.app.ledger.audit.ReviewLedger;
import io.platelake.core.audit.ReviewOutcome;
import io.platelake.core.detect.DetectorCount;
import io.platelake.core.detect.ScreenResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a detector did in a screen, beside what reviews of all its findings so far say about it.
 *
 * @param reviewed findings that somebody reviewed
 * @param falseAlarms of these, false alarms
 */
public record DetectorLine(DetectorCount count, long reviewed, long falseAlarms) {

  /** The lines of a screen, in the order of the detectors. */
  public static List<DetectorLine> of(ScreenResult result, List<ReviewLedger.Review> reviews) {
    Map<String, List<ReviewLedger.Review>> byDetector =
        reviews.stream()
            .filter(r -> r.detector().isPresent())
            .collect(Collectors.groupingBy(r -> r.detector().get()));
    return result.counts().stream()
        .map(
            count -> {
              List<ReviewLedger.Review> own =
                  byDetector.getOrDefault(count.detector().label(), List.of());
              return new DetectorLine(
                  count,
                  own.size(),
                  own.stream().filter(r -> r.outcome() == ReviewOutcome.FALSE_ALARM).count());
            })
        .toList();
  }

  /** For people. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-24s %,7d findings, %,7d searches of %,d it could judge%s%s",
        count.detector().label(),
        count.findings(),
        count.candidates(),
        count.judged(),
        count.unseen() > 0 ? String.format(Locale.ROOT, " (%,d it could not)", count.unseen()) : "",
        reviewed == 0
            ? ""
            : String.format(
                Locale.ROOT, "; %,d of %,d reviewed were false alarms", falseAlarms, reviewed));
  }
}
