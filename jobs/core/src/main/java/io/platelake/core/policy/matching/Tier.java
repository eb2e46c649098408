package io.platelake.core.policy.matching;

/** How closely a read's plate must equal an entry's for an alert. */
public enum Tier {
  /** Character for character. */
  EXACT,
  /** Equal but for the confusable characters that {@link MatchingRules} allows. */
  EQUIVALENT,
  /** One character away, with something else that speaks for it: {@link MatchingRules.Near}. */
  NEAR,
  /** What an entry knows of its plate fits, and so do state and vehicle. */
  PARTIAL
}
