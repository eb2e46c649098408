package io.platelake.core.access;

import java.util.Optional;

/**
 * From where a person asks, as a signed token attests it.
 *
 * @param device id of the device; empty where nothing attests one
 * @param secondFactor whether a second factor was shown
 */
public record AttestedPlace(Optional<String> device, boolean secondFactor) {
  /** Nothing is attested. */
  public static final AttestedPlace UNKNOWN = new AttestedPlace(Optional.empty(), false);
}
