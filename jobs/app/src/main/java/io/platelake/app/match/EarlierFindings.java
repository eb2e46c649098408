package io.platelake.app.match;

import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.core.match.rule.Suppression;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;

/**
 * What people have found out about earlier hits of an agency.
 *
 * @param scoring by what adjudicated hits taught
 * @param suppressions false matches that were ruled out
 */
record EarlierFindings(Scoring scoring, List<Suppression> suppressions) {
  EarlierFindings {
    suppressions = List.copyOf(suppressions);
  }

  static EarlierFindings of(Lake lake, ConfusionHistory learned, String agency, Instant asOf) {
    return new EarlierFindings(
        new Scoring(CameraRegistry.models(lake, agency), learned),
        Suppressions.of(lake, agency, asOf));
  }
}
