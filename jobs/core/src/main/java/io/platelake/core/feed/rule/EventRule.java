package io.platelake.core.feed.rule;

import io.platelake.core.yaml.YamlValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What makes two records of a feed the same event: key {@code event} of a feed or of a maker.
 *
 * @param anotherPlate what another plate with the same camera, instant and event id means
 * @param time how exactly the instants of a record and of its repetition agree
 */
public record EventRule(AnotherPlate anotherPlate, Exactness time) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Another plate is another vehicle, and instants are compared to the microsecond. */
  public static final EventRule DEFAULT = new EventRule(AnotherPlate.VEHICLE, Exactness.EXACT);

  /** What another plate means. */
  public enum AnotherPlate {
    /** Another vehicle: several plates in one picture, or a counter that starts again. */
    VEHICLE,
    /** A better reading of the same vehicle, which takes the place of the earlier one. */
    CORRECTION
  }

  /** How exactly instants of the same event agree. */
  public enum Exactness {
    /** To the microsecond. */
    EXACT,
    /** To the second: the maker sends an event again without its fraction of a second. */
    SECOND
  }

  public EventRule {
    Objects.requireNonNull(anotherPlate);
    Objects.requireNonNull(time);
  }

  /**
   * @param value null where the feed has no such key
   */
  public static EventRule read(YamlValue value) {
    if (value == null) {
      return DEFAULT;
    }
    Map<String, YamlValue> keys = value.object("another_plate", "time");
    return new EventRule(
        keys.containsKey("another_plate")
            ? keys.get("another_plate").oneOf(List.of(AnotherPlate.values()))
            : DEFAULT.anotherPlate,
        keys.containsKey("time")
            ? keys.get("time").oneOf(List.of(Exactness.values()))
            : DEFAULT.time);
  }

  /** Whether a later reading of an event takes the place of an earlier one. */
  public boolean corrects() {
    return anotherPlate == AnotherPlate.CORRECTION;
  }
}
