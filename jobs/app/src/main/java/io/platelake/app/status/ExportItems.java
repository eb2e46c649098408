package io.platelake.app.status;

import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.TrackedExport;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareLedger;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What left the lake and should be gone, and requests that somebody has to decide on. */
final class ExportItems {
  private ExportItems() {}

  static List<StatusItem> of(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    List<StatusItem> items = new ArrayList<>();
    for (TrackedExport tracked : ExportLedger.all(lake, asOf)) {
      Export export = tracked.export();
      String subject = "export " + export.id() + " of " + export.agency();
      String day = export.destroyOn().map(Object::toString).orElse("");
      if (tracked.isLate(asOf)) {
        items.add(
            new StatusItem(
                StatusItem.State.VIOLATED,
                subject,
                "had to be destroyed on " + day + ": run platelake export destroy"));
      } else if (tracked.isDue(asOf)) {
        items.add(new StatusItem(StatusItem.State.DUE, subject, "to be destroyed on " + day));
      }
      if (tracked.awaitsConfirmation(asOf)) {
        items.add(
            new StatusItem(
                StatusItem.State.OVERDUE,
                subject,
                "recipient "
                    + export.to().recipient()
                    + " has not confirmed the destruction of "
                    + day
                    + ": remind it"));
      }
    }
    evidence(lake, policies, asOf).forEach(items::add);
    for (Share share : ShareLedger.all(lake, asOf)) {
      if (share.isOpen()) {
        items.add(
            new StatusItem(
                StatusItem.State.DUE,
                "share " + share.request().id() + " of " + share.request().agency(),
                share.state().label()
                    + ", received "
                    + share.request().receivedAt()
                    + ", waits for "
                    + share.routedTo().orElse("a second person")));
      }
    }
    return items;
  }

  /** Evidence goes with its case: the day is known once the hold is closed. */
  private static List<StatusItem> evidence(
      Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    List<StatusItem> items = new ArrayList<>();
    for (TrackedExport tracked : ExportLedger.all(lake, asOf)) {
      Export export = tracked.export();
      PolicyInForce policy = policies.get(export.agency());
      if (!tracked.isOut() || !export.origin().kind().equals("evidence") || policy == null) {
        continue;
      }
      HoldLedger.find(lake, export.origin().sourceId())
          .flatMap(
              hold -> hold.closedAt().map(end -> policy.policy().holdRule(hold.kind()).endsAt(end)))
          .filter(end -> !end.isAfter(asOf))
          .ifPresent(
              end ->
                  items.add(
                      new StatusItem(
                          StatusItem.State.OVERDUE,
                          "export " + export.id() + " of " + export.agency(),
                          "its hold ended on "
                              + end
                              + ": delete it, then run platelake export destroyed")));
    }
    return items;
  }
}
