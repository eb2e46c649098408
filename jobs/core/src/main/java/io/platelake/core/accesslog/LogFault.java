package io.platelake.core.accesslog;

import java.util.Locale;
import java.util.Objects;

/**
 * What is wrong with an access log.
 *
 * @param place rows or sums that it is about, such as {@code row 7}
 */
public record LogFault(Kind kind, String place, String why) {
  /** Kinds of faults. */
  public enum Kind {
    /** The hash of a row or a sum does not follow from what it says. */
    ALTERED,
    /** A row or a sum does not follow from the one before it. */
    UNLINKED,
    /** Rows are missing that no purge has taken. */
    REMOVED,
    /** The last rows are missing: something outside the log knows of later ones. */
    CUT,
    /** Two rows have one number. */
    REPEATED,
    /** A row is another than the one that something outside the log knows. */
    REWRITTEN,
    /** Rows are others than the sum of their day says. */
    MISCOUNTED,
    /** An outcome has no intent that was allowed. */
    UNANNOUNCED
  }

  public LogFault {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(why, "why");
  }

  /** For people. */
  public String line() {
    return kind.name().toLowerCase(Locale.ROOT) + ": " + place + ", " + why;
  }
}
