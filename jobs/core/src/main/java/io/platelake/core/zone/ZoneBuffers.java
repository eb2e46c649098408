package io.platelake.core.zone;

import java.util.Map;

/**
 * The kinds of protected place and the distances around them, from the policy.
 *
 * @param metresByKind every known kind, with the buffer of its polygons and points
 * @param routeMetres buffer of access routes (lines) of whatever kind
 */
public record ZoneBuffers(Map<String, Double> metresByKind, double routeMetres) {
  public ZoneBuffers {
    metresByKind = Map.copyOf(metresByKind);
  }
}
