package io.platelake.core;

import java.util.regex.Pattern;

/** Ids that people choose: agencies, feeds, lists, holds, releases. */
public final class Ids {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  private static final Pattern FEED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  /** What an id is, as a remedy. */
  public static final String FORM =
      "Use 1 to 63 lower-case letters, digits, - or _, starting with a letter or digit";

  private Ids() {}

  /**
   * The id, checked, because folder names and commit predicates contain it.
   *
   * @param place option or file and field, for the message
   */
  public static String check(String place, String id) {
    if (id == null || !isId(id)) {
      throw new BadInput(place, "not an id", FORM + ".");
    }
    return id;
  }

  /** The id of a feed, checked; no folder has its name, so it may have capital letters. */
  public static String checkFeed(String place, String id) {
    if (id == null || !FEED.matcher(id).matches()) {
      throw new BadInput(
          place,
          "not an id",
          "Use 1 to 63 letters, digits, - or _, starting with a letter or digit.");
    }
    return id;
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
