package io.platelake.core;

import java.util.regex.Pattern;

/** Ids that people choose: agencies, feeds, lists, holds, releases. */
public final class Ids {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

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

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
