package io.platelake.app.purge.plan;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.policy.Policy;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evidence of closed holds whose time after the close is up, or is before the next purge. */
final class DueEvidence {
  private DueEvidence() {}

  static List<DuePartition> find(
      Lake lake, List<Hold> holds, Map<String, PolicyInForce> policies, Instant asOf) {
    Map<String, Long> copies = copies(lake);
    List<DuePartition> due = new ArrayList<>();
    for (Hold hold : holds) {
      if (!copies.containsKey(hold.id()) || hold.closedAt().isEmpty() || hold.openAt(asOf)) {
        continue;
      }
      Policy policy = policies.get(hold.agency()).policy();
      Instant closed = hold.closedAt().get();
      Instant ends = policy.holdRule(hold.kind()).endsAt(closed);
      if (!ends.isAfter(asOf.plus(policy.purgeRules().horizon()))) {
        due.add(
            new DuePartition(
                Partition.of(Table.EVIDENCE, hold.id()),
                List.of(hold.agency()),
                true,
                copies.get(hold.id()),
                closed,
                ends));
      }
    }
    return due;
  }

  private static Map<String, Long> copies(Lake lake) {
    Map<String, Long> copies = new TreeMap<>();
    NamedRow.all(lake.ledger(Table.EVIDENCE).groupBy("hold_id").agg(count(lit(1)).as("copies")))
        .forEach(row -> copies.put(row.text("hold_id"), row.number("copies")));
    return copies;
  }
}
