package io.platelake.core.detect;

import io.platelake.core.policy.governance.DetectorRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds accounts that searched far more in a calendar month than the others of their unit. A unit
 * with few others is compared with the whole agency.
 */
final class SearchVolumes {
  private static final int FEWEST_PEERS = 4;

  private final ScreenContext context;
  private final DetectorRule rule;

  SearchVolumes(ScreenContext context, DetectorRule rule) {
    this.context = context;
    this.rule = rule;
  }

  /**
   * Accounts of a month that searched far more than their peers.
   *
   * @param month searches of each account
   */
  List<String> named(Map<String, Integer> month) {
    Map<String, Map<String, Integer>> units = new HashMap<>();
    month.forEach(
        (account, searches) ->
            units
                .computeIfAbsent(context.registers().unit(account), u -> new HashMap<>())
                .put(account, searches));
    List<String> named = new ArrayList<>();
    month.forEach(
        (account, searches) -> {
          Map<String, Integer> unit = units.get(context.registers().unit(account));
          boolean many = searches >= rule.atLeast();
          List<Integer> peers =
              many ? others(unit.size() > FEWEST_PEERS ? unit : month, account) : List.of();
          if (peers.size() >= FEWEST_PEERS && searches >= rule.times() * median(peers)) {
            named.add(account);
          }
        });
    return named;
  }

  private static List<Integer> others(Map<String, Integer> counts, String account) {
    return counts.entrySet().stream()
        .filter(e -> !e.getKey().equals(account))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private static double median(List<Integer> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }
}
