package io.platelake.city.truth;

import java.util.Locale;

/**
 * What landing has to do with a record, if it is landed at {@code GeneratorOptions.landedAt}. The
 * five kinds of DESIGN rule 1: nothing disappears silently.
 */
public enum ExpectedFate {
  KEPT,
  EXCLUDED,
  REFUSED,
  DUPLICATE,
  QUARANTINED;

  /** As in {@code truth.jsonl} and {@code summary.json}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
