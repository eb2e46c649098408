package io.platelake.core.match.rule;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;

/**
 * What is said about a vehicle besides its plate: lower case, null where nothing is known.
 *
 * <p>The constructor lower-cases and trims, and turns blank text and the feeds' words for unknown
 * into null. A {@code color} may name two, parted by a slash.
 */
public record VehicleTraits(String make, String model, String color, String body)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<String> UNKNOWN =
      Set.of("", "-", "-1", "?", "n/a", "non", "none", "null", "unk", "unknown");

  public VehicleTraits {
    make = known(make);
    model = known(model);
    color = known(color);
    body = known(body);
  }

  /** The trait in its one spelling, or null when it says nothing. */
  public static String known(String raw) {
    if (raw == null) {
      return null;
    }
    String text = raw.strip().toLowerCase(Locale.ROOT);
    return UNKNOWN.contains(text) ? null : text;
  }
}
