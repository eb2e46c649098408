package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  List<ScreenFinding> findings(List<ScreenedSearch> searches) {
    Map<YearMonth, Map<String, List<ScreenedSearch>>> months = new TreeMap<>();
    for (ScreenedSearch search : searches) {
      months
          .computeIfAbsent(
              YearMonth.from(LocalDate.ofInstant(search.at(), context.zone())),
              m -> new TreeMap<>())
          .computeIfAbsent(search.account().text(), a -> new ArrayList<>())
          .add(search);
    }
    List<ScreenFinding> findings = new ArrayList<>();
    months.values().forEach(month -> findings.addAll(ofMonth(month)));
    return findings;
  }

  private List<ScreenFinding> ofMonth(Map<String, List<ScreenedSearch>> month) {
    Map<String, Map<String, Integer>> units = new HashMap<>();
    Map<String, Integer> agency = new HashMap<>();
    month.forEach(
        (account, searches) -> {
          agency.put(account, searches.size());
          units
              .computeIfAbsent(context.registers().unit(account), u -> new HashMap<>())
              .put(account, searches.size());
        });
    List<ScreenFinding> findings = new ArrayList<>();
    month.forEach(
        (account, searches) -> {
          Map<String, Integer> unit = units.get(context.registers().unit(account));
          List<Integer> peers = others(unit.size() > FEWEST_PEERS ? unit : agency, account);
          if (searches.size() >= rule.atLeast()
              && peers.size() >= FEWEST_PEERS
              && searches.size() >= rule.times() * median(peers)) {
            findings.add(
                ScreenFinding.of(Detector.VOLUME, searches, searches.size(), rule.authority()));
          }
        });
    return findings;
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
