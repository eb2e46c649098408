package io.platelake.core.zone;

/**
 * A protected place that cannot be: {@link GeoJsonZones} turns it into {@link
 * io.platelake.core.BadInput} with file and feature.
 */
public final class InvalidPlace extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String why;
  private final String remedy;

  InvalidPlace(String why, String remedy) {
    super("protected place " + why + ". " + remedy);
    this.why = why;
    this.remedy = remedy;
  }

  String why() {
    return why;
  }

  String remedy() {
    return remedy;
  }
}
