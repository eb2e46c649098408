package io.platelake.app.audit.screen;

import io.platelake.app.publish.PublishedCsv;
import io.platelake.core.detect.DetectorCount;
import io.platelake.core.detect.ScreenFinding;
import io.platelake.core.detect.ScreenResult;
import java.util.Arrays;
import java.util.List;

/** The files of a screen: findings to review, and what each detector did. */
final class FindingsCsv {
  private FindingsCsv() {}

  /** One line a finding; the last three columns are for the reviewer. */
  static byte[] findings(ScreenResult result) {
    return PublishedCsv.bytes(
        List.of(
            "item",
            "detector",
            "finds",
            "measure",
            "account",
            "first_at",
            "last_at",
            "searches",
            "authority",
            "outcome",
            "error",
            "note"),
        result.findings().stream().map(FindingsCsv::line).toList());
  }

  private static List<String> line(ScreenFinding finding) {
    return Arrays.asList(
        finding.id(),
        finding.detector().label(),
        finding.detector().finds(),
        Long.toString(finding.measure()),
        finding.account().orElse(null),
        finding.from().toString(),
        finding.to().toString(),
        String.join(" ", finding.searches()),
        finding.authority().toString(),
        null,
        null,
        null);
  }

  /** One line a detector of the policy. */
  static byte[] detectors(List<DetectorLine> detectors) {
    return PublishedCsv.bytes(
        List.of(
            "detector",
            "judged",
            "unseen",
            "candidates",
            "first_matches",
            "alert_driven",
            "findings",
            "reviewed",
            "false_alarms"),
        detectors.stream().map(FindingsCsv::line).toList());
  }

  private static List<String> line(DetectorLine line) {
    DetectorCount count = line.count();
    return Arrays.asList(
        count.detector().label(),
        Long.toString(count.judged()),
        Long.toString(count.unseen()),
        Long.toString(count.candidates()),
        Long.toString(count.firstMatches()),
        Long.toString(count.alertDriven()),
        Long.toString(count.findings()),
        Long.toString(line.reviewed()),
        Long.toString(line.falseAlarms()));
  }
}
