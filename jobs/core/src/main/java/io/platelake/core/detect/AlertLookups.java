package io.platelake.core.detect;

import io.platelake.core.policy.governance.AuditRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells look-ups that an open alert repeats from searches of people. A look-up of the same plate by
 * the same person that follows another within the time of the policy is a refresh; the first one
 * counts as a search, so that nobody hides behind the rest.
 */
final class AlertLookups {
  private static final String LOOKUP = "lookup";

  private AlertLookups() {}

  /**
   * @param searches in order of time
   * @return ids of the searches that an alert drove
   */
  static Set<String> find(AuditRules rules, List<ScreenedSearch> searches) {
    Set<String> driven = new HashSet<>();
    Duration within = rules.alertRefresh().map(r -> r.within().toDuration()).orElse(Duration.ZERO);
    Map<String, Instant> last = new HashMap<>();
    for (ScreenedSearch search : searches) {
      if (search.kind() == ScreenedSearch.Kind.ALERT) {
        driven.add(search.id());
      } else if (search.type().equals(LOOKUP)
          && search.account().isValue()
          && search.plate().isValue()) {
        String key =
            search.organisation() + "\n" + search.account().text() + "\n" + search.plate().text();
        Instant before = last.put(key, search.at());
        if (before != null && !before.plus(within).isBefore(search.at())) {
          driven.add(search.id());
        }
      }
    }
    return driven;
  }
}
