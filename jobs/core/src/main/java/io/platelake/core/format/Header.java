package io.platelake.core.format;

import java.io.Serializable;

/**
 * What the first line of a file is: key {@code header}.
 *
 * @param kind what it is
 * @param match regular expression that the line must match; null for any line
 */
public record Header(Kind kind, String match) implements Serializable {
  static final Header NAMES = new Header(Kind.NAMES, null);
  static final Header NONE = new Header(Kind.NONE, null);

  /** What the first line is. */
  public enum Kind {
    /** Names of the columns. */
    NAMES,
    /** The first record. */
    NONE,
    /** Names of the columns where it is made of their names, and the first record otherwise. */
    OPTIONAL,
    /** A line that is no record. */
    LINE
  }

  public boolean is(Kind other) {
    return kind == other;
  }
}
