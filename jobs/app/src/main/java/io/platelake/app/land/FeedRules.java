package io.platelake.app.land;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.CameraPositions;
import io.platelake.core.land.Deployment;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.zone.Geofence;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the records of a feed are judged by.
 *
 * @param judgedBy digest of what decides whether a record is quarantined
 */
record FeedRules(LandingRulebook rules, OcrClasses classes, String judgedBy) {

  /** What the ledgers say of agencies, read once for all of their feeds. */
  static final class Source {
    private final Map<String, List<Deployment>> cameras;
    private final Map<String, Geofence> fences;
    private final Map<String, Set<LocalDate>> closed;
    private final Instant asOf;

    Source(Lake lake, Set<String> agencies, Instant asOf) {
      this.cameras = CameraRegistry.deployments(lake, agencies);
      this.fences = ZoneRegistry.fences(lake, agencies);
      this.closed =
          ClosedDates.of(lake).stream()
              .collect(
                  Collectors.groupingBy(
                      c -> key(c.agency(), c.purpose()),
                      Collectors.mapping(ClosedDates.Closed::date, Collectors.toSet())));
      this.asOf = asOf;
    }

    FeedRules of(FeedDefinition feed, PolicyInForce policy) {
      List<Deployment> deployments = cameras.get(feed.agency());
      return new FeedRules(
          new LandingRulebook(
              policy.text(),
              feed.purpose(),
              asOf,
              new CameraPositions(deployments),
              fences.get(feed.agency()),
              closed.getOrDefault(key(feed.agency(), feed.purpose()), Set.of())),
          OcrClasses.of(policy.policy().matchingRules().ocrClasses()),
          digest(feed, policy, deployments));
    }

    private static String key(String agency, String purpose) {
      return agency + " " + purpose;
    }

    private static String digest(
        FeedDefinition feed, PolicyInForce policy, List<Deployment> deployments) {
      String positions =
          deployments.stream().map(Deployment::toString).sorted().collect(Collectors.joining("\n"));
      return Sha256.of(feed.digest() + "\n" + policy.text() + "\n" + positions);
    }
  }
}
