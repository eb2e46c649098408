package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import java.util.regex.Pattern;

/** Ids that people choose: agencies, feeds, lists, holds, releases. */
public final class Ids {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  private Ids() {}

  /**
   * The id, checked, because folder names and commit predicates contain it.
   *
   * @param place option or file and field, for the message
   */
  public static String check(String place, String id) {
    if (id == null || !ID.matcher(id).matches()) {
      throw new BadInput(
          place,
          "not an id",
          "Use 1 to 63 lower-case letters, digits, - or _, starting with a letter or digit.");
    }
    return id;
  }
}
