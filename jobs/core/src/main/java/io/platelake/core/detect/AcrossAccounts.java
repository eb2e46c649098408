package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Detectors that compare accounts: who searched far more than the others, and who shared an
 * address. A first look at every part counts; a second takes the few searches that were named.
 */
final class AcrossAccounts {
  private final ScreenContext context;
  private final Optional<DetectorRule> volume;
  private final Optional<DetectorRule> address;
  private final Map<YearMonth, Map<String, Integer>> searches = new TreeMap<>();
  private final Map<Address, Set<String>> accounts = new HashMap<>();
  private final Map<VolumeKey, List<ScreenedSearch>> ofVolumes = new HashMap<>();
  private final Map<Address, List<ScreenedSearch>> ofAddresses = new HashMap<>();

  private record Address(String device, LocalDate day) {}

  private record VolumeKey(YearMonth month, String account) {}

  AcrossAccounts(ScreenContext context, Map<Detector, DetectorRule> rules) {
    this.context = context;
    this.volume = Optional.ofNullable(rules.get(Detector.VOLUME));
    this.address = Optional.ofNullable(rules.get(Detector.SHARED_ADDRESS));
  }

  /** Counts the searches of people in a part. */
  synchronized void count(List<ScreenedSearch> part) {
    for (ScreenedSearch search : part) {
      if (isKnown(search)) {
        String account = search.account().text();
        if (volume.isPresent()) {
          searches
              .computeIfAbsent(month(search), m -> new TreeMap<>())
              .merge(account, 1, Integer::sum);
        }
        if (address.isPresent() && search.device().isPresent()) {
          accounts.computeIfAbsent(address(search), a -> new HashSet<>(2)).add(account);
        }
      }
    }
  }

  /** Once every part is counted: whether a second look finds anything. */
  boolean namesAny() {
    volume.ifPresent(
        rule ->
            searches.forEach(
                (month, counts) ->
                    new SearchVolumes(context, rule)
                        .named(counts)
                        .forEach(
                            account ->
                                ofVolumes.put(new VolumeKey(month, account), new ArrayList<>()))));
    address.ifPresent(
        rule ->
            accounts.forEach(
                (at, all) -> {
                  if (all.size() >= rule.atLeast()) {
                    ofAddresses.put(at, new ArrayList<>());
                  }
                }));
    return !ofVolumes.isEmpty() || !ofAddresses.isEmpty();
  }

  /** Takes what was named from the searches of people in a part. */
  synchronized void take(List<ScreenedSearch> part) {
    for (ScreenedSearch search : part) {
      if (isKnown(search)) {
        if (!ofVolumes.isEmpty()) {
          Optional.ofNullable(ofVolumes.get(new VolumeKey(month(search), search.account().text())))
              .ifPresent(list -> list.add(search));
        }
        if (search.device().isPresent()) {
          Optional.ofNullable(ofAddresses.get(address(search))).ifPresent(list -> list.add(search));
        }
      }
    }
  }

  List<ScreenFinding> findings() {
    List<ScreenFinding> findings = new ArrayList<>();
    ofVolumes.values().forEach(all -> findings.add(of(Detector.VOLUME, volume, all, all.size())));
    ofAddresses.forEach(
        (at, all) ->
            findings.add(of(Detector.SHARED_ADDRESS, address, all, accounts.get(at).size())));
    return findings;
  }

  private static ScreenFinding of(
      Detector detector, Optional<DetectorRule> rule, List<ScreenedSearch> all, long measure) {
    all.sort(Comparator.comparing(ScreenedSearch::at).thenComparing(ScreenedSearch::id));
    return ScreenFinding.of(detector, all, measure, rule.orElseThrow().authority());
  }

  private YearMonth month(ScreenedSearch search) {
    return YearMonth.from(search.at().atZone(context.zone()));
  }

  private Address address(ScreenedSearch search) {
    return new Address(
        search.device().orElseThrow(), LocalDate.ofInstant(search.at(), context.zone()));
  }

  /** Of a known account of the agency itself. */
  private static boolean isKnown(ScreenedSearch search) {
    return search.isOwn() && search.account().isValue();
  }
}
