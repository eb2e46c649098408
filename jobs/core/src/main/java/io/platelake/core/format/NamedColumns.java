package io.platelake.core.format;

import java.util.Set;

/**
 * The columns of a CSV file that a mapping names, or their numbers from 1.
 *
 * @param required without them no row is understood
 * @param others a row says nothing in them where the file has none
 */
public record NamedColumns(Set<String> required, Set<String> others) {
  /** For the other layouts. */
  public static final NamedColumns NONE = new NamedColumns(Set.of(), Set.of());

  public NamedColumns {
    required = Set.copyOf(required);
    others = Set.copyOf(others);
  }
}
