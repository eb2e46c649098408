package io.platelake.core.land;

import io.platelake.core.zone.ProtectedPlace;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What becomes of one read. */
public sealed interface Judgement {

  /**
   * It is written to {@code reads}.
   *
   * @param lat WGS 84 degrees
   * @param lon WGS 84 degrees
   * @param deleteAfter when the policy forbids keeping it, UTC; empty without a maximum
   */
  record Kept(double lat, double lon, Optional<Instant> deleteAfter) implements Judgement {
    public Kept {
      Objects.requireNonNull(deleteAfter);
    }

    /** Shows no position: a judgement may reach a log. */
    @Override
    public String toString() {
      return "Kept";
    }
  }

  /** A camera made it at a protected place: it is only counted. */
  record Excluded(ProtectedPlace place) implements Judgement {
    public Excluded {
      Objects.requireNonNull(place);
    }
  }

  /** A rule refuses it or sets it aside; the reason says which. */
  record Rejected(LandingReason reason) implements Judgement {
    public Rejected {
      Objects.requireNonNull(reason);
    }
  }
}
