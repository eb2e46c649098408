package io.platelake.app.zone;

import io.platelake.core.land.Deployment;
import io.platelake.core.policy.Policy;
import io.platelake.core.zone.Territory;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Where the places of an agency can be. */
final class Territories {
  private Territories() {}

  /** The state of the policy, or the surroundings of the cameras where it names none we know. */
  static Territory of(Policy policy, List<Deployment> cameras) {
    return Territory.ofJurisdiction(policy.jurisdiction())
        .or(
            () ->
                Territory.around(
                    cameras.stream()
                        .filter(Deployment::isFixed)
                        .map(d -> new Coordinate(d.lon(), d.lat()))
                        .toList()))
        .orElseGet(Territory::earth);
  }
}
