package io.platelake.app.report;

import io.platelake.app.ledger.access.IncidentLedger.Incident;
import io.platelake.app.report.ReportItem.Content;
import io.platelake.app.report.ReportTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Item on unauthorised access, breaches and attempts, and on queries that were turned away. */
final class IncidentItem {
  private static final String SOURCE = "incidents";
  private static final Map<String, String> STATUSES =
      new java.util.TreeMap<>(
          Map.of("known", "Known incidents", "suspected", "Suspected incidents"));

  private IncidentItem() {}

  /**
   * @param ever whether the agency has recorded an incident, of whatever year
   * @param incidents those of the year, by time
   * @param denied accesses by kind and by where the user is from, {@code own} or {@code outside}
   */
  static Content of(boolean ever, List<Incident> incidents, LedgerCounts denied) {
    List<Figure> figures = new ArrayList<>();
    STATUSES.forEach(
        (status, label) ->
            figures.add(
                ever
                    ? Figure.counted(
                        status + "_incidents",
                        label,
                        incidents.stream().filter(i -> i.status().equals(status)).count(),
                        SOURCE)
                    : Figure.without(status + "_incidents", label, FigureStatus.NO_DATA, SOURCE)));
    for (String from : List.of("own", "outside")) {
      figures.add(
          denied.figureAt(
              "denied_accesses",
              "Accesses that were denied, by users from",
              Map.of("users", from),
              "denied",
              from));
    }
    return new Content(
        null, figures, incidents.isEmpty() ? List.of() : List.of(listing(incidents)));
  }

  private static ReportTable listing(List<Incident> incidents) {
    return new ReportTable(
        "incidents",
        "Incidents in the year",
        SOURCE,
        1,
        List.of(
            new Column("incident_id", "Incident"),
            new Column("occurred_at", "When"),
            new Column("kind", "Kind"),
            new Column("status", "Known or suspected"),
            new Column("summary", "What happened")),
        incidents.stream()
            .map(i -> Arrays.<Object>asList(i.id(), i.at(), i.kind(), i.status(), i.summary()))
            .toList());
  }
}
