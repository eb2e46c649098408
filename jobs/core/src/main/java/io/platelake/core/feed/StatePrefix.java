package io.platelake.core.feed;

/**
 * Whether a feed writes the country in front of a state code: key {@code state_prefix}.
 *
 * <p>It matters because two letters alone are ambiguous: where states are written {@code us-ma}, a
 * bare {@code ma} is Morocco and a bare {@code ca} is Canada, not California. Full names of states
 * are understood under every rule.
 */
public enum StatePrefix {
  /** {@code us-ma} and {@code ma} both name a state. */
  OPTIONAL,
  /** Only {@code us-ma} names a state; two bare letters are a country. */
  REQUIRED
}
