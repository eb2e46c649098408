package io.platelake.app.status;

import io.platelake.app.ledger.access.RecordedFacts;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.deadline.Deadline;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Annual reports: the next one, and a day that passed without a record of its publication. */
final class ReportItems {
  private static final String PUBLISHED = "report_published";

  private ReportItems() {}

  static List<StatusItem> of(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    List<StatusItem> items = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    for (PolicyInForce policy : policies.values()) {
      Optional<MonthDay> annual =
          policy.policy().reportRules().flatMap(r -> r.annual()).map(a -> a.due());
      if (annual.isEmpty()) {
        continue;
      }
      String subject = "annual report of " + policy.agency();
      LocalDate ofYear = annual.get().atYear(today.getYear());
      List<Deadline.Notice> notices = new RecordedFacts(lake, policy.agency(), asOf).notices();
      if (today.isAfter(ofYear) && !isPublished(notices, ofYear.getYear(), asOf)) {
        items.add(
            new StatusItem(
                StatusItem.State.OVERDUE,
                subject,
                "no publication by "
                    + ofYear
                    + " is on record: load a notice of kind "
                    + PUBLISHED
                    + " with the subject annual-"
                    + ofYear.getYear()));
      }
      items.add(
          new StatusItem(
              StatusItem.State.DUE,
              subject,
              "by "
                  + (ofYear.isBefore(today) ? annual.get().atYear(today.getYear() + 1) : ofYear)));
    }
    return items;
  }

  private static boolean isPublished(List<Deadline.Notice> notices, int year, Instant asOf) {
    return notices.stream()
        .anyMatch(
            n ->
                n.kind().equals(PUBLISHED)
                    && n.subject().equals("annual-" + year)
                    && !n.sentAt().isAfter(asOf));
  }
}
