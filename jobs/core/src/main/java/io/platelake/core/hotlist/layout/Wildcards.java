package io.platelake.core.hotlist.layout;

/**
 * What a list writes for unknown characters of a plate.
 *
 * @param one characters that each stand for one
 * @param any characters that each stand for any number, none included
 */
public record Wildcards(String one, String any) {
  /** Those of file names and of SQL; no plate holds one. */
  static final Wildcards USUAL = new Wildcards("?_", "*%");

  public boolean isIn(String plate) {
    return plate.chars().anyMatch(c -> one.indexOf(c) >= 0 || any.indexOf(c) >= 0);
  }

  /** The same with {@code ?} and {@code *}. */
  public String replaced(String plate) {
    StringBuilder text = new StringBuilder(plate);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (one.indexOf(c) >= 0) {
        text.setCharAt(i, '?');
      } else if (any.indexOf(c) >= 0) {
        text.setCharAt(i, '*');
      }
    }
    return text.toString();
  }
}
