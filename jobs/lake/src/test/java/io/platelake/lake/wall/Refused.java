package io.platelake.lake.wall;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.function.Executable;

/** What the wall refused, also where Spark has wrapped it. */
final class Refused {
  private Refused() {}

  static PurposeViolation by(Executable what) {
    Throwable thrown = assertThrows(Exception.class, what);
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof PurposeViolation violation) {
        return violation;
      }
    }
    return fail("not refused by the wall", thrown);
  }
}
