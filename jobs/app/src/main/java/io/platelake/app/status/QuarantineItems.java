package io.platelake.app.status;

import io.platelake.app.ledger.site.QuarantineGroup;
import io.platelake.core.land.QuarantineCause;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that wait in quarantine, a line a feed: most of them for what, and until when. */
record QuarantineItems(Lake lake) {
  private static final int CAUSES = 3;

  List<StatusItem> items() {
    if (lake.isKnownEmpty(Table.QUARANTINE)) {
      return List.of();
    }
    List<StatusItem> items = new ArrayList<>();
    QuarantineGroup.byFeed(QuarantineGroup.of(lake.read(Table.QUARANTINE)))
        .forEach((feed, groups) -> items.add(item(feed, groups)));
    return items;
  }

  private static StatusItem item(String feed, List<QuarantineGroup> groups) {
    long records = groups.stream().mapToLong(QuarantineGroup::records).sum();
    Optional<Instant> gone =
        groups.stream().flatMap(g -> g.firstGone().stream()).min(Instant::compareTo);
    return new StatusItem(
        StatusItem.State.DUE,
        "quarantine of feed " + feed,
        String.format(
            "%,d record(s) wait: %s%s; see platelake quarantine list",
            records,
            QuarantineCause.words(QuarantineGroup.causes(groups), CAUSES),
            gone.map(at -> ", the first until " + at).orElse("")));
  }
}
