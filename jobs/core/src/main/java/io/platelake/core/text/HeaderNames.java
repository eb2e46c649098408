package io.platelake.core.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns that a header names. A name is found as it is written, and otherwise in either case
 * and whatever the blanks in it. A name that comes twice does not say which column is meant.
 */
public final class HeaderNames {
  /** Position of a name that comes more than once. */
  public static final int TWICE = -2;

  /** Position of a name that the header does not have. */
  public static final int ABSENT = -1;

  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();

  /**
   * @param names the cells of the header
   */
  public HeaderNames(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      put(exact, names.get(i).strip(), i);
      put(alike, fold(names.get(i)), i);
    }
  }

  private static void put(Map<String, Integer> positions, String name, int position) {
    positions.merge(name, position, (first, second) -> TWICE);
  }

  /** Position of the column, counted from 0; {@link #TWICE} or {@link #ABSENT}. */
  public int find(String name) {
    Integer found = exact.get(name.strip());
    return found != null ? found : alike.getOrDefault(fold(name), ABSENT);
  }

  private static String fold(String name) {
    return name.replaceAll("[\\s\\p{Z}\\uFEFF]", "").toLowerCase(Locale.ROOT);
  }
}
