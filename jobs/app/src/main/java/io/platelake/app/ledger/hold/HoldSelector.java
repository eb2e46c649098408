package io.platelake.app.ledger.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reads that a hold keeps: those that meet every condition it states.
 *
 * @param purposes purposes it reaches
 * @param plates normalised plates it selects; empty: any
 * @param cameras cameras it selects; empty: any
 * @param capturedFrom first instant of capture it selects, UTC; empty: any
 * @param capturedTo first instant it no longer selects, UTC; empty: any
 */
public record HoldSelector(
    List<String> purposes,
    Optional<List<String>> plates,
    Optional<List<String>> cameras,
    Optional<Instant> capturedFrom,
    Optional<Instant> capturedTo) {

  public HoldSelector {
    purposes = List.copyOf(purposes);
    plates = plates.map(List::copyOf);
    cameras = cameras.map(List::copyOf);
  }

  /** Whether it states no condition, and so selects every read of its purposes. */
  public boolean selectsAll() {
    return plates.isEmpty() && cameras.isEmpty() && capturedFrom.isEmpty() && capturedTo.isEmpty();
  }

  /** Shows no plate. */
  @Override
  public String toString() {
    return "a selector of " + plates.map(List::size).orElse(0) + " plates";
  }
}
