package io.platelake.app.match;

import io.platelake.app.camera.CameraRegistry;
import io.platelake.app.outcome.Learned;
import io.platelake.app.outcome.Suppressions;
import io.platelake.core.match.Suppression;
import io.platelake.lake.Lake;
import java.time.Instant;
import java.util.List;

/**
 * What people have found out about earlier hits of an agency.
 *
 * @param scoring by what adjudicated hits taught
 * @param suppressions false matches that were ruled out
 */
record Knowledge(Scoring scoring, List<Suppression> suppressions) {
  Knowledge {
    suppressions = List.copyOf(suppressions);
  }

  static Knowledge of(Lake lake, Learned learned, String agency, Instant asOf) {
    return new Knowledge(
        new Scoring(CameraRegistry.models(lake, agency), learned),
        Suppressions.of(lake, agency, asOf));
  }
}
