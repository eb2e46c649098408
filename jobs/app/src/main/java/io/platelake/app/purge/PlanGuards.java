package io.platelake.app.purge;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.lake.contract.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Why a plan is not like other nights': the guards of the policy, in words for a person. */
final class PlanGuards {
  private PlanGuards() {}

  /**
   * @param readsByPurpose all reads the lake holds, by purpose
   */
  static List<String> reasons(
      Map<String, PolicyInForce> policies,
      List<DuePartitions.Owned> owned,
      Map<String, Long> readsByPurpose,
      Instant asOf) {
    List<String> reasons = new ArrayList<>();
    Map<String, Long> going = new TreeMap<>();
    for (DuePartitions.Owned o : owned) {
      if (o.due() && o.table() == Table.READS) {
        going.merge(o.purpose(), o.rows(), Long::sum);
      }
    }
    double most =
        policies.values().stream()
            .mapToDouble(a -> a.policy().purgeRules().maxShareOfRows())
            .min()
            .orElse(0);
    going.forEach(
        (purpose, rows) -> {
          double share = rows / (double) Math.max(1, readsByPurpose.getOrDefault(purpose, rows));
          if (share > most) {
            reasons.add(
                String.format(
                    Locale.ROOT,
                    "%.0f %% of the %s reads would go; the policy expects at most %.0f %% in a run",
                    100 * share,
                    purpose,
                    100 * most));
          }
        });
    Map<String, List<DuePartitions.Owned>> overdue = new TreeMap<>();
    for (DuePartitions.Owned o : owned) {
      Duration late =
          o.due() && o.expires() != null ? Duration.between(o.expires(), asOf) : Duration.ZERO;
      Duration expected = policies.get(o.agency()).policy().purgeRules().maxAgeBeyondLimit();
      if (late.compareTo(expected) > 0) {
        overdue
            .computeIfAbsent(
                o.table().folder() + " of " + o.agency() + ", " + o.purpose(),
                k -> new ArrayList<>())
            .add(o);
      }
    }
    overdue.forEach(
        (what, dates) -> {
          DuePartitions.Owned worst =
              dates.stream().min(Comparator.comparing(DuePartitions.Owned::expires)).orElseThrow();
          reasons.add(
              what
                  + ": "
                  + dates.size()
                  + " date(s) overdue, the worst "
                  + worst.date()
                  + " by "
                  + Duration.between(worst.expires(), asOf).toHours()
                  + " hours");
        });
    return reasons;
  }
}
