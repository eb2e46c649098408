package io.platelake.app.match.search;

import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.core.match.rule.Suppression;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people have found out about earlier hits of an agency.
 *
 * @param scoring by what adjudicated hits taught
 * @param suppressions false matches that were ruled out
 */
public record EarlierFindings(Scoring scoring, List<Suppression> suppressions) {
  public EarlierFindings {
    suppressions = List.copyOf(suppressions);
  }

  /** Of each of these agencies. */
  public static Map<String, EarlierFindings> byAgency(
      Lake lake, ConfusionHistory learned, Set<String> agencies, Instant asOf) {
    Map<String, Map<String, String>> models = CameraRegistry.models(lake);
    Map<String, List<Suppression>> suppressions = Suppressions.byAgency(lake, asOf);
    Map<String, EarlierFindings> findings = new TreeMap<>();
    for (String agency : agencies) {
      findings.put(
          agency,
          new EarlierFindings(
              new Scoring(models.getOrDefault(agency, Map.of()), learned),
              suppressions.getOrDefault(agency, List.of())));
    }
    return findings;
  }
}
