package io.platelake.core.hotlist.layout;

import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What the first line of a list is.
 *
 * @param kind what it is
 * @param match what it must look like, null for anything; a group is when the file was made
 * @param time pattern of that time, null when it states none
 * @param zone zone of that time
 */
public record Header(Kind kind, Pattern match, String time, ZoneId zone) {
  public static final Header NAMES = new Header(Kind.NAMES, null, null, null);
  static final Header LINE = new Header(Kind.LINE, null, null, null);
  static final Header NONE = new Header(Kind.NONE, null, null, null);

  /** What the first line is. */
  public enum Kind {
    /** Names of the columns. */
    NAMES,
    /** A line that is no record. */
    LINE,
    /** The first record. */
    NONE
  }
}
