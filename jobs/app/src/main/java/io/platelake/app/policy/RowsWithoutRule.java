package io.platelake.app.policy;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.util.Set;
import java.util.TreeSet;

/** Rows that a new policy would leave without a rule, so their limit would be unknown. */
public final class RowsWithoutRule {
  private RowsWithoutRule() {}

  /**
   * @throws Refusal if the agency holds rows of a purpose that the new policy no longer names
   */
  static void refuse(Lake lake, PolicyInForce current, Policy next) {
    Set<String> dropped = new TreeSet<>(current.policy().purposes().keySet());
    dropped.removeAll(next.purposes().keySet());
    for (String purpose : dropped) {
      for (Table table : lake.contracts().walled()) {
        boolean held =
            !lake.forDuty(Duty.RETENTION)
                .read(table)
                .where(col("purpose").equalTo(purpose))
                .where(col("agency_id").equalTo(current.agency()))
                .isEmpty();
        if (held) {
          throw new Refusal(
              "Policy " + next.id() + " of " + current.agency(),
              "it no longer names purpose "
                  + purpose
                  + ", of which "
                  + table.folder()
                  + " still holds rows",
              "Keep the purpose and its retention until these have been purged.");
        }
      }
    }
  }
}
