package io.platelake.app.purge.plan;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.purge.JudgedRows;
import io.platelake.core.purge.OwnedRows;
import io.platelake.core.purge.RowKind;
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
  private record Overdue(OwnedRows rows, Instant limit) {}

  private PlanGuards() {}

  /**
   * @param readsByPurpose all reads the lake holds, by purpose
   */
  static List<String> reasons(
      Map<String, PolicyInForce> policies,
      List<JudgedRows> judged,
      Map<String, Long> readsByPurpose,
      Instant asOf) {
    List<String> reasons = new ArrayList<>(largeShares(policies, judged, readsByPurpose));
    reasons.addAll(overdue(policies, judged, asOf));
    return reasons;
  }

  private static List<String> largeShares(
      Map<String, PolicyInForce> policies,
      List<JudgedRows> judged,
      Map<String, Long> readsByPurpose) {
    List<String> reasons = new ArrayList<>();
    Map<String, Long> going = new TreeMap<>();
    for (JudgedRows one : judged) {
      if (one.isDue() && one.owned().kind() == RowKind.READS) {
        going.merge(one.owned().purpose(), one.owned().rows(), Long::sum);
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
    return reasons;
  }

  private static List<String> overdue(
      Map<String, PolicyInForce> policies, List<JudgedRows> judged, Instant asOf) {
    Map<String, List<Overdue>> overdue = new TreeMap<>();
    for (JudgedRows one : judged) {
      OwnedRows rows = one.owned();
      Duration expected = policies.get(rows.agency()).policy().purgeRules().maxAgeBeyondLimit();
      one.findLimit()
          .filter(limit -> Duration.between(limit, asOf).compareTo(expected) > 0)
          .ifPresent(
              limit ->
                  overdue
                      .computeIfAbsent(
                          rows.kind().label() + " of " + rows.agency() + ", " + rows.purpose(),
                          k -> new ArrayList<>())
                      .add(new Overdue(rows, limit)));
    }
    return overdue.entrySet().stream().map(e -> line(e.getKey(), e.getValue(), asOf)).toList();
  }

  private static String line(String what, List<Overdue> dates, Instant asOf) {
    Overdue worst = dates.stream().min(Comparator.comparing(Overdue::limit)).orElseThrow();
    return what
        + ": "
        + dates.size()
        + " date(s) overdue, the worst "
        + worst.rows().of().date()
        + " by "
        + Duration.between(worst.limit(), asOf).toHours()
        + " hours";
  }
}
