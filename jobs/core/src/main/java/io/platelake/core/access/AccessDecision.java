package io.platelake.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The answer to a request.
 *
 * @param at instant that it is for, UTC
 * @param denials every reason against it; empty when it is allowed
 */
public record AccessDecision(Instant at, List<Denial> denials) {
  public AccessDecision {
    Objects.requireNonNull(at, "at");
    denials = List.copyOf(denials);
  }

  public boolean isAllowed() {
    return denials.isEmpty();
  }

  /** Whether a reason is among the denials. */
  public boolean names(DenialReason reason) {
    return denials.stream().anyMatch(d -> d.reason() == reason);
  }

  AccessDecision and(AccessDecision other) {
    return new AccessDecision(at, Stream.concat(denials.stream(), other.denials.stream()).toList());
  }
}
