package io.platelake.app.status;

import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.list.ListGaps;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.lake.table.Lake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hot lists in {@code status}: the same standings that {@code hotlist status} shows. */
record ListItems(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
  List<StatusItem> items() {
    List<SnapshotStatus> lists = KnownLists.at(lake, asOf).standings(policies);
    List<StatusItem> items = new ArrayList<>(lists.stream().map(this::item).toList());
    for (ListGaps.Gap gap : KnownLists.gaps(policies, lists)) {
      items.add(
          new StatusItem(
              gap.waiting() > 0 ? StatusItem.State.OVERDUE : StatusItem.State.DUE,
              "hot lists of " + gap.agency() + ", " + gap.purpose(),
              "none is in force, so nothing is matched; "
                  + (gap.waiting() > 0
                      ? gap.waiting() + " wait(s) for approval"
                      : "none is loaded")));
    }
    return items;
  }

  private StatusItem item(SnapshotStatus status) {
    String source = "source time " + status.snapshot().sourceTime();
    return switch (status.use()) {
      case IN_FORCE -> item(StatusItem.State.OK, status, source + limit(status));
      case STALE -> item(StatusItem.State.OVERDUE, status, source + limit(status));
      case PROPOSED ->
          item(
              StatusItem.State.DUE,
              status,
              "snapshot "
                  + status.snapshot().id()
                  + " waits for approval by "
                  + status.snapshot().approval().orElseThrow());
      case NOT_NAMED, SUPERSEDED, WITHDRAWN ->
          item(StatusItem.State.OK, status, status.use() + ", " + source);
    };
  }

  private String limit(SnapshotStatus status) {
    return Optional.ofNullable(policies.get(status.snapshot().agency()))
        .map(policy -> policy.policy().hotlistRules(status.snapshot().purpose()).maxAge())
        .map(Duration::toHours)
        .map(hours -> ", may be used for " + hours + " h")
        .orElse("");
  }

  private static StatusItem item(StatusItem.State state, SnapshotStatus status, String says) {
    return new StatusItem(state, "hot list " + status.snapshot().list(), says);
  }
}
