package io.platelake.core.plate;

/**
 * The shape of a plate, such as {@code AAA9999}. It tells a plate from a number or a word without
 * telling which plate it is.
 */
public final class PlateShape {
  private PlateShape() {}

  /** A for each letter and 9 for each digit; other signs, such as wildcards, as they are. */
  public static String of(String plate) {
    StringBuilder shape = new StringBuilder();
    plate
        .codePoints()
        .forEach(
            c ->
                shape.appendCodePoint(
                    Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'A' : c));
    return shape.toString();
  }
}
