package io.platelake.core.policy.bounds;

import io.platelake.core.policy.authority.Authority;

/**
 * A rule of an agency that allows more than its state does.
 *
 * @param place file and line
 * @param path dotted path of the rule
 * @param why what is allowed too much
 * @param remedy what the state allows at most
 * @param authority where the state says so
 */
public record BoundViolation(
    String place, String path, String why, String remedy, Authority authority) {
  @Override
  public String toString() {
    return place + ", " + path + ": " + why + " (" + authority + "). " + remedy;
  }
}
