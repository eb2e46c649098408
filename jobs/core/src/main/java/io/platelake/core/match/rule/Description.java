package io.platelake.core.match.rule;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * What a read or an entry says of the vehicle besides its plate.
 *
 * @param state two-letter code in upper case, null when unknown
 * @param traits of the vehicle
 */
public record Description(String state, VehicleTraits traits) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Description {
    state = state == null || state.isBlank() ? null : state.strip().toUpperCase(Locale.ROOT);
    Objects.requireNonNull(traits, "traits");
  }

  /**
   * Whether this says something that {@code earlier} did not: a state, make, body or colour that is
   * known now and was unknown or another one. What is not known now is no news, since readers miss
   * traits from pass to pass; nor is a model, which they name differently.
   */
  boolean isNewsAfter(Description earlier) {
    VehicleTraits before = earlier.traits;
    return isNews(state, earlier.state)
        || isNews(traits.make(), before.make())
        || isNews(traits.body(), before.body())
        || (traits.color() != null
            && (before.color() == null
                || VehicleVerdict.colorsDiffer(traits.color(), before.color())));
  }

  private static boolean isNews(String now, String before) {
    return now != null && !now.equals(before);
  }
}
