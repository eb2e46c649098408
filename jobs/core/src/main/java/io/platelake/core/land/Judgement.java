package io.platelake.core.land;

import io.platelake.core.zone.ProtectedPlace;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What becomes of one read. */
public sealed interface Judgement {
  /** Where the record goes; never {@link Fate#DUPLICATE}, which other records decide. */
  Fate fate();

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

    @Override
    public Fate fate() {
      return Fate.KEPT;
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

    @Override
    public Fate fate() {
      return Fate.EXCLUDED;
    }
  }

  /** A rule refuses it or sets it aside; the reason says which. */
  record Rejected(LandingReason reason) implements Judgement {
    public Rejected {
      Objects.requireNonNull(reason);
    }

    @Override
    public Fate fate() {
      return reason.fate();
    }
  }
}
