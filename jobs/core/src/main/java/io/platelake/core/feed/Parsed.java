package io.platelake.core.feed;

import java.time.Instant;
import java.util.Objects;

/** One outcome of a raw record: a read, or the reason why there is none. */
public sealed interface Parsed {

  /** A read in canonical form. */
  record Read(CanonicalRead read) implements Parsed {
    public Read {
      Objects.requireNonNull(read);
    }
  }

  /**
   * No read.
   *
   * @param reason the code to count and keep
   * @param place the field or property of the format at fault, never a value from the record
   * @param capturedAt the instant of capture where the record states one all the same, else null
   */
  record Defect(Reason reason, String place, Instant capturedAt) implements Parsed {
    public Defect {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(place);
    }

    /** A defect of a record that states no instant. */
    public Defect(Reason reason, String place) {
      this(reason, place, null);
    }
  }
}
