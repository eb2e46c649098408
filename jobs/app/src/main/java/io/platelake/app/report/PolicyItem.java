package io.platelake.app.report;

import io.platelake.app.ledger.policy.PolicyVersion;
import io.platelake.app.report.ReportItem.Content;
import io.platelake.app.report.ReportTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Item on changes of the policy. */
final class PolicyItem {
  private static final String SOURCE = "policy_versions";

  private PolicyItem() {}

  /**
   * @param versions every version up to the now of the report, the earliest first
   */
  static Content of(ReportYear year, List<PolicyVersion> versions) {
    List<List<Object>> rows = new ArrayList<>();
    Map<String, Long> byHead = new TreeMap<>();
    long changes = 0;
    for (int i = 0; i < versions.size(); i++) {
      PolicyVersion version = versions.get(i);
      if (!year.has(version.effectiveFrom())) {
        continue;
      }
      List<String> heads = i == 0 ? List.of() : version.changesSince(versions.get(i - 1));
      changes += i == 0 ? 0 : 1;
      heads.forEach(h -> byHead.merge(h, 1L, Long::sum));
      rows.add(
          Arrays.asList(
              version.effectiveFrom(),
              version.version(),
              i == 0 ? null : versions.get(i - 1).version(),
              i == 0 ? "initial adoption" : String.join(", ", heads),
              version.emergency()));
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.counted("policy_changes", "Policy changes", changes, SOURCE));
    for (String head : PolicyVersion.HEADS) {
      figures.add(
          new Figure(
              "policy_changes_by_head",
              "Policy changes by subject",
              Map.of("head", head),
              byHead.getOrDefault(head, 0L),
              FigureStatus.OK,
              SOURCE));
    }
    return new Content(
        "The first adoption of a policy is listed and is not a change. One change can concern"
            + " several heads.",
        figures,
        rows.isEmpty() ? List.of() : List.of(listing(rows)));
  }

  private static ReportTable listing(List<List<Object>> rows) {
    return new ReportTable(
        "policy_versions",
        "Versions of the policy that took effect in the year",
        SOURCE,
        2,
        List.of(
            new Column("effective_from", "In force from"),
            new Column("version", "Version"),
            new Column("replaces", "Replaces"),
            new Column("concerns", "Concerns"),
            new Column("emergency", "In force without notice, because")),
        rows);
  }
}
